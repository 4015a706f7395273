using System.Runtime.CompilerServices;
using Dashboard.Data.Documents;

namespace Dashboard.Data.Export;

/// <summary>
/// The incidents that are exported, of one moment whatever is committed meanwhile: a number stands for one state of one
/// incident for good. They are read and written in short batches, two at a time, so that no reading waits for a slow taker.
/// </summary>
/// <param name="numbers">Of the incidents, in the order of the export.</param>
internal sealed class ExportedIncidents(DashboardStore store, DatasetsInUse datasets, IReadOnlyList<long> numbers)
{
    private const int Batch = 500;

    /// <param name="document">Valid during the call only.</param>
    public delegate void Work<in T>(T lane, DatasetParts dataset, in CutDocument document);

    /// <summary>How many batches are worked on at once; each has a lane of its own for what is made of it.</summary>
    public static int Lanes { get; } = Math.Min(2, Environment.ProcessorCount);

    /// <summary>Works off all incidents.</summary>
    /// <param name="lanes">As many as are to be worked on at once.</param>
    /// <param name="work">Is done to each incident of a batch in one lane, batches apart from each other at the same time.</param>
    /// <returns>The lane of each batch when it is done, in the order of the batches, and the number of its incidents. It is used again afterwards.</returns>
    public async IAsyncEnumerable<(T Lane, int Count)> Batches<T>(IReadOnlyList<T> lanes, Work<T> work, [EnumeratorCancellation] CancellationToken stop)
    {
        var running = lanes.Select((lane, index) => Run(lane, index, work, stop)).ToArray();
        try
        {
            for (var batch = 0; (long)batch * Batch < numbers.Count; batch++)
            {
                var lane = lanes[batch % lanes.Count];
                yield return (lane, await running[batch % lanes.Count]);
                running[batch % lanes.Count] = Run(lane, batch + lanes.Count, work, stop);
            }
        }
        finally
        {
            await ((Task)Task.WhenAll(running)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private Task<int> Run<T>(T lane, int batch, Work<T> work, CancellationToken stop)
    {
        var some = numbers.Skip(batch * Batch).Take(Batch).ToList();
        return some.Count == 0 ? Task.FromResult(0) : Task.Run(() => store.Read(reader =>
        {
            KnownDocuments? documents = null;
            return reader.Documents(some, (dataset, document) =>
            {
                stop.ThrowIfCancellationRequested();
                var parts = datasets.Of(dataset);
                work(lane, parts, new CutDocument(parts.Known is { } known ? (documents ??= new(reader.ColumnNames)).Of(parts, known, document) : document));
            });
        }), stop);
    }
}
