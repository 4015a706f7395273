using Dapper;
using Dashboard.Data.Engines;
using Dashboard.Data.Revisions;
using Dashboard.Data.Schema;
using Dashboard.Domain.Sharing;
using Microsoft.Data.Sqlite;

namespace Dashboard.Data.Links;

/// <summary>Writes the file of an excerpt, incident by incident.</summary>
internal sealed class ExcerptWriter : IDisposable
{
    /// <summary>A file that nobody has yet needs no journal: what ends halfway is deleted.</summary>
    private const string Settings = """
        PRAGMA page_size = 16384;
        PRAGMA journal_mode = OFF;
        PRAGMA synchronous = OFF;
        PRAGMA cache_size = -32768;
        """;

    private const string InsertRevision = """
        INSERT INTO revision (id, stamp, committed_ms, what, undoes, added, changed, removed)
        VALUES (@Id, @Stamp, @Committed, 'Shown through a link', NULL, 0, 0, 0)
        """;

    private const string InsertDataset = "INSERT INTO dataset (slug) VALUES (@Slug) RETURNING number";

    private readonly SqliteConnection _connection;
    private readonly Dictionary<string, ExcerptDataset> _datasets = [];

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
        using var writer = new ExcerptWriter(connection);
        return Transaction.Write(connection, _ => writer.Fill(reader, link, key, numbers, stop));
    }

    public void Dispose()
    {
        foreach (var dataset in _datasets.Values)
        {
            dataset.Dispose();
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
            _datasets[description.Slug] = new ExcerptDataset(_connection, number, reader, description, new Redactor(link.Redaction, key, reader.Places(description.Slug)), isWhole: link.Redaction.IsNone);
        }

        var count = 0L;
        foreach (var stored in reader.Incidents(numbers))
        {
            stop.ThrowIfCancellationRequested();
            _datasets[stored.Dataset].Add(stored);
            count++;
        }

        foreach (var dataset in _datasets.Values)
        {
            dataset.Finish();
        }

        NewRevision.Finish(_connection, new CommittedRevision(reader.Revision, count, 0, 0));
        return count;
    }
}
