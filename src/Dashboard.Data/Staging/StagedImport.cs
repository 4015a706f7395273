using System.Buffers;
using Dapper;
using Dashboard.Data.Documents;
using Dashboard.Data.Engines;
using Dashboard.Data.Import;
using Dashboard.Data.Questions;
using Dashboard.Data.Revisions;
using Dashboard.Domain;
using Dashboard.Domain.Places;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Dashboard.Data.Staging;

/// <summary>
/// A file on its way into the store: its rows are collected beside it, compared with it, and, when a person says so, committed
/// as one revision, whole or not at all. Until then the store knows nothing of it. One thread at a time, and one beside it that prepares; what it holds in
/// memory does not grow with the file. Disposing it deletes what was collected.
/// </summary>
public sealed class StagedImport : IDisposable
{
    private readonly SqliteEngine _engine;
    private readonly Func<CommitStaged, CommittedImport?> _commit;
    private readonly ColumnNames _columns = new();
    private readonly ArrayBufferWriter<byte> _document = new(4096);
    private readonly SqliteConnection _connection;
    private readonly string _path;
    private readonly bool _isToLookAt;
    private readonly StagedDatasets _datasets;
    private readonly StagedParts _parts;
    private readonly StagedRefusals _refusals;
    private readonly StagedRows _rows;
    private Difference? _difference;
    private bool _isSpoilt;

    /// <param name="commit">Makes the change on the store's writer and acknowledges it; null where another revision came before it.</param>
    /// <param name="isToLookAt">True where nothing will be committed.</param>
    internal StagedImport(SqliteEngine engine, Func<CommitStaged, CommittedImport?> commit, bool isToLookAt)
    {
        (_engine, _commit, _isToLookAt) = (engine, commit, isToLookAt);
        _connection = FullDisk.Guard(() => StagingFile.Create(Path.GetDirectoryName(engine.Path)!));
        _path = _connection.DataSource;
        _datasets = new StagedDatasets(_connection);
        _parts = new StagedParts(_connection);
        _refusals = new StagedRefusals(_connection);
        _rows = new StagedRows(_connection, _datasets, _parts, _refusals, withWords: !isToLookAt);
    }

    /// <summary>What committing would do, as <see cref="Finish"/> or a refused commit found it last.</summary>
    public Difference Difference => _difference ?? throw new InvalidOperationException("Nothing was compared yet: finish the import first.");

    /// <summary>Takes in what the file holds, in its order.</summary>
    /// <exception cref="StoreRefusedException">The disk is full; the store is as it was.</exception>
    public void Add(FileContent content) => Add(Prepare(content));

    /// <summary>The part of adding that needs nothing but the content itself: another thread can do it, while this one adds.</summary>
    internal PreparedContent Prepare(FileContent content)
    {
        // Without words to gather, this thread would have more to do than the one that adds.
        return content is FileContent.Row { Incident: var row } && !_isToLookAt
            ? new PreparedContent(content, DocumentOf(row).ToArray())
            : new PreparedContent(content, default);
    }

    /// <inheritdoc cref="Add(FileContent)"/>
    internal void Add(PreparedContent content)
    {
        if (_difference is not null)
        {
            throw new InvalidOperationException("The import is finished: nothing can be added to it.");
        }

        FullDisk.Guard(() => Take(content));
    }

    /// <summary>What is said of one of the datasets that the rows go to. Its coverage is widened to that of the rows.</summary>
    public void Describe(DatasetDescription description) => _datasets.Describe(description);

    /// <summary>Compares with the store. Nothing can be added afterwards.</summary>
    /// <exception cref="OperationCanceledException">Asked to stop; there is nothing left but to dispose it.</exception>
    /// <exception cref="StoreRefusedException">The disk is full; the store is as it was.</exception>
    public Difference Finish(CancellationToken stop) => FullDisk.Guard(() =>
    {
        _connection.Execute("COMMIT");
        return _difference = Compare(stop);
    });

    /// <summary>The rows that were not taken, all of them, in the order of the file.</summary>
    public IEnumerable<Refusal> Refusals() => _refusals.Read();

    /// <summary>Where incidents would be added, evenly over the file; the same ones each time.</summary>
    public IReadOnlyList<GeoPoint> AddedPoints(int most) => Samples.Points(_connection, most);

