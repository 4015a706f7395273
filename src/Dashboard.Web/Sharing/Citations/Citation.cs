using System.Globalization;
using Dashboard.Data.Import;
using Dashboard.Domain.Querying;
using Dashboard.Domain.Time;
using Dashboard.Web.Explore;

namespace Dashboard.Web.Sharing.Citations;

/// <summary>How a view is cited: what it is, how much it holds and why, as of when, and where it was seen on which day.</summary>
public sealed record Citation
{
    public const string Publisher = "Incident dashboard";

    /// <summary>A key for lists of literature: the same for the same view of the same revision.</summary>
    public required string Key { get; init; }

    /// <summary>"US forces in Iraq, Syria, Jordan: 24 of 43 incidents, 18 Jan – 9 Feb 2024".</summary>
    public required string Title { get; init; }

    /// <summary>"Filters: Strike; Syria"; null where nothing is left out but by time.</summary>
    public required string? Filters { get; init; }

    /// <summary>"Revision 12" and the releases of the datasets, where they are known.</summary>
    public required string Version { get; init; }

    /// <summary>When the revision was committed.</summary>
    public required DateOnly AsOf { get; init; }

    public required DateOnly Retrieved { get; init; }

    /// <summary>To whom the data are owed, each once.</summary>
    public required IReadOnlyList<string> Attributions { get; init; }

    /// <summary>The view's address in the world.</summary>
    public required string Address { get; init; }

    /// <summary>All that is neither title nor version, in sentences.</summary>
    public string Note => string.Join(' ', new[] { Filters, $"As of {DateWords.Long.Day(AsOf)}" }.OfType<string>().Concat(Attributions).Select(Sentence));

    /// <param name="root">Where the world reaches this server, without a slash at its end.</param>
    public static Citation Of(SharedView shared, string root, DateOnly retrieved)
    {
        var query = ViewStateCodec.Format(shared.View);
        var seen = string.Join(", ", new[] { shared.Counted, shared.Period }.OfType<string>());
        var revision = shared.Revision.Index.Revision.ToString(CultureInfo.InvariantCulture);
        return new Citation
        {
            Key = $"incidents-{revision}-{Slug.Hash($"{shared.Revision.RevisionName}?{query}")}",
            Title = shared.Title == shared.Dataset ? $"{shared.Title}: {seen}" : $"{shared.Title}. {shared.Dataset}: {seen}",
            Filters = shared.Filters.Count == 0 ? null : $"Filters: {string.Join("; ", shared.Filters)}",
            Version = string.Join("; ", shared.Versions.Prepend($"Revision {revision}")),
            AsOf = DateOnly.FromDateTime(shared.Committed.UtcDateTime),
            Retrieved = retrieved,
            Attributions = shared.Attributions,
            Address = root + ViewAddress.Of(shared.View),
        };
    }

    private static string Sentence(string text) => text is [.., '.' or '!' or '?'] ? text : $"{text}.";
}
