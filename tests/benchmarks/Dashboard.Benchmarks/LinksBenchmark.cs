using System.Diagnostics;
using System.Globalization;
using Dashboard.Data;
using Dashboard.Data.Links;
using Dashboard.Domain.Querying;
using Dashboard.Domain.Sharing;

namespace Dashboard.Benchmarks;

/// <summary>
/// Short links to a large store: what it takes to make ready what a link shows that keeps something back, and what opening a link adds to
/// opening the view that it leads to.
/// </summary>
internal static class LinksBenchmark
{
    private const int ExcerptRounds = 3;

    private const int Visits = 200;

    private const string Query = "country=SY&from=2023-01-01&to=2023-07-01";

    private static readonly (string Name, NewLink Link)[] _excerpts =
    [
        ("one revision, whole", new NewLink { View = ViewState.Default, Expires = null, IsFrozen = true }),
        ("places to 10 km, no sources", new NewLink { View = ViewState.Default, Expires = null, Redaction = new Redaction { CellKilometres = 10, Fields = [WithheldField.Sources] } }),
        ("filters locked to one country", new NewLink { View = ViewStateCodec.Parse("country=SY").View, Expires = null, Redaction = new Redaction { LocksFilters = true } }),
    ];

    public static async Task<int> RunAsync(int rows)
    {
        using var large = await LargeStore.ImportAsync(rows);
        var (plain, redacted) = MakeLinks(large.Data, rows);
        await AskServerAsync(large.Data, rows, [("the view itself", $"/?{Query}"), ("a plain link to it", $"/s/{plain}"), ("a link that keeps something back", $"/s/{redacted}")]);
        return 0;
    }

    private static (string Plain, string Redacted) MakeLinks(string data, int rows)
    {
        using var store = DashboardStore.Open(data);
        Console.WriteLine($"| excerpt of {rows:N0} incidents, median of {ExcerptRounds} | incidents | MB | seconds | incidents a second | processor seconds | peak MB of the process | all rounds, seconds |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|");
        foreach (var (name, wanted) in _excerpts)
        {
            MakeExcerpts(store, name, store.Links.Make(wanted).Link);
        }

        Console.WriteLine();
        var view = ViewStateCodec.Parse(Query).View;
        return (store.Links.MakePlain(view), store.Links.Make(_excerpts[1].Link with { View = view }).Token);
    }

    private static void MakeExcerpts(DashboardStore store, string name, SharedLink link)
    {
        var locked = link.Redaction.LocksFilters ? InCountry(store, "SY") : null;
        var rounds = new List<(TimeSpan Time, TimeSpan Processor, long Count, long Bytes)>();
        for (var round = 0; round < ExcerptRounds; round++)
        {
            var (before, watch) = (Load.Of(Environment.ProcessId), Stopwatch.StartNew());
            using var excerpt = Excerpt.Make(store, link, null, locked, CancellationToken.None);
            var time = watch.Elapsed;
            rounds.Add((time, Load.Of(Environment.ProcessId).Processor - before.Processor, excerpt.Store.Read(reader => reader.Datasets.Sum(dataset => dataset.Incidents + dataset.Leads)), new DirectoryInfo(excerpt.Store.Directory).EnumerateFiles().Sum(file => file.Length)));
        }

        var (median, processor, count, bytes) = rounds.OrderBy(round => round.Time).ElementAt(ExcerptRounds / 2);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"| {name} | {count} | {bytes / 1e6:0} | {median.TotalSeconds:0.0} | {count / median.TotalSeconds:0} | {processor.TotalSeconds:0.0} | {Load.Of(Environment.ProcessId).PeakMegabytes:0} | {string.Join(" / ", rounds.Select(round => round.Time.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture)))} |"));
    }

    private static List<long> InCountry(DashboardStore store, string country) => store.Read(reader =>
    {
        var places = reader.Descriptions.SelectMany(dataset => reader.Places(dataset.Slug)).Where(place => place.Country == country).Select(place => place.Id).ToHashSet();
        return reader.Incidents(null).Where(stored => stored.Incident.PlaceIds.Any(places.Contains)).Select(stored => stored.Number).ToList();
    });

    /// <summary>In turn, so that whatever else goes on meets all of them.</summary>
    private static async Task AskServerAsync(string data, int rows, (string Name, string Path)[] asked)
    {
        await using var server = await ServerProcess.StartAsync(data);
        var waits = new List<TimeSpan>();
        foreach (var (_, path) in asked)
        {
            waits.Add(await UntilReadyAsync(server, path));
        }

        var times = asked.Select(_ => new List<double>(Visits)).ToList();
        for (var visit = 0; visit < Visits; visit++)
        {
            for (var index = 0; index < asked.Length; index++)
            {
                times[index].Add((await AskAsync(server, asked[index].Path)).TotalMilliseconds);
            }
        }

        Console.WriteLine($"| opened {Visits} times, {rows:N0} incidents | first time, seconds | median ms | p95 ms | added, median ms | added, p95 ms |");
        Console.WriteLine("|---|---|---|---|---|---|");
        var (middle, slow) = (At(times[0], 0.5), At(times[0], 0.95));
        for (var index = 0; index < asked.Length; index++)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"| {asked[index].Name} | {waits[index].TotalSeconds:0.0} | {At(times[index], 0.5):0.0} | {At(times[index], 0.95):0.0} | {At(times[index], 0.5) - middle:0.0} | {At(times[index], 0.95) - slow:0.0} |"));
        }
    }

    /// <summary>Asks as the page that says "in a moment" does.</summary>
    private static async Task<TimeSpan> UntilReadyAsync(ServerProcess server, string path)
    {
        var watch = Stopwatch.StartNew();
        while (true)
        {
            using var answer = await server.Client.GetAsync(new Uri(path, UriKind.Relative));
            if (answer.StatusCode != System.Net.HttpStatusCode.ServiceUnavailable)
            {
                answer.EnsureSuccessStatusCode();
                return watch.Elapsed;
            }

            await Task.Delay(answer.Headers.RetryAfter?.Delta ?? TimeSpan.FromSeconds(1));
        }
    }

    /// <summary>With every address that it leads to.</summary>
    private static async Task<TimeSpan> AskAsync(ServerProcess server, string path)
    {
        var watch = Stopwatch.StartNew();
        using var answer = await server.Client.GetAsync(new Uri(path, UriKind.Relative));
        answer.EnsureSuccessStatusCode();
        await answer.Content.LoadIntoBufferAsync();
        return watch.Elapsed;
    }

    private static double At(List<double> times, double share) => times.Order().ElementAt((int)(share * (times.Count - 1)));
}
