using Dapper;
using Dashboard.Data.Json;
using Dashboard.Domain;
using Dashboard.Domain.Sources;
using Dashboard.Domain.Time;
using Microsoft.Data.Sqlite;

namespace Dashboard.Data.Questions;

/// <summary>The sources of a dataset, or some of them.</summary>
internal static class ReadSources
{
    private const string Columns = """
        SELECT id, publisher, date, nature, address, quotes_primary_statement AS QuotesPrimaryStatement, note
        FROM source
        WHERE dataset = @Dataset
        """;

    private const string OfDataset = $"{Columns} ORDER BY position";

    private const string ById = $"{Columns} AND id IN (SELECT value FROM json_each(@Ids)) ORDER BY position";

    public static ValueList<Source> Ask(SqliteConnection connection, long dataset) => Values(connection.Query<Row>(OfDataset, new { Dataset = dataset }));

    public static ValueList<Source> Ask(SqliteConnection connection, long dataset, IEnumerable<string> ids) =>
        Values(connection.Query<Row>(ById, new { Dataset = dataset, Ids = DatasetJson.OfWords(ids) }));

    private static ValueList<Source> Values(IEnumerable<Row> rows) => rows.Select(row => row.ToSource()).ToValueList();

    private sealed record Row
    {
        public required string Id { get; init; }

        public required string Publisher { get; init; }

        public required string? Date { get; init; }

        public required string Nature { get; init; }

        public required string? Address { get; init; }

        public required bool QuotesPrimaryStatement { get; init; }

        public required string? Note { get; init; }

        public Source ToSource() => new()
        {
            Id = Id,
            Publisher = Publisher,
            Date = Date is null ? null : PartialDate.Parse(Date),
            Nature = Nature,
            Address = Address is null ? null : new Uri(Address),
            QuotesPrimaryStatement = QuotesPrimaryStatement,
            Note = Note,
        };
    }
}
