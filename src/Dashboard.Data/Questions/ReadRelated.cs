using Dapper;
using Dashboard.Data.Documents;
using Dashboard.Data.Json;
using Dashboard.Domain;
using Dashboard.Domain.Incidents;
using Microsoft.Data.Sqlite;

namespace Dashboard.Data.Questions;

/// <summary>The relations of one incident, each with the incident at its other end.</summary>
internal static class ReadRelated
{
    private const string FromIncident = """
        SELECT p.document AS Relation, i.document AS Other
        FROM part p JOIN incident i ON i.dataset = p.dataset AND i.id = p.document ->> 'toId' AND i.to_revision IS NULL
        WHERE p.dataset = @Dataset AND p.nature = 'relation' AND p.to_revision IS NULL AND p.document ->> 'fromId' = @Incident
        ORDER BY p.number
        """;

    private const string ToIncident = """
        SELECT p.document AS Relation, i.document AS Other
        FROM part p JOIN incident i ON i.dataset = p.dataset AND i.id = p.document ->> 'fromId' AND i.to_revision IS NULL
        WHERE p.dataset = @Dataset AND p.nature = 'relation' AND p.to_revision IS NULL AND p.document ->> 'toId' = @Incident
        ORDER BY p.number
        """;

    /// <summary>What the incident answers, follows, is part of …</summary>
    public static ValueList<RelatedIncident> From(SqliteConnection connection, long dataset, string incident, ColumnNames columns) =>
        Ask(connection, FromIncident, dataset, incident, columns);

    /// <summary>What answers, follows, is part of … the incident.</summary>
    public static ValueList<RelatedIncident> To(SqliteConnection connection, long dataset, string incident, ColumnNames columns) =>
        Ask(connection, ToIncident, dataset, incident, columns);

    private static ValueList<RelatedIncident> Ask(SqliteConnection connection, string sql, long dataset, string incident, ColumnNames columns) =>
        connection.Query<Row>(sql, new { Dataset = dataset, Incident = incident }).Select(row => row.ToRelated(columns)).ToValueList();

    private sealed record Row
    {
        public required string Relation { get; init; }

        public required string Other { get; init; }

        public RelatedIncident ToRelated(ColumnNames columns)
        {
            var (other, _) = IncidentDocument.Read(Other, columns);
            return new(DatasetJson.Value<Relation>(Relation), other.Slug, other.Title, other.Kind, other.Occurrence);
        }
    }
}
