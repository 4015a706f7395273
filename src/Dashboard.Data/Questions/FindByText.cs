using Dashboard.Data.Text;
using Microsoft.Data.Sqlite;

namespace Dashboard.Data.Questions;

/// <summary>The incidents whose title, summary, places or actors have all the words, in any spelling.</summary>
internal static class FindByText
{
    /// <summary>
    /// The index of words knows every incident that ever was. Those that had ended or came later are few and stand in
    /// indexes of their own; looking up each match instead takes ten times as long.
    /// </summary>
    private const string Sql = """
        SELECT rowid FROM incident_text
        WHERE incident_text MATCH @Match
          AND rowid NOT IN (SELECT number FROM incident WHERE to_revision <= @Revision)
          AND rowid NOT IN (SELECT number FROM incident WHERE from_revision > @Revision)
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
