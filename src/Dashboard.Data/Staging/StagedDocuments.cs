using System.Text.Json;
using Dashboard.Data.Documents;
using Dashboard.Data.Engines;
using Dashboard.Data.Json;
using Dashboard.Data.Questions;
using Dashboard.Domain;
using Dashboard.Domain.Actors;
using Dashboard.Domain.Incidents;
using Dashboard.Domain.Places;
using Dashboard.Domain.Sources;
using Dashboard.Domain.Time;
using Microsoft.Data.Sqlite;

namespace Dashboard.Data.Staging;

/// <summary>Single incidents, staged or stored, with the names of what they refer to: for the few that a person looks at.</summary>
internal sealed class StagedDocuments : IDisposable
{
    private const int MostRemembered = 10_000;

    private const string Staged = """
        SELECT r.line, d.stored, r.dataset, b.document
        FROM incident r CROSS JOIN dataset d ON d.number = r.dataset CROSS JOIN body b ON b.position = r.position
        WHERE r.position = ?
        """;

    private const string Stored = "SELECT i.dataset, i.document FROM store.incident i WHERE i.number = ?";

    private const string StagedPart = "SELECT document FROM part WHERE dataset = ? AND nature = ? AND id = ?";

    private const string StoredPart = "SELECT document FROM store.part WHERE dataset = ? AND nature = ? AND id = ? AND to_revision IS NULL";

    private readonly ColumnNames _columns;
    private readonly ColumnNames _storedColumns = new();
    private readonly RawStatement _staged;
    private readonly RawStatement _stored;
    private readonly RawStatement _stagedPart;
    private readonly RawStatement _storedPart;
    private readonly Dictionary<(long?, long?, string, string), object?> _parts = [];

    /// <param name="connection">The staging file's, with the store attached.</param>
    public StagedDocuments(SqliteConnection connection, ColumnNames columns)
    {
        _columns = columns;
        // The staging file has no such table, so the store's is meant.
        ReadColumnNames.Refresh(connection, _storedColumns);
        _staged = new RawStatement(connection, Staged);
        _stored = new RawStatement(connection, Stored);
        _stagedPart = new RawStatement(connection, StagedPart);
        _storedPart = new RawStatement(connection, StoredPart);
    }

    public Found ReadStaged(long position)
    {
        _staged.Bind(1, position);
        _staged.Step();
        var line = _staged.Integer(0);
        long? stored = _staged.IsNull(1) ? null : _staged.Integer(1);
        var staged = _staged.Integer(2);
        var (incident, claims) = IncidentDocument.Read(_staged.Utf8(3), _columns);
        _staged.Reset();
        return new Found(this, line, staged, stored, incident, claims);
    }

    public Found ReadStored(long number)
    {
        _stored.Bind(1, number);
        _stored.Step();
        var stored = _stored.Integer(0);
        var (incident, claims) = IncidentDocument.Read(_stored.Utf8(1), _storedColumns);
        _stored.Reset();
        return new Found(this, 0, null, stored, incident, claims);
    }

    public void Dispose()
    {
        _staged.Dispose();
        _stored.Dispose();
        _stagedPart.Dispose();
        _storedPart.Dispose();
    }

    private T? Part<T>(long? staged, long? stored, string nature, string id)
        where T : class
    {
        var key = (staged, stored, nature, id);
        if (!_parts.TryGetValue(key, out var part))
        {
            if (_parts.Count >= MostRemembered)
            {
                _parts.Clear();
            }

            _parts[key] = part = Find<T>(_stagedPart, staged, nature, id) ?? Find<T>(_storedPart, stored, nature, id);
        }

        return (T?)part;
    }

    private static T? Find<T>(RawStatement statement, long? dataset, string nature, string id)
        where T : class
    {
        if (dataset is null)
        {
            return null;
        }

        statement.Bind(1, dataset);
        statement.Bind(2, nature);
        statement.Bind(3, id);
        var part = statement.Step() ? JsonSerializer.Deserialize<T>(statement.Utf8(0), DatasetJson.Compact) : null;
        statement.Reset();
        return part;
    }

    /// <summary>One incident, and where to look for what it refers to.</summary>
    internal sealed class Found(StagedDocuments documents, long line, long? staged, long? stored, Incident incident, ValueList<Claim> claims)
    {
        public long Line { get; } = line;

        public Incident Incident { get; } = incident;

        public ValueList<Claim> Claims { get; } = claims;

        public string When => OccurrenceWords.Long(Incident.Occurrence, Clock.Utc);

        /// <summary>Its places, in the order of importance: "Albu Kamal, Deir ez-Zor, Syria".</summary>
        public string Where
        {
            get
            {
                var places = Incident.PlaceIds.Select(Place).OfType<Place>().ToList();
                return places is [var only] ? InFull(only) : string.Join(", ", places.Select(place => place.Name));
            }
        }

        public Actor? Actor(string id) => documents.Part<Actor>(staged, stored, "actor", id);

        public Place? Place(string id) => documents.Part<Place>(staged, stored, "place", id);

        public string SourceName(string id) => documents.Part<Source>(staged, stored, "source", id)?.Publisher ?? id;

        public string ActorName(string id) => Actor(id)?.Name ?? id;

        private static string InFull(Place place) =>
            string.Join(", ", new[] { place.Name, place.Province, place.Country is { } country ? Countries.Name(country) : null }.OfType<string>().Distinct());
    }
}
