using System.Globalization;
using Dashboard.Data;

namespace Dashboard.Web.Importing;

/// <summary>Revisions in words.</summary>
internal static class RevisionWords
{
    /// <summary>The page that says what a revision did and asks before it is undone.</summary>
    public static string AddressOf(long revision) => string.Create(CultureInfo.InvariantCulture, $"/revisions/{revision}/undo");

    /// <summary>"16,540 added, 3 changed"; "nothing changed".</summary>
    public static string Counts(RevisionRecord revision)
    {
        (long Count, string Word)[] counts = [(revision.Added, "added"), (revision.Changed, "changed"), (revision.Removed, "removed")];
        var words = string.Join(", ", counts.Where(count => count.Count > 0).Select(count => $"{CountWords.Of(count.Count)} {count.Word}"));
        return words.Length == 0 ? "nothing changed" : words;
    }

    /// <summary>"21 November 2026, 07:30 UTC".</summary>
    public static string When(DateTimeOffset committed) => committed.UtcDateTime.ToString("d MMMM yyyy, HH:mm 'UTC'", CultureInfo.InvariantCulture);
}
