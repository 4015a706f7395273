using Dapper;
using Dashboard.Domain;
using Dashboard.Domain.Incidents;
using Dashboard.Domain.Sources;
using Microsoft.Data.Sqlite;

namespace Dashboard.Data.Questions;

/// <summary>The relations of a dataset, or those of one incident with the incident at the other end.</summary>
internal static class ReadRelations
{
    private const string Columns = """
        r.id, r.from_incident AS FromIncident, r.kind, r.to_incident AS ToIncident, r.asserting_actor AS AssertingActor,
          r.asserted_by AS AssertedBy, r.evidence, r.note
        """;

    private const string OfDataset = $"SELECT {Columns} FROM relation r WHERE r.dataset = @Dataset ORDER BY r.position";

    private const string WithOther = $"""
        SELECT {Columns}, i.slug, i.title, i.kind, {OccurrenceRow.Columns}
        FROM relation r JOIN incident i ON i.dataset = r.dataset
        WHERE r.dataset = @Dataset
        """;

    private const string FromIncident = $"{WithOther} AND r.from_incident = @Incident AND i.id = r.to_incident ORDER BY r.position";

    private const string ToIncident = $"{WithOther} AND r.to_incident = @Incident AND i.id = r.from_incident ORDER BY r.position";

    public static ValueList<Relation> Ask(SqliteConnection connection, Scope scope, EvidenceReader evidence) =>
        connection.Query<Row>(OfDataset, scope).Select(row => row.ToRelation(evidence)).ToValueList();

    /// <summary>What the incident answers, follows, is part of …</summary>
    public static ValueList<RelatedIncident> From(SqliteConnection connection, Scope scope, EvidenceReader evidence) =>
        AskWithOther(connection, FromIncident, scope, evidence);

    /// <summary>What answers, follows, is part of … the incident.</summary>
    public static ValueList<RelatedIncident> To(SqliteConnection connection, Scope scope, EvidenceReader evidence) =>
        AskWithOther(connection, ToIncident, scope, evidence);

    private static ValueList<RelatedIncident> AskWithOther(SqliteConnection connection, string sql, Scope scope, EvidenceReader evidence) =>
        connection.Query<Row, OtherRow, OccurrenceRow?, RelatedIncident>(sql,
            (row, other, when) => new(row.ToRelation(evidence), other.Slug, other.Title, new IncidentKind(other.Kind), when?.ToOccurrence()),
            scope, splitOn: $"{nameof(OtherRow.Slug)},{OccurrenceRow.First}").ToValueList();

    private sealed record Row
    {
        public required string Id { get; init; }

        public required string FromIncident { get; init; }

        public required string Kind { get; init; }

        public required string ToIncident { get; init; }

        public required string? AssertingActor { get; init; }

        public required string? AssertedBy { get; init; }

        public required long Evidence { get; init; }

        public required string? Note { get; init; }

        public Relation ToRelation(EvidenceReader evidence) => new(Id, FromIncident, Kind, ToIncident,
            AssertedBy is null ? null : new Claimant(AssertingActor, AssertedBy), evidence[Evidence], Note);
    }

    private sealed record OtherRow
    {
        public required string Slug { get; init; }

        public required string Title { get; init; }

        public required string Kind { get; init; }
    }
}
