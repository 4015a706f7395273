using Dapper;
using Dashboard.Data.Json;
using Dashboard.Domain;
using Dashboard.Domain.Incidents;
using Dashboard.Domain.Places;
using Dashboard.Domain.Time;
using Microsoft.Data.Sqlite;

namespace Dashboard.Data.Questions;

/// <summary>The lines of the list for some incidents, in the order asked for.</summary>
internal static class ReadSummaries
{
    private const string These = "i.id IN (SELECT value FROM json_each(@Ids))";

    private const string Incidents = $"""
        SELECT i.id, i.slug, i.title, i.kind, i.geometry, i.precision_metres AS PrecisionMetres,
          i.killed_low AS KilledLow, i.killed_best AS KilledBest, i.killed_high AS KilledHigh,
          i.injured_low AS InjuredLow, i.injured_best AS InjuredBest, i.injured_high AS InjuredHigh, {OccurrenceRow.Columns}
        FROM incident i
        WHERE {These}
        """;

    private const string Places = $"""
        SELECT i.id AS Incident, p.name, p.country
        FROM incident i
          JOIN incident_place n ON n.dataset = i.dataset AND n.incident = i.id
          JOIN place p ON p.dataset = n.dataset AND p.id = n.place
        WHERE {These}
        ORDER BY i.number, n.position
        """;

    private const string Actors = $"""
        SELECT i.id AS Incident, a.name
        FROM incident i
          JOIN involvement n ON n.dataset = i.dataset AND n.incident = i.id
          JOIN actor a ON a.dataset = n.dataset AND a.id = n.actor
        WHERE {These}
        ORDER BY i.number, n.role <> 'perpetrator', n.position
        """;

    public static IReadOnlyList<IncidentSummary> Ask(SqliteConnection connection, IReadOnlyList<string> incidentIds)
    {
        var ids = new { Ids = DatasetJson.OfWords(incidentIds) };
        var places = connection.Query<PlaceRow>(Places, ids).ToLookup(row => row.Incident);
        var actors = connection.Query<ActorRow>(Actors, ids).ToLookup(row => row.Incident, row => row.Name);
        var summaries = connection.Query<Row, OccurrenceRow?, IncidentSummary>(Incidents,
            (row, when) => row.ToSummary(when?.ToOccurrence(), places[row.Id].ToList(), actors[row.Id]),
            ids, splitOn: OccurrenceRow.First).ToDictionary(summary => summary.Id);
        return [.. incidentIds.Where(summaries.ContainsKey).Select(id => summaries[id])];
    }

    private sealed record PlaceRow
    {
        public required string Incident { get; init; }

        public required string Name { get; init; }

        public required string? Country { get; init; }
    }

    private sealed record ActorRow
    {
        public required string Incident { get; init; }

        public required string Name { get; init; }
    }

    private sealed record Row
    {
        public required string Id { get; init; }

        public required string Slug { get; init; }

        public required string Title { get; init; }

        public required string Kind { get; init; }

        public required string? Geometry { get; init; }

        public required double? PrecisionMetres { get; init; }

        public required int? KilledLow { get; init; }

        public required int? KilledBest { get; init; }

        public required int? KilledHigh { get; init; }

        public required int? InjuredLow { get; init; }

        public required int? InjuredBest { get; init; }

        public required int? InjuredHigh { get; init; }

        public IncidentSummary ToSummary(Occurrence? occurrence, IReadOnlyList<PlaceRow> places, IEnumerable<string> actors) => new()
        {
            Id = Id,
            Slug = Slug,
            Title = Title,
            Kind = new IncidentKind(Kind),
            Occurrence = occurrence,
            Places = places.Select(place => place.Name).ToValueList(),
            Countries = places.Select(place => place.Country).OfType<string>().Distinct().ToValueList(),
            Actors = actors.Distinct().ToValueList(),
            Killed = new Toll(KilledLow, KilledBest, KilledHigh),
            Injured = new Toll(InjuredLow, InjuredBest, InjuredHigh),
            Precision = PrecisionMetres is { } metres ? new GeoPrecision(metres) : null,
            IsPlaced = DatasetJson.Geometry(Geometry)?.DrawnPoints.Any() ?? false,
        };
    }
}
