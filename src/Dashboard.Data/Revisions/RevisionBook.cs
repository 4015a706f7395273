using Dashboard.Data.Engines;
using Dashboard.Data.Questions;

namespace Dashboard.Data.Revisions;

/// <summary>The committed changes of a store. Any number of threads may ask.</summary>
public sealed class RevisionBook
{
    private readonly SqliteEngine _engine;

    internal RevisionBook(SqliteEngine engine) => _engine = engine;

    /// <summary>The last ones, the newest first.</summary>
    public IReadOnlyList<RevisionRecord> Last(int count) => _engine.Read(connection => ReadRevisions.Ask(connection, count));

    /// <summary>The change that made a revision; null where there is none of this number.</summary>
    public RevisionRecord? Find(long revision) => _engine.Read(connection => ReadRevisions.Some(connection, [revision]).SingleOrDefault());

    /// <summary>The last change that was committed before an instant; null where there was none.</summary>
    public RevisionRecord? Before(DateTimeOffset instant) => _engine.Read(connection => ReadRevisions.Before(connection, instant));

    /// <summary>The first change of all; null in an empty store.</summary>
    public StoreOrigin? Origin() => _engine.Read(ReadRevision.Origin);

    /// <summary>What addresses call a revision, as <see cref="DashboardStore.RevisionName"/>; null where there is none of this number.</summary>
    public string? NameOf(long revision) => _engine.Read(connection => ReadRevision.NameOf(connection, revision));
}
