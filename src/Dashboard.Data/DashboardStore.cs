using Dashboard.Data.Accounts;
using Dashboard.Data.Documents;
using Dashboard.Data.Engines;
using Dashboard.Data.Import;
using Dashboard.Data.Links;
using Dashboard.Data.Questions;
using Dashboard.Data.Revisions;
using Dashboard.Data.Staging;
using Dashboard.Data.Stories;
using Dashboard.Domain;
using Dashboard.Domain.Sources;
using Microsoft.Data.Sqlite;

namespace Dashboard.Data;

/// <summary>
/// The evidence base on disk. Any number of threads may ask; changes are made one after the other, each whole or not at
/// all, each a new revision. What was acknowledged is on the disk.
/// </summary>
public sealed class DashboardStore : IDisposable
{
    /// <summary>The longest answer to one question for a list.</summary>
    public const int MostSummaries = 1000;

    /// <summary>The most that is drawn one by one.</summary>
    public const int MostDrawn = 20_000;

    /// <summary>So many incidents are looked through for one thing that they say.</summary>
    public const int MostLookedThrough = 5000;

    private readonly SqliteEngine _engine;
    private readonly TimeProvider _clock;
    private readonly ColumnNames _columns = new();
    private Last _last;

    private DashboardStore(SqliteEngine engine, TimeProvider clock)
    {
        _engine = engine;
        _clock = clock;
        _last = engine.Read(LastOf);
        (Accounts, Sessions, Links) = (new AccountBook(engine, clock), new SessionBook(engine, clock), new LinkBook(engine, clock));
        (Stories, Revisions, Mappings) = (new StoryBook(engine, clock), new RevisionBook(engine), new MappingBook(engine));
    }

    /// <summary>Raised after each commit, on a thread of the pool: what is read from now on is of that revision or a later one.</summary>
    public event Action? Committed;

    /// <summary>Who may change what is in it.</summary>
    public AccountBook Accounts { get; }

    /// <summary>Who is signed in.</summary>
    public SessionBook Sessions { get; }

    /// <summary>Its short links.</summary>
    public LinkBook Links { get; }

    /// <summary>Its stories.</summary>
    public StoryBook Stories { get; }

    /// <summary>Its committed changes.</summary>
    public RevisionBook Revisions { get; }

    /// <summary>What columns of files mean that come again.</summary>
    public MappingBook Mappings { get; }

    /// <summary>The directory that it is in: what is derived from it may lie beside it.</summary>
    public string Directory => Path.GetDirectoryName(_engine.Path)!;

    /// <summary>The number of the last committed change; 0 while there is nothing in the store.</summary>
    public long Revision => Volatile.Read(ref _last).Id;

