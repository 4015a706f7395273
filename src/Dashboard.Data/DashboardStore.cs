using Dashboard.Data.Engines;
using Dashboard.Data.Questions;
using Dashboard.Data.Revisions;
using Dashboard.Domain;

namespace Dashboard.Data;

/// <summary>
/// The evidence base on disk. Any number of threads may ask; changes are made one after the other, each whole or not at
/// all, each a new revision. What was acknowledged is on the disk.
/// </summary>
public sealed class DashboardStore : IDisposable
{
    /// <summary>The longest answer to one question for a list.</summary>
    public const int MostSummaries = 1000;

    private readonly SqliteEngine _engine;
    private readonly TimeProvider _clock;
    private long _revision;

    private DashboardStore(SqliteEngine engine, TimeProvider clock)
    {
        _engine = engine;
        _clock = clock;
        _revision = engine.Read(ReadRevision.Ask);
    }

    /// <summary>The number of the last committed change; 0 while there is nothing in the store.</summary>
    public long Revision => Interlocked.Read(ref _revision);

    /// <summary>Opens <c>dashboard.db</c> in the directory, creating both where they are missing, and takes the directory for this process.</summary>
    /// <exception cref="StoreRefusedException">It does not open; a file that was there is as it was.</exception>
    public static DashboardStore Open(string directory) => Open(directory, TimeProvider.System);

    /// <param name="clock">Tells when a revision was committed.</param>
    /// <inheritdoc cref="Open(string)"/>
    public static DashboardStore Open(string directory, TimeProvider clock)
    {
        var engine = SqliteEngine.Open(directory);
        try
        {
            return new DashboardStore(engine, clock);
        }
        catch
        {
            engine.Dispose();
            throw;
        }
    }

    /// <summary>Adds a dataset as one new revision.</summary>
    /// <exception cref="RefusedException">
    /// A reference in it leads nowhere, or its slug, or an id or slug of its incidents, is in the store already. Nothing was changed.
    /// </exception>
    public void Add(Dataset dataset)
    {
        DatasetCheck.Run(dataset);
        Acknowledge(_engine.Write(connection => AddDataset.Run(connection, dataset, _clock.GetUtcNow())));
    }

    /// <summary>Every dataset, whole, all of one revision; in the order in which they were added.</summary>
    public IReadOnlyList<Dataset> ReadDatasets() => _engine.Read(Questions.ReadDatasets.Ask);

    /// <summary>
    /// The ids of the incidents whose title, summary, places and actors have all these words, in any of their spellings;
    /// the last word may be unfinished. Any text is a question; one without a word finds nothing.
    /// </summary>
    public IReadOnlySet<string> FindByText(string text) => _engine.Read(connection => Questions.FindByText.Ask(connection, text));

    /// <summary>The lines of the list, in the order of the ids; unknown ids are left out.</summary>
    /// <param name="incidentIds">At most <see cref="MostSummaries"/>.</param>
    public IReadOnlyList<IncidentSummary> ReadSummaries(IReadOnlyList<string> incidentIds)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(incidentIds.Count, MostSummaries, nameof(incidentIds));
        return _engine.Read(connection => Questions.ReadSummaries.Ask(connection, incidentIds));
    }

    /// <summary>The incident of this slug with all that belongs to it, or null.</summary>
    public IncidentRecord? FindIncident(string slug) => _engine.Read(connection => Questions.FindIncident.Ask(connection, slug));

    /// <summary>Writes everything back into the one file and lets go of the directory. Nobody may be asking any more.</summary>
    public void Dispose() => _engine.Dispose();

    /// <summary>Changes are committed in order, but their callers may come back in any.</summary>
    private void Acknowledge(long revision)
    {
        for (var known = Revision; known < revision; known = Revision)
        {
            Interlocked.CompareExchange(ref _revision, revision, known);
        }
    }
}
