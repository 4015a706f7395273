using System.Diagnostics;
using Dashboard.Data;
using Microsoft.Data.Sqlite;

namespace Dashboard.Benchmarks;

/// <summary>Points in a SQLite database with an index that covers every question, in memory as far as the machine allows.</summary>
internal sealed class SqlitePoints : IDisposable
{
    private readonly SqliteConnection _connection;

    /// <param name="directory">Where the database is made.</param>
    public SqlitePoints(string directory, IEnumerable<(uint X, uint Y, int Day, int Kind)> points)
    {
        // Opening a store gives this process the SQLite of the system.
        DashboardStore.Open(Path.Combine(directory, "store")).Dispose();
        _connection = new SqliteConnection($"Data Source={Path.Combine(directory, "points.db")};Pooling=False");
        _connection.Open();
        Run("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -2000000; PRAGMA mmap_size = 8000000000; PRAGMA temp_store = MEMORY");
        Run("CREATE TABLE points (x INTEGER, y INTEGER, day INTEGER, kind INTEGER)");
        Insert(points);
        Run("CREATE INDEX points_by_day ON points (day, x, y, kind); ANALYZE");
    }

    public string Version => _connection.ServerVersion;

    public (double Milliseconds, uint Checksum) Ask(DatabaseQuestion question)
    {
        var start = Stopwatch.GetTimestamp();
        var (cells, bins) = (Counts(question.Cells, question.CellCount), Counts(question.Bins, question.BinCount));
        return (Stopwatch.GetElapsedTime(start).TotalMilliseconds, DatabaseQuestion.Checksum(cells, bins));
    }

    public void Dispose() => _connection.Dispose();

    private uint[] Counts(string sql, int length)
    {
        var counts = new uint[length];
        using var command = Command(sql);
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            counts[reader.GetInt32(0)] = (uint)reader.GetInt32(1);
        }

        return counts;
    }

    private void Insert(IEnumerable<(uint X, uint Y, int Day, int Kind)> points)
    {
        using var transaction = _connection.BeginTransaction();
        using var command = Command("INSERT INTO points VALUES ($x, $y, $day, $kind)");
        command.Transaction = transaction;
        SqliteParameter[] values = [.. new[] { "$x", "$y", "$day", "$kind" }.Select(name => command.Parameters.Add(name, SqliteType.Integer))];
        foreach (var (x, y, day, kind) in points)
        {
            (values[0].Value, values[1].Value, values[2].Value, values[3].Value) = ((long)x, (long)y, day, kind);
            command.ExecuteNonQuery();
        }

        transaction.Commit();
    }

    private void Run(string sql)
    {
        using var command = Command(sql);
        command.ExecuteNonQuery();
    }

    private SqliteCommand Command(string sql)
    {
        var command = _connection.CreateCommand();
        (command.CommandText, command.CommandTimeout) = (sql, 0);
        return command;
    }
}
