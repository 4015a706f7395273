using Dapper;
using Dashboard.Data.Json;
using Dashboard.Domain;
using Dashboard.Domain.Incidents;
using Dashboard.Domain.Places;
using Dashboard.Domain.Time;
using Microsoft.Data.Sqlite;

namespace Dashboard.Data.Questions;

/// <summary>The incidents of a dataset, or one of them, whole.</summary>
internal static class ReadIncidents
{
    private const string Columns = $"""
        SELECT i.id, i.slug, i.title, i.kind, i.summary, i.occurrence_evidence AS OccurrenceEvidence, i.occurrence_note AS OccurrenceNote,
          i.geometry, i.precision_metres AS PrecisionMetres, i.geometry_evidence AS GeometryEvidence, i.geometry_note AS GeometryNote,
          i.killed_low AS KilledLow, i.killed_best AS KilledBest, i.killed_high AS KilledHigh,
          i.killed_note AS KilledNote, i.killed_evidence AS KilledEvidence,
          i.injured_low AS InjuredLow, i.injured_best AS InjuredBest, i.injured_high AS InjuredHigh,
          i.injured_note AS InjuredNote, i.injured_evidence AS InjuredEvidence,
          i.targets, i.caveats, i.tags, i.evidence, {OccurrenceRow.Columns}
        FROM incident i
        WHERE i.dataset = @Dataset
        """;

    private const string OfDataset = $"{Columns} ORDER BY i.position";

    private const string OfIncident = $"{Columns} AND i.id = @Incident";

    public static ValueList<Incident> Ask(SqliteConnection connection, Scope scope, EvidenceReader evidence)
    {
        var places = ReadIncidentPlaces.Ask(connection, scope);
        var involvements = ReadInvolvements.Ask(connection, scope, evidence);
        var weapons = ReadWeapons.Ask(connection, scope, evidence);
        return connection.Query<Row, OccurrenceRow?, Incident>(scope.IsWholeDataset ? OfDataset : OfIncident,
            (row, when) => row.ToIncident(when?.ToOccurrence(), evidence) with
            {
                PlaceIds = places[row.Id].ToValueList(),
                Involvements = involvements[row.Id].ToValueList(),
                Weapons = weapons[row.Id].ToValueList(),
            },
            scope, splitOn: OccurrenceRow.First).ToValueList();
    }

    private sealed record Row
    {
        public required string Id { get; init; }

        public required string Slug { get; init; }

        public required string Title { get; init; }

        public required string Kind { get; init; }

        public required string Summary { get; init; }

        public required long OccurrenceEvidence { get; init; }

        public required string? OccurrenceNote { get; init; }

        public required string? Geometry { get; init; }

        public required double? PrecisionMetres { get; init; }

        public required long GeometryEvidence { get; init; }

        public required string? GeometryNote { get; init; }

        public required int? KilledLow { get; init; }

        public required int? KilledBest { get; init; }

        public required int? KilledHigh { get; init; }

        public required string? KilledNote { get; init; }

        public required long KilledEvidence { get; init; }

        public required int? InjuredLow { get; init; }

        public required int? InjuredBest { get; init; }

        public required int? InjuredHigh { get; init; }

        public required string? InjuredNote { get; init; }

        public required long InjuredEvidence { get; init; }

        public required string? Targets { get; init; }

        public required string Caveats { get; init; }

        public required string Tags { get; init; }

        public required long Evidence { get; init; }

        public Incident ToIncident(Occurrence? occurrence, EvidenceReader evidence) => new()
        {
            Id = Id,
            Slug = Slug,
            Title = Title,
            Kind = new IncidentKind(Kind),
            Summary = Summary,
            Occurrence = occurrence,
            OccurrenceEvidence = evidence[OccurrenceEvidence],
            OccurrenceNote = OccurrenceNote,
            PlaceIds = [],
            Geometry = DatasetJson.Geometry(Geometry),
            Precision = PrecisionMetres is { } metres ? new GeoPrecision(metres) : null,
            GeometryEvidence = evidence[GeometryEvidence],
            GeometryNote = GeometryNote,
            Involvements = [],
            Killed = new TollReading(new Toll(KilledLow, KilledBest, KilledHigh), KilledNote, evidence[KilledEvidence]),
            Injured = new TollReading(new Toll(InjuredLow, InjuredBest, InjuredHigh), InjuredNote, evidence[InjuredEvidence]),
            Weapons = [],
            Targets = Targets,
            Caveats = DatasetJson.Words(Caveats),
            Tags = DatasetJson.Words(Tags),
            Evidence = evidence[Evidence],
        };
    }
}
