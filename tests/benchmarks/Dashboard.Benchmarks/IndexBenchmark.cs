using System.Diagnostics;
using System.Globalization;
using Dashboard.Domain;
using Dashboard.Domain.Querying;
using Dashboard.Domain.Time;
using Dashboard.Index;
using Dashboard.Index.Tiles;
using static System.FormattableString;

namespace Dashboard.Benchmarks;

/// <summary>
/// The index alone, in this process and on one thread: how fast it is built, what it takes, and how long random questions
/// take. Each question is asked once, after three seconds of plain ones and a few others of its class to warm up.
/// </summary>
internal static class IndexBenchmark
{
    private const int Questions = 256;
    private const int WarmUp = 48;

    /// <summary>In so many incidents a text is found once.</summary>
    private const int OneIn = 20;

    /// <summary>So many facts are made at once, and then told while they are still at hand, as those are that a store reads.</summary>
    private const int Batch = 1_024;

    /// <param name="asks">False to build only.</param>
    public static int Run(IReadOnlyList<int> sizes, bool asks)
    {
        foreach (var size in sizes)
        {
            var index = Build(size);
            if (asks)
            {
                Ask(index, size);
            }
        }

        return 0;
    }

    private static void Ask(IncidentIndex index, int rows)
    {
        MeasureFile(index);
        GridQuestions.WarmUp(random => Grid(index, random, query => query));
        Console.WriteLine("| question | p50 ms | p95 ms | max ms |");
        Console.WriteLine("|---|---|---|---|");
        Measure("grid 320 × 160 + 200 bins: viewport × window × kinds", random => Grid(index, random, query => query));
        Measure("the same × country", random => Grid(index, random, query => query with { Countries = [GedLikeFacts.Countries[random.Next(20)]] }));
        Measure("the same × actor", random => Grid(index, random, query => query with { Actors = [$"actor-{random.Next(70) * 17}"] }));
        Measure("the same × source", random => Grid(index, random, query => query with { Sources = [$"source-{random.Next(2_000)}"] }));
        Measure("the same × precision", random => Grid(index, random, query => query with { PrecisionMetres = 5_000 }));
        long[] found = [.. Enumerable.Range(1, rows / OneIn).Select(number => (long)number * OneIn)];
        Measure($"the same × text, found in one of {OneIn}", random => Grid(index, random, query => query with { Text = "found" }, found));
        Measure("facet counts: window × kinds", random => index.Count(GridQuestions.Next(random).Query, null).Kinds.Count, 64);
        Measure("count and 50 of a page by killed: window × kinds", random => Page(index, GridQuestions.Next(random).Query), 64);
        foreach (var zoom in new[] { 0, 1, 2, 4, 6, 8, 11, 14 })
        {
            Measure($"tile at zoom {zoom}", random => Tile(index, random, zoom, IncidentQuery.All), zoom < 2 ? 32 : 64);
        }

        Measure("tile × country", random => Tile(index, random, random.Next(10), new IncidentQuery { Countries = [GedLikeFacts.Countries[random.Next(20)]] }), 64);
        Measure("times", random => index.Times(GridQuestions.Kinds(random), null, Edges(random), TileGroup.Kind, default).Series.Length, 64);
        Measure("overview", random => index.Overview(IncidentQuery.All, null, TileGroup.Kind, default).Series.Length, 8);
        var overview = index.Overview(IncidentQuery.All, null, TileGroup.Kind, default);
        Print($"Overview: {overview.Cells.Length} cells of {overview.Side} × {overview.Side}, {overview.Edges.Count} edges, {overview.Series.Length} entries, {overview.Late.Length} late.");
    }

    private static void MeasureFile(IncidentIndex index)
    {
        var path = Path.GetTempFileName();
        try
        {
            var watch = Stopwatch.StartNew();
            IndexFile.Write(index, path, "benchmark");
            var written = watch.Elapsed;
            watch.Restart();
            var reopened = IndexFile.Open(path, "benchmark")!;
            Print($"Its file: {new FileInfo(path).Length / 1e6:0} MB, written in {written.TotalSeconds:0.00} s, opened in {watch.Elapsed.TotalSeconds:0.00} s ({reopened.Total:N0} incidents).");
        }
        finally
        {
            File.Delete(path);
        }
    }

