using Dapper;
using Dashboard.Data.Documents;
using Dashboard.Data.Json;
using Dashboard.Domain;
using Dashboard.Domain.Actors;
using Dashboard.Domain.Incidents;
using Microsoft.Data.Sqlite;

namespace Dashboard.Data.Questions;

/// <summary>The statements that correct what was said about an incident, with who made them.</summary>
internal static class ReadCorrections
{
    private const string Sql = """
        SELECT p.document AS Relation, i.document AS Other
        FROM part p JOIN incident i ON i.dataset = p.dataset AND i.id = p.document ->> 'fromId' AND i.to_revision IS NULL
        WHERE p.dataset = @Dataset AND p.nature = 'relation' AND p.to_revision IS NULL
          AND p.document ->> 'toId' = @Incident AND p.document ->> 'kind' = 'corrects'
        ORDER BY p.number
        """;

    public static ValueList<Correction> Ask(SqliteConnection connection, long dataset, string incident, ColumnNames columns) =>
        connection.Query<Row>(Sql, new { Dataset = dataset, Incident = incident })
            .Select(row => ToCorrection(connection, dataset, row, columns))
            .OrderBy(correction => correction.Occurrence?.Start ?? DateTimeOffset.MaxValue)
            .ToValueList();

    private static Correction ToCorrection(SqliteConnection connection, long dataset, Row row, ColumnNames columns)
    {
        var (other, _) = IncidentDocument.Read(row.Other, columns);
        var ids = other.Involvements.Where(involvement => involvement.Role == "speaker").Select(involvement => involvement.ActorId).ToList();
        var names = ReadParts.Ask<Actor>(connection, dataset, PartNature.Actor, ids).ToDictionary(actor => actor.Id, actor => actor.Name);
        return new(DatasetJson.Value<Relation>(row.Relation), other.Slug, other.Title, other.Occurrence, ids.Select(id => names[id]).ToValueList());
    }

    private sealed record Row
    {
        public required string Relation { get; init; }

        public required string Other { get; init; }
    }
}
