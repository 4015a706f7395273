using Dapper;
using Dashboard.Data.Documents;
using Dashboard.Data.Json;
using Dashboard.Domain.Incidents;
using Dashboard.Domain.Sources;
using Dashboard.Domain.Time;
using Microsoft.Data.Sqlite;

namespace Dashboard.Data.Questions;

/// <summary>Every relation of a dataset that corrects what was claimed of an incident, with the time of the statement that does.</summary>
internal static class ReadCorrected
{
    private const string Sql = $"""
        SELECT p.document AS Relation, CAST(i.document AS BLOB) AS Other
        FROM part p JOIN incident i ON i.dataset = p.dataset AND i.id = p.document ->> 'fromId' AND i.to_revision IS NULL
        WHERE p.dataset = @Dataset AND p.nature = 'relation' AND p.to_revision IS NULL AND p.document ->> 'kind' = '{KnownOn.Corrects}'
        ORDER BY p.number
        """;

    /// <returns>By the incident that is corrected.</returns>
    /// <param name="dataset">Its number.</param>
    public static ILookup<string, (Relation Relation, Occurrence? From)> Ask(SqliteConnection connection, long dataset) =>
        connection.Query<Row>(Sql, new { Dataset = dataset })
            .Select(row => (Relation: DatasetJson.Value<Relation>(row.Relation), From: OpeningOfDocument.Time(row.Other)))
            .ToLookup(correction => correction.Relation.ToId);

    private sealed record Row
    {
        public required string Relation { get; init; }

        public required byte[] Other { get; init; }
    }
}
