using System.Collections.Concurrent;
using Dashboard.Data.Staging;

namespace Dashboard.Data.Import;

/// <summary>
/// What lies between the reading of a file and its staging, in batches: handing over single rows would cost more than
/// reading them. One thread adds, one takes; who is ahead waits.
/// </summary>
internal sealed class ContentQueue(CancellationToken stop) : IDisposable
{
    private const int BatchLength = 512;
    private const int MostBatches = 4;

    private readonly BlockingCollection<List<PreparedContent>> _batches = new(MostBatches);
    private List<PreparedContent> _batch = new(BatchLength);

    public void Add(PreparedContent content)
    {
        _batch.Add(content);
        if (_batch.Count == BatchLength)
        {
            _batches.Add(_batch, stop);
            _batch = new List<PreparedContent>(BatchLength);
        }
    }

    /// <summary>Nothing follows.</summary>
    public void Complete()
    {
        _batches.Add(_batch, stop);
        _batches.CompleteAdding();
    }

    public IEnumerable<PreparedContent> TakeAll() => _batches.GetConsumingEnumerable(stop).SelectMany(batch => batch);

    public void Dispose() => _batches.Dispose();
}