    /// <summary>Makes the change that the <see cref="Difference"/> shows, as one revision; no revision where it shows none.</summary>
    /// <param name="what">What the revision is called: "Import ged231.csv".</param>
    /// <param name="who">The account that does it; null where nobody signed in.</param>
    /// <param name="skipRefused">True to leave out the rows that were refused; false to import all or nothing.</param>
    /// <exception cref="InvalidOperationException">It was staged to look at only.</exception>
    /// <exception cref="RefusedException">
    /// Rows were refused and are not to be left out; or the store changed since, so that something else would come of it: then
    /// <see cref="Difference"/> shows what. Nothing was changed.
    /// </exception>
    /// <exception cref="OperationCanceledException">Asked to stop; nothing was changed.</exception>
    /// <exception cref="StoreRefusedException">The disk is full; nothing was changed.</exception>
    public CommittedImport Commit(string what, bool skipRefused, CancellationToken stop, string? who = null)
    {
        var shown = Difference;
        if (_isToLookAt)
        {
            throw new InvalidOperationException("The import was staged to look at only.");
        }

        if (!skipRefused && shown.Refused > 0)
        {
            throw new RefusedException($"{shown.Refused} rows were refused, so nothing was imported. Correct the file, or import it without them.");
        }

        for (; ; )
        {
            LookAgain(shown, stop);
            if (TryCommit(new CommitStaged(_path, what, who, Difference, _columns, stop)) is { } committed)
            {
                return committed;
            }
        }
    }

    public void Dispose()
    {
        _rows.Dispose();
        _refusals.Dispose();
        _parts.Dispose();
        _connection.Dispose();
        File.Delete(_path);
    }

    /// <returns>Valid until the next one is written.</returns>
    private ReadOnlySpan<byte> DocumentOf(ImportedIncident row)
    {
        _document.ResetWrittenCount();
        IncidentDocument.Write(_document, row.Incident, row.Claims, _columns);
        return _document.WrittenSpan;
    }

    private int Take(PreparedContent prepared)
    {
        switch (prepared.Content)
        {
            case FileContent.Row row:
                _rows.Add(row.Incident, prepared.Document.IsEmpty ? DocumentOf(row.Incident) : prepared.Document.Span);
                break;
            case FileContent.Refused refused:
                _refusals.Add(refused.Refusal);
                break;
            case FileContent.Whole { DatasetWithoutIncidents: var whole, Line: var line }:
                _datasets.DescribeWhole(whole.Description, line);
                _parts.AddWhole(_datasets[whole.Description.Slug].Number, whole);
                break;
            default:
                throw new ArgumentException($"A file cannot hold {prepared.Content}.", nameof(prepared));
        }

        return 0;
    }

    private CommittedImport? TryCommit(CommitStaged change)
    {
        try
        {
            return FullDisk.Guard(() => _commit(change));
        }
        catch (SqliteException error) when (Interruption.IsInterruption(error))
        {
            throw new OperationCanceledException(change.Stop);
        }
    }

    /// <summary>Another revision may have come since the difference was shown: only what a person has seen is committed.</summary>
    private void LookAgain(Difference shown, CancellationToken stop)
    {
        if (_engine.Read(ReadRevision.Ask).Id == Difference.Revision)
        {
            return;
        }

        var now = _difference = FullDisk.Guard(() => Compare(stop));
        if ((now.Added, now.Changed, now.Unchanged, now.Refused) != (shown.Added, shown.Changed, shown.Unchanged, shown.Refused))
        {
            throw new RefusedException("The data changed meanwhile, so nothing was imported: look again at what would change now.");
        }
    }

    private Difference Compare(CancellationToken stop)
    {
        if (_isSpoilt)
        {
            throw new InvalidOperationException("An earlier comparison was stopped halfway: stage the file again.");
        }

        // The file has no journal: what ends halfway cannot be taken back.
        _isSpoilt = true;
        _connection.Execute("ATTACH @Address AS store", new { Address = ReadOnlyAddress.Of(_engine.Path) });
        try
        {
            using var interruption = new Interruption(_connection, stop);
            _connection.Execute("BEGIN DEFERRED");
            var difference = Comparison.Run(_connection, _datasets, _columns, _refusals, stop);
            _connection.Execute("COMMIT");
            _isSpoilt = false;
            return difference;
        }
        catch (SqliteException error) when (Interruption.IsInterruption(error))
        {
            throw new OperationCanceledException(stop);
        }
        finally
        {
            if (raw.sqlite3_get_autocommit(_connection.Handle) == 0)
            {
                _connection.Execute("COMMIT");
            }

            _connection.Execute("DETACH store");
        }
    }
}
