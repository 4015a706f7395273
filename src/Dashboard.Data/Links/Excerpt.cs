using System.Globalization;
using Dashboard.Domain.Sharing;

namespace Dashboard.Data.Links;

/// <summary>
/// What one link shows, in a store of its own: the incidents that it may show, as it may show them, and nothing else. Whatever is asked
/// of it, in whichever way, cannot answer with more. It lies in a directory of its own, which goes when it is disposed.
/// </summary>
public sealed class Excerpt : IDisposable
{
    private const string Room = "excerpts";

    private readonly string _directory;

    private readonly Redactor _names;

    private Excerpt(string directory, DashboardStore store, Redactor names) => (_directory, Store, _names) = (directory, store, names);

    /// <summary>It has one revision, of the number and the date of the one that it was taken from.</summary>
    public DashboardStore Store { get; }

    /// <summary>Deletes what an earlier run of the program left.</summary>
    public static void DeleteLeftovers(DashboardStore store) => Delete(Path.Combine(store.Directory, Room));

    /// <summary>Takes the excerpt of a link out of a revision.</summary>
    /// <param name="revision">An earlier one; null for the last one.</param>
    /// <param name="numbers">Of the incidents in that revision, ascending; null for all.</param>
    /// <exception cref="OperationCanceledException">It was told to stop; nothing is left of it.</exception>
    /// <exception cref="StoreRefusedException">The disk is full; nothing is left of it.</exception>
    public static Excerpt Make(DashboardStore from, SharedLink link, long? revision, IReadOnlyList<long>? numbers, CancellationToken stop)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"{link.Number}-{Guid.NewGuid():n}");
        var directory = Path.Combine(from.Directory, Room, name);
        try
        {
            Engines.FullDisk.Guard(() =>
            {
                Directory.CreateDirectory(directory);
                from.Read(reader => ExcerptWriter.Write(reader, Path.Combine(directory, "dashboard.db"), link, from.Links.KeyOf(link), numbers, stop), revision);
                return 0;
            });
            return new Excerpt(directory, DashboardStore.Open(directory), new Redactor(link.Redaction, from.Links.KeyOf(link), []));
        }
        catch
        {
            Delete(directory);
            throw;
        }
    }

    /// <summary>What the incident of a slug is called here.</summary>
    public string SlugOf(string slug) => _names.SlugOf(slug);

    public void Dispose()
    {
        Store.Dispose();
        Delete(_directory);
    }

    private static void Delete(string directory)
    {
        try
        {
            if (Directory.Exists(directory))
            {
                Directory.Delete(directory, recursive: true);
            }
        }
        catch (IOException)
        {
            // The next start deletes it.
        }
    }
}
