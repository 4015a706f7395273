using Dapper;
using Dashboard.Domain;
using Dashboard.Domain.Time;
using Microsoft.Data.Sqlite;

namespace Dashboard.Data.Questions;

/// <summary>The datasets in the store, in the order in which they were added.</summary>
internal static class ReadDescriptions
{
    private const string Sql = """
        SELECT number, slug, title, summary, licence, attribution, covers_from_ms AS CoversFromMs, covers_to_ms AS CoversToMs
        FROM dataset
        ORDER BY number
        """;

    public static IReadOnlyList<(long Number, DatasetDescription Description)> Ask(SqliteConnection connection) =>
        [.. connection.Query<Row>(Sql).Select(row => (row.Number, row.ToDescription()))];

    private sealed record Row
    {
        public required long Number { get; init; }

        public required string Slug { get; init; }

        public required string Title { get; init; }

        public required string Summary { get; init; }

        public required string Licence { get; init; }

        public required string Attribution { get; init; }

        public required long? CoversFromMs { get; init; }

        public required long? CoversToMs { get; init; }

        public DatasetDescription ToDescription() =>
            new(Slug, Title, Summary, Licence, Attribution, new TimeWindow(Instant(CoversFromMs), Instant(CoversToMs)));

        private static DateTimeOffset? Instant(long? ms) => ms is { } known ? DateTimeOffset.FromUnixTimeMilliseconds(known) : null;
    }
}
