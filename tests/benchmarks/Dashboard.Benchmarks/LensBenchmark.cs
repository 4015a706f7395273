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
/// What a view costs through a lens and as known on a day, beside the same view without: the index alone, in this process and
/// on one thread. A view finds, counts the facets, and counts an overview, a close tile and the timeline.
/// </summary>
internal static class LensBenchmark
{
    private const int Rounds = 25;
    private const int WarmUp = 5;
    private const int CloseZoom = 8;

    private static readonly string[] _parts = ["find", "count", "overview", "tile", "times"];

    public static int Run(int rows)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var (index, claims, took) = Build(rows);
        var bytes = GC.GetTotalMemory(forceFullCollection: true) - before;
        Print($"{rows:N0} incidents with {claims:N0} claims, made and built in {took.TotalSeconds:0.0} s: {(double)bytes / rows:0.0} bytes an incident.");
        Print($"Bytes each: {string.Join(", ", index.Sizes.Select(size => Invariant($"{size.Part} {(double)size.Bytes / rows:0.00}")))}.");
        foreach (var (view, narrowed) in (ReadOnlySpan<(string, Func<Random, IncidentQuery>)>)[("everything", _ => IncidentQuery.All), ("a window and some kinds", random => GridQuestions.Next(random).Query)])
        {
            Console.WriteLine($"| p50 ms of {view} | {string.Join(" | ", _parts)} | all | ratio |");
            Console.WriteLine("|---|" + string.Concat(Enumerable.Repeat("---|", _parts.Length + 2)));
            var plain = Measure(index, "plain", narrowed, null);
            Measure(index, "a party's lens, faded", random => narrowed(random) with { Lens = Party(random) }, plain);
            Measure(index, "a party's lens, hidden", random => narrowed(random) with { Lens = Party(random), Unmentioned = UnmentionedView.Hidden }, plain);
            Measure(index, "a monitor's lens, faded", random => narrowed(random) with { Lens = Pick(random, ClaimedFacts.MonitorIds) }, plain);
            Measure(index, "a source's lens, faded", random => narrowed(random) with { Lens = Pick(random, ClaimedFacts.SourceIds) }, plain);
            Measure(index, "as known on a day, each another", random => narrowed(random) with { AsOf = Day(random) }, plain);
            Measure(index, "as known on one day", random => narrowed(random) with { AsOf = new DateOnly(2009, 5, 1) }, plain);
            Measure(index, "a party's lens, faded, as known on a day", random => narrowed(random) with { Lens = Party(random), AsOf = Day(random) }, plain);
        }

        var set = index.Find(IncidentQuery.All, null);
        Time("bands of everything", () => index.Bands(set, IncidentQuery.All).Killed.High);
        Time("bands of everything through a lens", () => index.Bands(set, new IncidentQuery { Lens = "actor-17" }).Killed.High);
        Time("the ten fullest lenses of everything", () => index.Lenses(set, 10).Count);
        Time("a page by killed as known on a day", () => index.Page(index.Find(new IncidentQuery { AsOf = new DateOnly(2009, 5, 1) }, null), SortOrder.Killed, descending: true, 0, 50).Count);
        return 0;
    }

    /// <summary>With the time that it takes to make the facts, which the builder notes meanwhile.</summary>
    private static (IncidentIndex Index, long Claims, TimeSpan Took) Build(int rows)
    {
        var (watch, claims) = (Stopwatch.StartNew(), 0L);
        var builder = new IndexBuilder(1, [new IndexedDataset(new DatasetDescription("ged-like", "GED-like", "", "", "", TimeWindow.All), ClaimedFacts.Actors, [])]);
        foreach (var facts in new ClaimedFacts(GridQuestions.Seed).Take(rows))
        {
            claims += facts.Claims.Count;
            builder.Add(facts);
        }

        return (builder.Build(), claims, watch.Elapsed);
    }

    /// <returns>What all parts take together, p50 in milliseconds.</returns>
    private static double Measure(IncidentIndex index, string what, Func<Random, IncidentQuery> ask, double? plain)
    {
        var random = new Random(GridQuestions.Seed);
        var times = new double[Rounds][];
        for (var round = -WarmUp; round < Rounds; round++)
        {
            var took = View(index, ask(random), new Random(round));
            if (round >= 0)
            {
                times[round] = took;
            }
        }

        double[] parts = [.. Enumerable.Range(0, _parts.Length).Select(part => Median(times.Select(round => round[part])))];
        var all = Median(times.Select(round => round.Sum()));
        Print($"| {what} | {string.Join(" | ", parts.Select(part => Invariant($"{part:0.00}")))} | {all:0.0} | {(plain is null ? "" : Invariant($"{all / plain.Value:0.00}"))} |");
        return all;
    }

    private static double[] View(IncidentIndex index, IncidentQuery query, Random random)
    {
        var (column, row) = GridQuestions.Place(random);
        var tile = new TileAddress(CloseZoom, (int)(column * (1 << CloseZoom)), (int)(row * (1 << CloseZoom)));
        var edges = TimeEdges.Around(index.Extent);
        return
        [
            Took(() => index.Find(query, null).Count),
            Took(() => index.Count(query, null).Kinds.Count),
            Took(() => index.Overview(query, null, TileGroup.Kind, default).Series.Length),
            Took(() => index.Tile(query, null, tile, edges, TileGroup.Kind, default).Series.Length),
            Took(() => index.Times(query, null, edges, TileGroup.Kind, default).Series.Length),
        ];
    }

    private static void Time(string what, Func<long> ask)
    {
        ask();
        Print($"{what}: {Median(Enumerable.Range(0, WarmUp).Select(_ => Took(ask)).ToArray()):0.0} ms.");
    }

    private static double Took(Func<long> ask)
    {
        var start = Stopwatch.GetTimestamp();
        ask();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    private static double Median(IEnumerable<double> times)
    {
        double[] sorted = [.. times.Order()];
        return sorted[sorted.Length / 2];
    }

    /// <summary>The first actor of a conflict, with the claims of the others.</summary>
    private static string Party(Random random) => $"actor-{random.Next(70) * 17}";

    private static DateOnly Day(Random random) => GedLikeWorld.FirstDay.AddDays(random.Next(GedLikeWorld.Days));

    private static T Pick<T>(Random random, IReadOnlyList<T> all) => all[random.Next(all.Count)];

    private static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
