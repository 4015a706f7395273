using Dapper;
using Microsoft.Data.Sqlite;

namespace Dashboard.Data.Questions;

/// <summary>The last committed change and what addresses call it; 0 before the first.</summary>
internal static class ReadRevision
{
    private const string Sql = "SELECT id, stamp FROM revision ORDER BY id DESC LIMIT 1";

    private const string One = "SELECT id, stamp FROM revision WHERE id = @Id";

    private const string First = "SELECT stamp, committed_ms AS Committed FROM revision ORDER BY id LIMIT 1";

    /// <summary>The first change of all; null in an empty store.</summary>
    public static StoreOrigin? Origin(SqliteConnection connection) =>
        connection.QuerySingleOrDefault<OriginRow>(First) is { } row ? new StoreOrigin(row.Stamp, DateTimeOffset.FromUnixTimeMilliseconds(row.Committed)) : null;

    public static (long Id, string Name) Ask(SqliteConnection connection)
    {
        var last = connection.QuerySingleOrDefault<Row>(Sql) ?? new Row { Id = 0, Stamp = "00000000" };
        return (last.Id, NameOf(last));
    }

    /// <summary>What addresses call a revision; null where there is none of this number.</summary>
    public static string? NameOf(SqliteConnection connection, long revision) =>
        connection.QuerySingleOrDefault<Row>(One, new { Id = revision }) is { } row ? NameOf(row) : null;

    private static string NameOf(Row row) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{row.Id}-{row.Stamp}");

    private sealed record OriginRow
    {
        public required string Stamp { get; init; }

        public required long Committed { get; init; }
    }

    private sealed record Row
    {
        public required long Id { get; init; }

        public required string Stamp { get; init; }
    }
}
