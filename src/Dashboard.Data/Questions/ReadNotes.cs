using Dapper;
using Dashboard.Data.Json;
using Dashboard.Domain;
using Dashboard.Domain.Sources;
using Microsoft.Data.Sqlite;

namespace Dashboard.Data.Questions;

/// <summary>The notes of a dataset.</summary>
internal static class ReadNotes
{
    private const string Sql = "SELECT id, title, examples, advice, evidence FROM note WHERE dataset = @Dataset ORDER BY position";

    public static ValueList<DatasetNote> Ask(SqliteConnection connection, Scope scope, EvidenceReader evidence) =>
        connection.Query<Row>(Sql, scope)
            .Select(row => new DatasetNote(row.Id, row.Title, DatasetJson.Words(row.Examples), row.Advice, evidence[row.Evidence].Basis))
            .ToValueList();

    private sealed record Row
    {
        public required string Id { get; init; }

        public required string Title { get; init; }

        public required string Examples { get; init; }

        public required string Advice { get; init; }

        public required long Evidence { get; init; }
    }
}
