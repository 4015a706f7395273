using Dapper;
using Dashboard.Data.Text;
using Microsoft.Data.Sqlite;

namespace Dashboard.Data.Questions;

/// <summary>The incidents whose title, summary, places or actors have all the words, in any spelling.</summary>
internal static class FindByText
{
    private const string Sql = """
        SELECT i.id
        FROM incident_text t JOIN incident i ON i.number = t.rowid
        WHERE t.incident_text MATCH @Match
        """;

    public static IReadOnlySet<string> Ask(SqliteConnection connection, string text) =>
        TextQuestion.Match(text) is { } match ? connection.Query<string>(Sql, new { Match = match }).ToHashSet() : new HashSet<string>();
}
