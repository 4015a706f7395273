using Dapper;
using Dashboard.Data.Json;
using Dashboard.Domain;
using Microsoft.Data.Sqlite;

namespace Dashboard.Data.Questions;

/// <summary>The datasets that hold, and how much is in them. Both counts come from indexes alone.</summary>
internal static class ReadDatasets
{
    private const string Sql = """
        SELECT p.document,
          (SELECT count(*) FROM incident i WHERE i.dataset = p.dataset AND i.to_revision IS NULL) AS "All",
          (SELECT count(*) FROM incident i WHERE i.dataset = p.dataset AND i.to_revision IS NULL AND i.is_lead = 1) AS Leads
        FROM part p
        WHERE p.nature = 'description' AND p.to_revision IS NULL
        ORDER BY p.dataset
        """;

    private const string AllDescriptions = "SELECT document FROM part WHERE nature = 'description' AND to_revision IS NULL ORDER BY dataset";

    private const string OneDescription = """
        SELECT p.document
        FROM part p JOIN dataset d ON d.number = p.dataset
        WHERE d.slug = @Slug AND p.nature = 'description' AND p.to_revision IS NULL
        """;

    private const string CountOne = "SELECT count(*) FROM incident WHERE dataset = (SELECT number FROM dataset WHERE slug = @Slug) AND to_revision IS NULL";

    private const string Slugs = "SELECT number, slug FROM dataset";

    public static IReadOnlyList<DatasetSummary> Ask(SqliteConnection connection) =>
        [.. connection.Query<Row>(Sql).Select(row => new DatasetSummary(DatasetJson.Value<DatasetDescription>(row.Document), row.All - row.Leads, row.Leads))];

    public static IReadOnlyList<DatasetDescription> Descriptions(SqliteConnection connection) =>
        [.. connection.Query<string>(AllDescriptions).Select(DatasetJson.Value<DatasetDescription>)];

    /// <summary>One dataset that holds, without counting what is in it: that takes a while where it is much.</summary>
    public static DatasetDescription Description(SqliteConnection connection, string slug) =>
        DatasetJson.Value<DatasetDescription>(connection.QuerySingle<string>(OneDescription, new { Slug = slug }));

    /// <summary>The dataset's number for good; null for a slug that was never given.</summary>
    public static long? NumberOf(SqliteConnection connection, string slug) => connection.ExecuteScalar<long?>("SELECT number FROM dataset WHERE slug = @Slug", new { Slug = slug });

    /// <summary>How many incidents and leads of a dataset hold.</summary>
    public static long CountOf(SqliteConnection connection, string slug) => connection.ExecuteScalar<long>(CountOne, new { Slug = slug });

    /// <summary>Every slug that was ever given, by the dataset's number.</summary>
    public static Dictionary<long, string> SlugsByNumber(SqliteConnection connection) =>
        connection.Query<SlugRow>(Slugs).ToDictionary(row => row.Number, row => row.Slug);

    private sealed record Row
    {
        public required string Document { get; init; }

        public required long All { get; init; }

        public required long Leads { get; init; }
    }

    private sealed record SlugRow
    {
        public required long Number { get; init; }

        public required string Slug { get; init; }
    }
}
