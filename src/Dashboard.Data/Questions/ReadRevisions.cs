using System.Text.Json;
using Dapper;
using Dashboard.Domain;
using Microsoft.Data.Sqlite;

namespace Dashboard.Data.Questions;

/// <summary>Committed changes, the newest first: the last ones, or those of one incident.</summary>
internal static class ReadRevisions
{
    private const string Columns = """
        SELECT r.id, r.committed_ms AS Committed, r.what, r.who, r.added, r.changed, r.removed, r.undoes,
          (SELECT max(u.id) FROM revision u WHERE u.undoes = r.id) AS UndoneBy
        FROM revision r
        """;

    private const string Last = $"{Columns} ORDER BY r.id DESC LIMIT @Count";

    private const string OfOne = $"""
        {Columns}
        WHERE r.id <= @Last AND r.id IN (
          SELECT from_revision FROM main.incident WHERE dataset = @Dataset AND id = @Incident AND to_revision IS NULL
          UNION SELECT from_revision FROM main.incident WHERE dataset = @Dataset AND id = @Incident AND to_revision IS NOT NULL
          UNION SELECT to_revision FROM main.incident WHERE dataset = @Dataset AND id = @Incident AND to_revision IS NOT NULL)
        ORDER BY r.id DESC
        """;

    private const string Named = $"{Columns} WHERE r.id IN (SELECT value FROM json_each(@Ids))";

    private const string OneBefore = $"{Columns} WHERE r.committed_ms < @Before ORDER BY r.id DESC LIMIT 1";

    public static IReadOnlyList<RevisionRecord> Ask(SqliteConnection connection, int count) =>
        [.. connection.Query<Row>(Last, new { Count = count }).Select(row => row.ToRecord())];

    /// <summary>The changes that brought an incident, changed it or removed it.</summary>
    /// <param name="last">Later ones are left out.</param>
    public static ValueList<RevisionRecord> OfIncident(SqliteConnection connection, long dataset, string incident, long last) =>
        connection.Query<Row>(OfOne, new { Dataset = dataset, Incident = incident, Last = last }).Select(row => row.ToRecord()).ToValueList();

    /// <summary>Changes by their numbers, in no order.</summary>
    public static IEnumerable<RevisionRecord> Some(SqliteConnection connection, IReadOnlyList<long> ids) =>
        connection.Query<Row>(Named, new { Ids = JsonSerializer.Serialize(ids) }).Select(row => row.ToRecord());

    /// <summary>The last change that was committed before an instant; null where there was none.</summary>
    public static RevisionRecord? Before(SqliteConnection connection, DateTimeOffset instant) =>
        connection.QuerySingleOrDefault<Row>(OneBefore, new { Before = instant.ToUnixTimeMilliseconds() })?.ToRecord();

    private sealed record Row
    {
        public required long Id { get; init; }

        public required long Committed { get; init; }

        public required string What { get; init; }

        public required string? Who { get; init; }

        public required long Added { get; init; }

        public required long Changed { get; init; }

        public required long Removed { get; init; }

        public required long? Undoes { get; init; }

        public required long? UndoneBy { get; init; }

        public RevisionRecord ToRecord() => new()
        {
            Id = Id,
            Committed = DateTimeOffset.FromUnixTimeMilliseconds(Committed),
            What = What,
            Who = Who,
            Added = Added,
            Changed = Changed,
            Removed = Removed,
            Undoes = Undoes,
            UndoneBy = UndoneBy,
        };
    }
}