    /// <summary>The builder notes while facts are made: what making them takes is measured by itself before, and taken away.</summary>
    private static IncidentIndex Build(int rows)
    {
        var (making, telling, building) = (new Effort(), new Effort(), new Effort());
        making.Begin();
        var made = Batches(rows).Sum(batch => batch.Length);
        making.End();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var (index, stages) = Build(made, telling, building);
        var bytes = GC.GetTotalMemory(forceFullCollection: true) - before;
        var processor = (telling.Processor - making.Processor + building.Processor).TotalSeconds;
        Print($"{rows:N0} incidents: made and told in {telling.Time.TotalSeconds:0.00} s, built in {building.Time.TotalSeconds:0.00} s, {(double)bytes / rows:0.0} bytes each.");
        Print($"The builder alone took {processor:0.0} seconds of the processors ({processor / rows * 1e6:0.00} µs for each incident, {building.Processor.TotalSeconds / rows * 1e6:0.00} of them after the last was told); at most the process held {Process.GetCurrentProcess().PeakWorkingSet64 / 1e6:0} MB.");
        Print($"{rows / processor * Environment.ProcessorCount / 1e6:0.00} M/s where {Environment.ProcessorCount} processors are busy with nothing else. Not counted: {making.Time.TotalSeconds:0.00} s by the clock, {making.Processor.TotalSeconds:0.0} of the processors, to make the facts, {Batch:N0} at a time.");
        Print($"Seconds of a thread, by the clock: {string.Join(", ", stages.OrderByDescending(stage => stage.Took).Select(stage => Invariant($"{stage.Name} {stage.Took.TotalSeconds:0.00}")))}.");
        PrintSizes(index, rows, bytes);
        return index;
    }

    /// <summary>What the builder held is gone when this is done.</summary>
    private static (IncidentIndex Index, IReadOnlyList<BuildStage> Stages) Build(int rows, Effort telling, Effort building)
    {
        var description = new DatasetDescription("ged-like", "GED-like", "", "", "", TimeWindow.All);
        var builder = new IndexBuilder(1, [new IndexedDataset(description, [], [])]);
        telling.Begin();
        foreach (var facts in Batches(rows).SelectMany(batch => batch))
        {
            builder.Add(facts);
        }

        telling.End();
        building.Begin();
        var index = builder.Build();
        building.End();
        return (index, builder.Stages);
    }

    private static IEnumerable<IncidentFacts[]> Batches(int rows) => new GedLikeFacts(GridQuestions.Seed).Take(rows).Chunk(Batch);

    private static void PrintSizes(IncidentIndex index, int rows, long bytes)
    {
        Console.WriteLine("| part | bytes an incident |");
        Console.WriteLine("|---|---|");
        foreach (var size in index.Sizes.OrderByDescending(size => size.Bytes))
        {
            Print($"| {size.Part} | {(double)size.Bytes / rows:0.00} |");
        }

        Print($"| what is worked out from these | {(double)(bytes - index.Sizes.Sum(size => size.Bytes)) / rows:0.00} |");
    }

    private static long Page(IncidentIndex index, IncidentQuery query)
    {
        var set = index.Find(query, null);
        return set.Count + index.Page(set, SortOrder.Killed, descending: true, 0, 50).Count;
    }

    private static long Grid(IncidentIndex index, Random random, Func<IncidentQuery, IncidentQuery> also, long[]? textMatches = null)
    {
        var (view, query) = GridQuestions.Next(random);
        using var grid = index.Grid(also(query), textMatches, view, GridQuestions.Bins, default);
        return grid.Cells.Length;
    }

    private static long Tile(IncidentIndex index, Random random, int zoom, IncidentQuery query)
    {
        var (column, row) = GridQuestions.Place(random);
        return index.Tile(query, null, new TileAddress(zoom, (int)(column * (1 << zoom)), (int)(row * (1 << zoom))), Edges(random), TileGroup.Kind, default).Series.Length;
    }

    /// <summary>All of the time in stretches of eight weeks, or some years in shorter ones.</summary>
    private static TimeEdges Edges(Random random)
    {
        var monday = new DateTimeOffset(1970, 1, 5, 0, 0, 0, TimeSpan.Zero);
        var (days, stretches) = random.Next(3) switch { 0 => (56, 236), 1 => (7, 256), _ => (1, 256) };
        var step = TimeSpan.FromDays(days);
        var first = (int)((new DateTimeOffset(1989, 1, 1, 0, 0, 0, TimeSpan.Zero) - monday) / step);
        var from = monday + (step * (first + random.Next(Math.Max(1, (GedLikeWorld.Days / days) - stretches))));
        return TimeEdges.FromSpan(from, from + (step * stretches), step);
    }

    private static void Measure(string question, Func<Random, long> ask, int questions = Questions)
    {
        var random = new Random(GridQuestions.Seed);
        for (var i = 0; i < Math.Min(WarmUp, questions); i++)
        {
            ask(random);
        }

        var times = new double[questions];
        for (var i = 0; i < questions; i++)
        {
            var start = Stopwatch.GetTimestamp();
            ask(random);
            times[i] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }

        Array.Sort(times);
        Print($"| {question} | {times[questions / 2]:0.00} | {times[(int)(questions * 0.95)]:0.00} | {times[^1]:0.00} |");
    }

    private static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
