using System.Runtime.CompilerServices;

namespace Dashboard.Data.Export;

/// <summary>
/// The incidents that are exported, of one moment whatever is committed meanwhile: a number stands for one state of one
/// incident for good. They are read a batch ahead of the writing, so that no reading waits for a slow taker.
/// </summary>
internal sealed class ExportedIncidents(DashboardStore store, IReadOnlyList<long> numbers)
{
    private const int Batch = 1000;

    private readonly Dictionary<string, DatasetParts> _parts = [];

    public async IAsyncEnumerable<IReadOnlyList<StoredIncident>> Batches([EnumeratorCancellation] CancellationToken stop)
    {
        var next = Read(0);
        for (var start = Batch; start < numbers.Count + Batch; start += Batch)
        {
            var batch = await next;
            stop.ThrowIfCancellationRequested();
            next = Read(start);
            yield return batch;
        }
    }

    /// <summary>What the incidents of this dataset refer to.</summary>
    public DatasetParts Parts(string dataset)
    {
        if (!_parts.TryGetValue(dataset, out var parts))
        {
            parts = store.Read(reader => new DatasetParts
            {
                Description = reader.Datasets.First(summary => summary.Description.Slug == dataset).Description,
                Count = reader.Datasets.Where(summary => summary.Description.Slug == dataset).Sum(summary => summary.Incidents + summary.Leads),
                Actors = reader.Actors(dataset),
                Places = reader.Places(dataset),
                Sources = reader.Sources(dataset),
                Relations = reader.Relations(dataset),
                Conflicts = reader.Conflicts(dataset),
                Notes = reader.Notes(dataset),
            });
            _parts.Add(dataset, parts);
        }

        return parts;
    }

    private Task<List<StoredIncident>> Read(int start)
    {
        var batch = numbers.Skip(start).Take(Batch).ToList();
        return batch.Count == 0 ? Task.FromResult<List<StoredIncident>>([]) : Task.Run(() => store.Read(reader => reader.Incidents(batch).ToList()));
    }
}
