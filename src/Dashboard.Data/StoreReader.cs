using Dashboard.Data.Documents;
using Dashboard.Data.Questions;
using Dashboard.Domain;
using Dashboard.Domain.Actors;
using Dashboard.Domain.Incidents;
using Dashboard.Domain.Places;
using Dashboard.Domain.Querying;
using Dashboard.Domain.Sources;
using Dashboard.Domain.Time;
using Microsoft.Data.Sqlite;

namespace Dashboard.Data;

/// <summary>
/// One revision of the store, the last one or an earlier one, whatever is committed meanwhile. It answers inside <see cref="DashboardStore.Read{T}"/> only,
/// and what it streams must be consumed there.
/// </summary>
public sealed class StoreReader
{
    private readonly SqliteConnection _connection;
    private readonly ColumnNames _columns;
    private readonly long? _past;
    private bool _hasEnded;

    /// <param name="past">The earlier revision that the connection sees; null where it sees the last one.</param>
    internal StoreReader(SqliteConnection connection, ColumnNames columns, long? past)
    {
        (_connection, _columns, _past) = (connection, columns, past);
        (Revision, RevisionName) = past is { } revision
            ? (revision, ReadRevision.NameOf(connection, revision) ?? throw new ArgumentOutOfRangeException(nameof(past), past, "there is no such revision"))
            : ReadRevision.Ask(connection);
        ReadColumnNames.Refresh(connection, columns);
    }

    /// <param name="dataset">The slug of its dataset.</param>
    /// <param name="document">Valid during the call only.</param>
    internal delegate void TakeDocument(string dataset, ReadOnlySpan<byte> document);

    public long Revision { get; }

    /// <inheritdoc cref="DashboardStore.RevisionName"/>
    public string RevisionName { get; }

    /// <summary>The change that made it; null in an empty store.</summary>
    internal RevisionRecord? Change => ReadRevisions.Some(Connection, [Revision]).SingleOrDefault();

    /// <summary>In the order in which they first came.</summary>
    public IReadOnlyList<DatasetSummary> Datasets => field ??= ReadDatasets.Ask(Connection);

    /// <summary>The same datasets without counting what is in them, which takes a while at an earlier revision.</summary>
    public IReadOnlyList<DatasetDescription> Descriptions => field ??= ReadDatasets.Descriptions(Connection);

    /// <summary>What documents mean by the numbers of lists of columns; it goes on to be right after the reading.</summary>
    internal ColumnNames ColumnNames => _columns;

    /// <summary>One of the datasets; quick, however much is in it.</summary>
    /// <param name="dataset">Its slug; it holds.</param>
    internal DatasetDescription Description(string dataset) => ReadDatasets.Description(Connection, dataset);

    /// <summary>How many incidents and leads a dataset has.</summary>
    internal long CountOf(string dataset) => ReadDatasets.CountOf(Connection, dataset);

    private SqliteConnection Connection => _hasEnded ? throw new ObjectDisposedException(nameof(StoreReader), "the reading has ended") : _connection;

    /// <param name="dataset">Its slug; a dataset that is not there has none, here and below.</param>
    public IReadOnlyList<Actor> Actors(string dataset) => Parts<Actor>(dataset, PartNature.Actor);

    public IReadOnlyList<Place> Places(string dataset) => Parts<Place>(dataset, PartNature.Place);

    public IReadOnlyList<Source> Sources(string dataset) => Parts<Source>(dataset, PartNature.Source);

    /// <param name="ids">Which; unknown ones are left out.</param>
    /// <inheritdoc cref="Sources(string)"/>
    public IReadOnlyList<Source> Sources(string dataset, IEnumerable<string> ids) =>
        ReadDatasets.NumberOf(Connection, dataset) is { } number ? ReadParts.Ask<Source>(Connection, number, PartNature.Source, ids) : [];

    public IReadOnlyList<Relation> Relations(string dataset) => Parts<Relation>(dataset, PartNature.Relation);

    public IReadOnlyList<Conflict> Conflicts(string dataset) => Parts<Conflict>(dataset, PartNature.Conflict);

    public IReadOnlyList<DatasetNote> Notes(string dataset) => Parts<DatasetNote>(dataset, PartNature.Note);

    /// <summary>The whole dataset, its claims in the order of its incidents.</summary>
    public Dataset Whole(DatasetDescription description)
    {
        var slug = description.Slug;
        var incidents = ReadIncidents.OfDataset(Connection, slug, _columns).ToList();
        return new Dataset
        {
            Description = description,
            Actors = Actors(slug).ToValueList(),
            Places = Places(slug).ToValueList(),
            Sources = Sources(slug).ToValueList(),
            Incidents = incidents.Select(stored => stored.Incident).ToValueList(),
            Claims = incidents.SelectMany(stored => stored.Claims).ToValueList(),
            Relations = Relations(slug).ToValueList(),
            Conflicts = Conflicts(slug).ToValueList(),
            Notes = Notes(slug).ToValueList(),
        };
    }

    /// <summary>The facts of all incidents and leads, by number, read as they are asked for.</summary>
    public IEnumerable<IncidentFacts> Facts() => ReadFacts.Stream(Connection, _past);

    /// <summary>When all incidents and leads began, by number, read as they are asked for.</summary>
    public IEnumerable<IncidentStart> Starts() => ReadStarts.Stream(Connection);

    /// <summary>Incidents and leads with all that they hold, read as they are asked for.</summary>
    /// <param name="numbers">Which, in this order, unknown ones left out; null for all, by number.</param>
    public IEnumerable<StoredIncident> Incidents(IEnumerable<long>? numbers) => numbers is null
        ? ReadIncidents.All(Connection, _columns)
        : ReadIncidents.InOrder(Connection, numbers, _columns);

    /// <summary>The relations by which statements correct what was said about some incidents, in the order in which they came.</summary>
    public IReadOnlyList<JoinedRelation> Corrections(IReadOnlyCollection<long> numbers) => new ReadRelations(Connection, _columns).Correcting(numbers);

    /// <summary>The numbers that incidents have in the last revision, by those that they had in any; without those that are gone.</summary>
    public IReadOnlyDictionary<long, long> Present(IReadOnlyCollection<long> numbers) => ReadPresent.Ask(Connection, numbers);

    /// <summary>The relations by which statements correct what was said about incidents of a dataset, by the incident, each with the time of the statement.</summary>
    internal ILookup<string, (Relation Relation, Occurrence? From)> Corrections(string dataset) =>
        ReadDatasets.NumberOf(Connection, dataset) is { } number ? ReadCorrected.Ask(Connection, number) : Enumerable.Empty<(Relation Relation, Occurrence? From)>().ToLookup(_ => "");

    /// <summary>Incidents and leads as documents.</summary>
    /// <param name="numbers">Which, in this order, unknown ones left out.</param>
    /// <returns>How many they were.</returns>
    internal int Documents(IEnumerable<long> numbers, TakeDocument take)
    {
        var slugs = ReadDatasets.SlugsByNumber(Connection);
        DocumentRows.ExpectMany(Connection);
        return DocumentRows.InOrder(Connection, numbers, (_, dataset, document) =>
        {
            take(slugs[dataset], document);
            return 1;
        }).Sum();
    }

    internal void End() => _hasEnded = true;

    private List<T> Parts<T>(string dataset, PartNature nature) => ReadParts.Ask<T>(Connection, dataset, nature);
}
