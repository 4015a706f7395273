using Dapper;
using Dashboard.Data.Import;
using Dashboard.Data.Json;
using Microsoft.Data.Sqlite;

namespace Dashboard.Data.Revisions;

/// <summary>Keeps a mapping under a name, in place of the one that had it. It changes no incident, so it is no revision.</summary>
internal static class SaveMapping
{
    private const string Sql = """
        INSERT INTO mapping (name, document) VALUES (@Name, @Document)
        ON CONFLICT (name) DO UPDATE SET document = excluded.document
        """;

    public static int Run(SqliteConnection connection, string name, Mapping mapping) =>
        connection.Execute(Sql, new { Name = name, Document = DatasetJson.Of(mapping) });
}
