using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;
using Dashboard.Data.Engines;
using Dashboard.Data.Import;
using Microsoft.Data.Sqlite;

namespace Dashboard.Data.Links;

/// <summary>
/// Writes the incidents of an excerpt on a thread of its own, while the one that has them tells the next: each takes about half of the
/// time. What is ahead waits, so that there are never more than a few batches.
/// </summary>
internal sealed class ExcerptRows : IDisposable
{
    private const string InsertIncident = """
        INSERT INTO incident (number, dataset, id, slug, from_revision, is_lead, fingerprint, title, start_ms, latitude, longitude, document)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """;

    private const string InsertText = "INSERT INTO incident_text (rowid, prose, names) VALUES (?, ?, ?)";

    private const int MostBatches = 4;

    private readonly BlockingCollection<ExcerptBatch> _told = new(MostBatches);
    private readonly ConcurrentBag<ExcerptBatch> _written = [];
    private readonly CancellationTokenSource _failed = new();
    private readonly RawStatement _incident;
    private readonly RawStatement _text;
    private readonly long _revision;
    private readonly Thread _thread;
    private ExceptionDispatchInfo? _problem;
    private long _number;

    /// <param name="connection">Nobody else uses it until <see cref="Finish"/> has ended.</param>
    public ExcerptRows(SqliteConnection connection, long revision)
    {
        (_incident, _text, _revision) = (new RawStatement(connection, InsertIncident), new RawStatement(connection, InsertText), revision);
        _thread = BackgroundThread.Start("rows of an excerpt", givesWay: false, WriteAll);
    }

    /// <summary>A batch to be filled.</summary>
    public ExcerptBatch Empty() => _written.TryTake(out var batch) ? batch : new ExcerptBatch();

    /// <exception cref="SqliteException">One before could not be written.</exception>
    public void Write(ExcerptBatch batch)
    {
        try
        {
            _told.Add(batch, _failed.Token);
        }
        catch (OperationCanceledException)
        {
            Finish();
        }
    }

    /// <summary>Waits until everything is written.</summary>
    /// <returns>How many incidents.</returns>
    /// <inheritdoc cref="Write"/>
    public long Finish()
    {
        _told.CompleteAdding();
        _thread.Join();
        _problem?.Throw();
        return _number;
    }

    public void Dispose()
    {
        _failed.Cancel();
        _told.CompleteAdding();
        _thread.Join();
        _incident.Dispose();
        _text.Dispose();
        _told.Dispose();
        _failed.Dispose();
    }

    private void WriteAll()
    {
        try
        {
            foreach (var batch in _told.GetConsumingEnumerable(_failed.Token))
            {
                foreach (var row in batch.Rows)
                {
                    WriteRow(batch, row);
                }

                batch.Clear();
                _written.Add(batch);
            }
        }
        catch (OperationCanceledException)
        {
            // Nobody wants the rest.
        }
#pragma warning disable CA1031 // Whoever tells the next incidents hears of it.
        catch (Exception problem)
#pragma warning restore CA1031
        {
            _problem = ExceptionDispatchInfo.Capture(problem);
            _failed.Cancel();
        }
    }

    private void WriteRow(ExcerptBatch batch, in ExcerptBatch.Row row)
    {
        _number++;
        _incident.Bind(1, _number);
        _incident.Bind(2, row.Dataset);
        _incident.Bind(3, batch[row.Id]);
        _incident.Bind(4, batch[row.Slug]);
        _incident.Bind(5, _revision);
        _incident.Bind(6, row.IsLead ? 1 : 0);
        _incident.Bind(7, row.Fingerprint);
        _incident.Bind(8, batch[row.Title]);
        _incident.Bind(9, row.Start);
        _incident.Bind(10, row.Latitude);
        _incident.Bind(11, row.Longitude);
        _incident.Bind(12, batch[row.Document]);
        _incident.Run();
        _text.Bind(1, _number);
        _text.Bind(2, batch[row.Prose]);
        _text.Bind(3, batch[row.Names]);
        _text.Run();
    }
}