    /// <summary>What addresses call the revision: its number, and a stamp that no other store has. <c>12-1a2b3c4d</c></summary>
    public string RevisionName => Volatile.Read(ref _last).Name;

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
            StagingFile.DeleteLeftovers(directory);
            return new DashboardStore(engine, clock);
        }
        catch
        {
            engine.Dispose();
            throw;
        }
    }

    /// <summary>
    /// Opens what is in the directory for reading, whether another process has it or not. It is the store as it was then:
    /// what that process commits afterwards is read, but not told.
    /// </summary>
    /// <exception cref="StoreRefusedException">There is nothing there, or nothing that can be read.</exception>
    public static DashboardStore OpenToRead(string directory) => new(SqliteEngine.OpenToRead(directory), TimeProvider.System);

    /// <summary>Adds a dataset as one new revision.</summary>
    /// <exception cref="RefusedException">
    /// A reference in it leads nowhere, or its slug, or a slug of its incidents, is in the store already. Nothing was changed.
    /// </exception>
    public void Add(Dataset dataset)
    {
        DatasetCheck.Run(dataset);
        Commit(connection => AddDataset.Run(connection, dataset, _clock.GetUtcNow()));
    }

    /// <summary>Makes an incident of a lead: in the same dataset, with its claims, tagged "promoted". The lead stays as it is.</summary>
    /// <param name="who">The account that does it; null where nobody signed in.</param>
    /// <exception cref="RefusedException">There is no lead of this slug, or it was promoted already. Nothing was changed.</exception>
    /// <exception cref="StoreRefusedException">The disk is full. Nothing was changed.</exception>
    public CommittedRevision Promote(string leadSlug, string? who = null) =>
        FullDisk.Guard(() => Commit(connection => PromoteLead.Run(connection, leadSlug, _clock.GetUtcNow(), who)));

    /// <summary>Asks several questions of one revision.</summary>
    /// <param name="read">What it gets answers in here only; it returns what is to be kept.</param>
    /// <param name="revision">An earlier one to be asked about, which is committed; null for the last one.</param>
    public T Read<T>(Func<StoreReader, T> read, long? revision = null) => See(revision, connection =>
    {
        var reader = new StoreReader(connection, _columns, revision);
        try
        {
            return read(reader);
        }
        finally
        {
            reader.End();
        }
    });

    /// <summary>Every dataset, whole, all of one revision; in the order in which they were added. For small stores: it is all in memory.</summary>
    public IReadOnlyList<Dataset> ReadDatasets() => Read(reader => reader.Datasets.Select(dataset => reader.Whole(dataset.Description)).ToList());

    /// <summary>
    /// The numbers of the incidents and leads whose title, summary, places and actors have all these words, in any of their
    /// spellings, ascending; the last word may be unfinished. Any text is a question; one without a word finds nothing.
    /// </summary>
    /// <param name="revision">The revision that is asked about; null for the last one.</param>
    public IReadOnlyList<long> FindByText(string text, long? revision = null) =>
        _engine.Read(connection => Questions.FindByText.Ask(connection, text, revision ?? ReadRevision.Ask(connection).Id));

    /// <summary>The lines of the list, in the order of the numbers; unknown numbers are left out.</summary>
    /// <param name="numbers">At most <see cref="MostSummaries"/>.</param>
    /// <param name="revision">As for <see cref="Read{T}"/>, here and below.</param>
    public IReadOnlyList<IncidentSummary> ReadSummaries(IReadOnlyList<long> numbers, long? revision = null)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(numbers.Count, MostSummaries, nameof(numbers));
        return Ask(revision, connection => Questions.ReadSummaries.Ask(connection, numbers, _columns));
    }

    /// <summary>All claims about some incidents, by their numbers; unknown numbers are left out.</summary>
    /// <param name="numbers">At most <see cref="MostSummaries"/>.</param>
    public IReadOnlyDictionary<long, ValueList<Claim>> ReadClaims(IReadOnlyList<long> numbers, long? revision = null)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(numbers.Count, MostSummaries, nameof(numbers));
        return Ask(revision, connection => ReadIncidents.InOrder(connection, numbers, _columns).ToDictionary(stored => stored.Number, stored => stored.Claims));
    }

    /// <summary>Incidents as they are drawn, in the order of the numbers; unknown numbers are left out.</summary>
    /// <param name="numbers">At most <see cref="MostDrawn"/>.</param>
    public IReadOnlyList<DrawnIncident> ReadDrawn(IReadOnlyList<long> numbers, long? revision = null)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(numbers.Count, MostDrawn, nameof(numbers));
        return Ask(revision, connection => Questions.ReadDrawn.Ask(connection, numbers, _columns));
    }

    /// <summary>The incident of this slug with all that belongs to it, or null; at an earlier revision, what had the slug then, as it was.</summary>
    public IncidentRecord? FindIncident(string slug, long? revision = null) =>
        Ask(revision, connection => Questions.FindIncident.Ask(connection, slug, _columns, last: revision ?? long.MaxValue));

    /// <summary>The chain of action and response that the incident of this slug stands in, or null where there is no such incident.</summary>
    public IncidentChain? ReadChain(string slug, long? revision = null) => Ask(revision, connection => Questions.ReadChain.Ask(connection, slug, _columns));

    /// <summary>The relations that hold between incidents, in the order in which they came.</summary>
    /// <param name="numbers">Both ends are among them; at most <see cref="MostDrawn"/>.</param>
    /// <param name="most">How many are read at most.</param>
    public IReadOnlyList<JoinedRelation> ReadRelations(IReadOnlyList<long> numbers, int most, long? revision = null)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(numbers.Count, MostDrawn, nameof(numbers));
        return Ask(revision, connection => new ReadRelations(connection, _columns).Between(numbers, most));
    }

    /// <summary>What revisions did to an incident, the newest first.</summary>
    /// <param name="number">Of any version of it.</param>
    /// <param name="last">Later revisions are left out.</param>
    /// <param name="take">At most <see cref="MostSummaries"/>.</param>
    public IReadOnlyList<IncidentChange> ReadHistory(long number, long last, int take)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(take, MostSummaries);
        return Ask(connection => new ReadHistory(connection, _columns).Of(number, last, take));
    }

    /// <summary>Incidents that were changed, removed or restored, the last revision first; not those that were added.</summary>
    /// <param name="last">Later revisions are left out.</param>
    /// <param name="after">Begins after this one; null begins with the last change.</param>
    /// <param name="take">At most <see cref="MostDrawn"/>.</param>
    /// <param name="since">This revision and what was before it are left out; null for nothing.</param>
    public IReadOnlyList<ChangedIncident> ReadChangedIncidents(long last, (long Revision, long Number)? after, int take, long? since = null)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(take, MostDrawn);
        return _engine.Read(connection => Questions.ReadChangedIncidents.Ask(connection, last, after, take, since ?? 0));
    }

    /// <summary>What is different since each of the changes, in their order.</summary>
    /// <param name="changed">At most <see cref="MostSummaries"/>.</param>
    public IReadOnlyList<IncidentChange> ReadChanges(IReadOnlyList<ChangedIncident> changed)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(changed.Count, MostSummaries, nameof(changed));
        return Ask(connection => new ReadHistory(connection, _columns).Of(changed));
    }

    /// <summary>The number of the incident that has this slug, or of the last version of the one that had it; null where none did.</summary>
    public long? FindVersion(string slug) => _engine.Read(connection => Questions.FindIncident.LastVersion(connection, slug));

    /// <summary>The actor of this id as each dataset describes it that has it, in the order of the datasets; none where none has it.</summary>
    public IReadOnlyList<ActorRecord> FindActor(string id) => _engine.Read(connection => Questions.FindActor.Ask(connection, id));

    /// <summary>The place of this id as each dataset describes it that has it, in the order of the datasets; none where none has it.</summary>
    public IReadOnlyList<PlaceRecord> FindPlace(string id) => _engine.Read(connection => Questions.FindPlace.Ask(connection, id));

    /// <summary>In which roles some actors were in incidents, in the order of the numbers; unknown numbers are left out.</summary>
    /// <param name="numbers">At most <see cref="MostLookedThrough"/>.</param>
    public IReadOnlyList<ActorRole> ReadRoles(IReadOnlyList<long> numbers, IReadOnlySet<string> actorIds)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(numbers.Count, MostLookedThrough, nameof(numbers));
        return _engine.Read(connection => Questions.ReadRoles.Ask(connection, numbers, actorIds));
    }

    /// <summary>Those of some incidents that name a place, in their order; unknown numbers are left out.</summary>
    /// <param name="numbers">At most <see cref="MostLookedThrough"/>.</param>
    public IReadOnlyList<long> ThatNamePlace(IReadOnlyList<long> numbers, string placeId)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(numbers.Count, MostLookedThrough, nameof(numbers));
        return _engine.Read(connection => Questions.ThatNamePlace.Ask(connection, numbers, placeId));
    }

    /// <summary>The claims that an actor made about some incidents, the last that were made first; those without a date after them.</summary>
    /// <param name="numbers">At most <see cref="MostSummaries"/>; unknown ones are left out.</param>
    public IReadOnlyList<MadeClaim> ReadMadeClaims(IReadOnlyList<long> numbers, string actorId)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(numbers.Count, MostSummaries, nameof(numbers));
        return Ask(connection => Questions.ReadMadeClaims.Ask(connection, numbers, actorId, _columns));
    }

    /// <summary>Room for a file on its way in; the store knows nothing of it until it is committed.</summary>
    /// <param name="isToLookAt">True where it will not be committed: what only that needs is left out.</param>
    public StagedImport Stage(bool isToLookAt = false) => new(
        _engine,
        change => Commit(change.Path, connection => change.Run(connection, _clock.GetUtcNow())),
        isToLookAt);

    /// <summary>Restores what held before a revision, as a new revision that can be undone in its turn.</summary>
    /// <param name="who">The account that does it; null where nobody signed in.</param>
    /// <exception cref="RefusedException">There is no such revision, it is undone already, or a later one changed the same. Nothing was changed.</exception>
    public CommittedRevision Undo(long revision, string? who = null) =>
        FullDisk.Guard(() => Commit(connection => UndoRevision.Run(connection, revision, _clock.GetUtcNow(), who)));

    /// <summary>Writes everything back into the one file and lets go of the directory. Nobody may be asking any more.</summary>
    public void Dispose() => _engine.Dispose();

    private static Last LastOf(SqliteConnection connection)
    {
        var (id, name) = ReadRevision.Ask(connection);
        return new Last(id, name);
    }

    private T Ask<T>(Func<SqliteConnection, T> question) => Ask(null, question);

    /// <summary>Asks one question about documents.</summary>
    private T Ask<T>(long? revision, Func<SqliteConnection, T> question) => See(revision, connection =>
    {
        ReadColumnNames.Refresh(connection, _columns);
        return question(connection);
    });

    private T See<T>(long? revision, Func<SqliteConnection, T> question) => _engine.Read(connection => TablesAt.Read(connection, revision, question));

    /// <summary>Makes a change that is a new revision, and tells everybody.</summary>
    private T Commit<T>(Func<SqliteConnection, T> change) => Acknowledge(_engine.Write(connection => (change(connection), LastOf(connection))));

    /// <summary>Makes a large change out of a staging file.</summary>
    private T Commit<T>(string stagingFile, Func<SqliteConnection, T> change) =>
        Acknowledge(_engine.WriteFrom(stagingFile, CommitStaged.Attached, connection => (change(connection), LastOf(connection))));

    private T Acknowledge<T>((T Done, Last Last) committed)
    {
        var before = Revision;
        Acknowledge(committed.Last);
        if (Revision > before)
        {
            ThreadPool.QueueUserWorkItem(_ => Committed?.Invoke());
        }

        return committed.Done;
    }

    /// <summary>Changes are committed in order, but their callers may come back in any.</summary>
    private void Acknowledge(Last last)
    {
        for (var known = _last; known.Id < last.Id; known = _last)
        {
            Interlocked.CompareExchange(ref _last, last, known);
        }
    }

    private sealed record Last(long Id, string Name);
}
