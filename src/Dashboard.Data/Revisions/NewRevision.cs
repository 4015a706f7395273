using System.Security.Cryptography;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Dashboard.Data.Revisions;

/// <summary>The row that stands for a change, within the transaction that makes it.</summary>
internal static class NewRevision
{
    private const int StampLength = 8;

    private const string Insert = """
        INSERT INTO revision (stamp, committed_ms, what, who, undoes, added, changed, removed)
        VALUES (@Stamp, @Committed, @What, @Who, @Undoes, 0, 0, 0)
        RETURNING id
        """;

    private const string Count = "UPDATE revision SET added = @Added, changed = @Changed, removed = @Removed WHERE id = @Revision";

    private const string Delete = "DELETE FROM revision WHERE id = @Revision";

    /// <param name="what">What is done, in words.</param>
    /// <param name="who">The account that does it; null where nobody signed in.</param>
    /// <param name="undoes">The revision that is taken back.</param>
    /// <returns>Its number, for the rows that it brings and ends.</returns>
    public static long Begin(SqliteConnection connection, DateTimeOffset now, string what, string? who, long? undoes = null) =>
        connection.QuerySingle<long>(Insert, new
        {
            Stamp = RandomNumberGenerator.GetHexString(StampLength, lowercase: true),
            Committed = now.ToUnixTimeMilliseconds(),
            What = what,
            Who = who,
            Undoes = undoes,
        });

    /// <summary>Says how many incidents it added, changed and removed.</summary>
    public static CommittedRevision Finish(SqliteConnection connection, CommittedRevision counts)
    {
        connection.Execute(Count, counts);
        return counts;
    }

    /// <summary>For a change that turned out to change nothing.</summary>
    public static void Withdraw(SqliteConnection connection, long revision) => connection.Execute(Delete, new { Revision = revision });
}
