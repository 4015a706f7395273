using Dapper;
using Dashboard.Data.Documents;
using Dashboard.Data.Engines;
using Dashboard.Data.Revisions;
using Dashboard.Data.Schema;
using Dashboard.Domain.Sharing;
using Microsoft.Data.Sqlite;

namespace Dashboard.Data.Links;

/// <summary>
/// Writes the file of an excerpt: the incidents in the order of their numbers, on two threads, and then the indexes in which they lie scattered.
/// </summary>
internal sealed class ExcerptWriter
{
    /// <summary>A file that nobody has yet needs no journal: what ends halfway is deleted.</summary>
    private const string Settings = """
        PRAGMA page_size = 16384;
        PRAGMA journal_mode = OFF;
        PRAGMA synchronous = OFF;
        PRAGMA cache_size = -32768;
        PRAGMA threads = 1;
        """;

    private const string InsertRevision = """
        INSERT INTO revision (id, stamp, committed_ms, what, undoes, added, changed, removed)
        VALUES (@Id, @Stamp, @Committed, 'Shown through a link', NULL, 0, 0, 0)
        """;

    private const string InsertDataset = "INSERT INTO dataset (slug) VALUES (@Slug) RETURNING number";

    private const string InsertColumns = "INSERT INTO column_names (number, names) VALUES (@Number, @Names)";

    private readonly SqliteConnection _connection;
    private readonly Dictionary<string, ExcerptDataset> _datasets = [];
    private readonly ColumnNames _columns = new();

    private ExcerptWriter(SqliteConnection connection) => _connection = connection;

    /// <param name="path">Of a file that is not there yet.</param>
    /// <param name="key">Of the link.</param>
    /// <param name="numbers">Ascending; null for all.</param>
    /// <returns>How many incidents it has.</returns>
    public static long Write(StoreReader reader, string path, SharedLink link, byte[] key, IReadOnlyList<long>? numbers, CancellationToken stop)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false, ForeignKeys = true }.ToString());
        connection.Open();
        connection.Execute(Settings);
        SchemaScripts.Apply(connection);
        var writer = new ExcerptWriter(connection);
        using var interruption = new Interruption(connection, stop);
        try
        {
            return Transaction.Write(connection, _ => writer.Fill(reader, link, key, numbers, stop));
        }
        catch (SqliteException error) when (Interruption.IsInterruption(error))
        {
            throw new OperationCanceledException("It was told to stop.", error, stop);
        }
    }

    private long Fill(StoreReader reader, SharedLink link, byte[] key, IReadOnlyList<long>? numbers, CancellationToken stop)
    {
        if (reader.Change is not { } change)
        {
            return 0;
        }

        var stamp = Convert.ToHexStringLower(LinkToken.Mac(key, $"{reader.RevisionName}\n{link.Query}\n{RedactionJson.Write(link.Redaction)}").AsSpan(0, 4));
        _connection.Execute(InsertRevision, new { Id = reader.Revision, Stamp = stamp, Committed = change.Committed.ToUnixTimeMilliseconds() });
        foreach (var description in reader.Descriptions)
        {
            var number = _connection.QuerySingle<long>(InsertDataset, new { description.Slug });
            _datasets[description.Slug] = new ExcerptDataset(_connection, number, reader, description, new Redactor(link.Redaction, key, reader.Places(description.Slug)), _columns, isWhole: link.Redaction.IsNone);
        }

        var count = IndexesApart.Run(_connection, CommitStaged.Scattered, () => GatheredWords.Run(_connection, () => Copy(reader, numbers, stop)));
        _connection.Execute(InsertColumns, _columns.All.Select(list => new { list.Number, list.Names }));
        foreach (var dataset in _datasets.Values)
        {
            dataset.Finish();
        }

        NewRevision.Finish(_connection, new CommittedRevision(reader.Revision, count, 0, 0));
        return count;
    }

    private long Copy(StoreReader reader, IReadOnlyList<long>? numbers, CancellationToken stop)
    {
        using var rows = new ExcerptRows(_connection, reader.Revision);
        var batch = rows.Empty();
        foreach (var stored in reader.Incidents(numbers))
        {
            stop.ThrowIfCancellationRequested();
            _datasets[stored.Dataset].Tell(stored, batch);
            if (batch.IsFull)
            {
                rows.Write(batch);
                batch = rows.Empty();
            }
        }

        rows.Write(batch);
        return rows.Finish();
    }
}
