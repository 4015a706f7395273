using Dashboard.Data.Text;
using Microsoft.Data.Sqlite;

namespace Dashboard.Data.Questions;

/// <summary>The incidents whose title, summary, places or actors have all the words, in any spelling.</summary>
internal static class FindByText
{
    /// <summary>
    /// The index of words knows every incident that ever was. Later ones have higher numbers, however many there are; those
    /// that had ended are few and stand in an index of their own: looking up each match instead takes ten times as long.
    /// </summary>
    private const string Sql = """
        SELECT rowid FROM incident_text
        WHERE incident_text MATCH @Match
          AND rowid <= (SELECT number FROM incident WHERE from_revision <= @Revision ORDER BY from_revision DESC, number DESC LIMIT 1)
          AND rowid NOT IN (SELECT number FROM incident WHERE to_revision <= @Revision)
        ORDER BY rowid
        """;

    public static IReadOnlyList<long> Ask(SqliteConnection connection, string text, long revision)
    {
        if (TextQuestion.Match(text) is not { } match)
        {
            return [];
        }

        using var command = connection.CreateCommand();
        command.CommandText = Sql;
        command.Parameters.AddWithValue("@Match", match);
        command.Parameters.AddWithValue("@Revision", revision);
        using var rows = command.ExecuteReader();
        var numbers = new List<long>();
        while (rows.Read())
        {
            numbers.Add(rows.GetInt64(0));
        }

        return numbers;
    }
}
