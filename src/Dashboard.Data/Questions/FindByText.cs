using Dapper;
using Dashboard.Data.Text;
using Microsoft.Data.Sqlite;

namespace Dashboard.Data.Questions;

/// <summary>The incidents whose title, summary, places or actors have all the words, in any spelling.</summary>
internal static class FindByText
{
    /// <summary>The index of words knows every incident that ever was.</summary>
    private const string Sql = """
        SELECT i.number
        FROM incident_text t JOIN incident i ON i.number = t.rowid
        WHERE t.incident_text MATCH @Match AND i.from_revision <= @Revision AND (i.to_revision IS NULL OR i.to_revision > @Revision)
        ORDER BY t.rowid
        """;

    public static IReadOnlyList<long> Ask(SqliteConnection connection, string text, long revision) =>
        TextQuestion.Match(text) is { } match ? [.. connection.Query<long>(Sql, new { Match = match, Revision = revision })] : [];
}
