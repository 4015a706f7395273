using System.Diagnostics;
using System.Globalization;
using Dashboard.Data;
using Dashboard.Index;

namespace Dashboard.Benchmarks;

/// <summary>
/// All the way from a store to its index, as at a start or after a commit, in this process: reading the facts alone, and then
/// reading them and building. The file is read once before.
/// </summary>
internal static class BuildingBenchmark
{
    private const int Rounds = 2;

    /// <param name="directory">A data directory that no other process has open.</param>
    public static int Run(string directory)
    {
        using var store = DashboardStore.OpenToRead(directory);
        Measure(store, "reading", reader => (reader.Facts().Count(), []));
        Measure(store, "reading and building", reader =>
        {
            var builder = new IndexBuilder(reader.Revision, [.. reader.Descriptions.Select(description => new IndexedDataset(description, reader.Actors(description.Slug), reader.Sources(description.Slug)))]);
            foreach (var facts in reader.Facts())
            {
                builder.Add(facts);
            }

            var index = builder.Build();
            return (index.Total + index.Leads, builder.Stages);
        });
        Print($"At most the process held {Process.GetCurrentProcess().PeakWorkingSet64 / 1e6:0} MB.");
        return 0;
    }

    private static void Measure(DashboardStore store, string what, Func<StoreReader, (int Rows, IReadOnlyList<BuildStage> Stages)> work)
    {
        for (var round = 0; round <= Rounds; round++)
        {
            var (effort, allocated, collections) = (new Effort(), GC.GetTotalAllocatedBytes(), GC.CollectionCount(0));
            effort.Begin();
            var (rows, stages) = store.Read(work);
            effort.End();
            var each = (double)(GC.GetTotalAllocatedBytes() - allocated) / rows;
            Print($"{what}{(round == 0 ? ", to warm up" : "")}: {rows:N0} incidents in {effort.Time.TotalSeconds:0.00} s, of the processors {effort.Processor.TotalSeconds:0.00} s ({effort.Processor.TotalSeconds / rows * 1e6:0.00} µs each); {each:0} bytes allocated each, {GC.CollectionCount(0) - collections} collections.");
            if (round == Rounds && stages.Count > 0)
            {
                Print($"Seconds of a thread, by the clock: {string.Join(", ", stages.OrderByDescending(stage => stage.Took).Select(stage => FormattableString.Invariant($"{stage.Name} {stage.Took.TotalSeconds:0.00}")))}.");
            }
        }
    }

    private static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
