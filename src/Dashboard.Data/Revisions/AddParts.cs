using Dapper;
using Dashboard.Data.Json;
using Microsoft.Data.Sqlite;

namespace Dashboard.Data.Revisions;

/// <summary>Adds parts of a dataset, in their order.</summary>
internal static class AddParts
{
    private const string Insert = """
        INSERT INTO part (dataset, nature, id, from_revision, document)
        VALUES (@Dataset, @Nature, @Id, @Revision, @Document)
        """;

    public static void Run<T>(SqliteConnection connection, long dataset, long revision, PartNature nature, IEnumerable<T> parts, Func<T, string> id) =>
        connection.Execute(Insert, parts.Select(part => new
        {
            Dataset = dataset,
            Nature = EnumWord.Of(nature),
            Id = id(part),
            Revision = revision,
            Document = DatasetJson.Of(part),
        }));
}
