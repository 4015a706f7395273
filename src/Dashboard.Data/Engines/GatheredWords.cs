using Dapper;
using Microsoft.Data.Sqlite;

namespace Dashboard.Data.Engines;

/// <summary>Fills the text index with very many rows: words are gathered in memory before they are written; the usual megabyte makes many small runs to merge.</summary>
internal static class GatheredWords
{
    private const string Gather = "INSERT INTO incident_text (incident_text, rank) VALUES ('hashsize', @Bytes)";

    private const int UsualBytes = 1 << 20;

    private const int ManyBytes = 32 << 20;

    public static T Run<T>(SqliteConnection connection, Func<T> fill)
    {
        connection.Execute(Gather, new { Bytes = ManyBytes });
        var result = fill();
        connection.Execute(Gather, new { Bytes = UsualBytes });
        return result;
    }
}
