using Dapper;
using Dashboard.Data.Json;
using Dashboard.Domain;
using Dashboard.Domain.Sources;
using Microsoft.Data.Sqlite;

namespace Dashboard.Data.Questions;

/// <summary>The parts of a dataset that hold, in the order in which they came: all of one nature, or some of them.</summary>
internal static class ReadParts
{
    private const string OfDataset = """
        SELECT document FROM part
        WHERE dataset = (SELECT number FROM dataset WHERE slug = @Dataset) AND nature = @Nature AND to_revision IS NULL
        ORDER BY number
        """;

    private const string Some = """
        SELECT document FROM part
        WHERE dataset = @Dataset AND nature = @Nature AND id IN (SELECT value FROM json_each(@Ids)) AND to_revision IS NULL
        ORDER BY number
        """;

    private const string ConflictsOfIncident = """
        SELECT document FROM part
        WHERE dataset = @Dataset AND nature = 'conflict' AND to_revision IS NULL
          AND @Incident IN (SELECT value FROM json_each(document, '$.incidentIds'))
        ORDER BY number
        """;

    private const string DescriptionOfDataset = """
        SELECT document FROM part WHERE dataset = @Dataset AND nature = 'description' AND to_revision IS NULL
        """;

    /// <param name="dataset">Its slug.</param>
    public static List<T> Ask<T>(SqliteConnection connection, string dataset, PartNature nature) =>
        [.. connection.Query<string>(OfDataset, new { Dataset = dataset, Nature = EnumWord.Of(nature) }).Select(DatasetJson.Value<T>)];

    /// <param name="dataset">Its number.</param>
    public static List<T> Ask<T>(SqliteConnection connection, long dataset, PartNature nature, IEnumerable<string> ids) =>
        [.. connection.Query<string>(Some, new { Dataset = dataset, Nature = EnumWord.Of(nature), Ids = DatasetJson.OfWords(ids) }).Select(DatasetJson.Value<T>)];

    /// <summary>The points on which sources differ about one incident.</summary>
    /// <param name="dataset">Its number.</param>
    public static IEnumerable<Conflict> Conflicts(SqliteConnection connection, long dataset, string incident) =>
        connection.Query<string>(ConflictsOfIncident, new { Dataset = dataset, Incident = incident }).Select(DatasetJson.Value<Conflict>);

    /// <param name="connection">Sees a revision in which the dataset is there.</param>
    /// <param name="dataset">Its number.</param>
    public static DatasetDescription Description(SqliteConnection connection, long dataset) =>
        DatasetJson.Value<DatasetDescription>(connection.QuerySingle<string>(DescriptionOfDataset, new { Dataset = dataset }));
}
