using System.Globalization;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Dashboard.Data.Engines;

/// <summary>
/// Lets a connection see the incidents and parts that held at an earlier revision, and no others: views of its own stand
/// before the tables, in which everything holds. So every question about what holds can be asked about what held. Who
/// wants the tables themselves says <c>main.incident</c>.
/// </summary>
internal static class TablesAt
{
    private const string Incidents = "number, dataset, id, slug, from_revision, NULL AS to_revision, is_lead, fingerprint, title, start_ms, latitude, longitude, document";

    private const string Parts = "number, dataset, nature, id, from_revision, NULL AS to_revision, document";

    private const string Remove = "DROP VIEW temp.incident; DROP VIEW temp.part;";

    /// <summary>Within a transaction of reading.</summary>
    /// <param name="revision">It is committed; null for the tables as they are.</param>
    public static T Read<T>(SqliteConnection connection, long? revision, Func<SqliteConnection, T> question)
    {
        if (revision is not { } past)
        {
            return question(connection);
        }

        connection.Execute(View("incident", Incidents, past) + View("part", Parts, past));
        // Where the question fails, the transaction takes the views back.
        var answer = question(connection);
        connection.Execute(Remove);
        return answer;
    }

    /// <summary>What holds still and what ended since stand apart, so that each half has its own indexes. A view takes no parameters.</summary>
    private static string View(string table, string columns, long revision) => string.Create(CultureInfo.InvariantCulture, $"""
        CREATE TEMP VIEW {table} AS
        SELECT {columns} FROM main.{table} WHERE to_revision IS NULL AND from_revision <= {revision}
        UNION ALL
        SELECT {columns} FROM main.{table} WHERE to_revision > {revision} AND from_revision <= {revision};

        """);
}
