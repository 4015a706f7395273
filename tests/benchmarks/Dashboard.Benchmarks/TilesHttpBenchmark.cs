using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Reflection;
using Dashboard.Domain.Querying;

namespace Dashboard.Benchmarks;

/// <summary>
/// Time-tiles over HTTP on loopback, client and server on the same machine: random squares of the map, spans and kinds, none of
/// them asked for before. First at a fixed rate, whether answers come or not, each timed from the moment at which it was due; then,
/// where Debian's wrk is installed, as fast as eight and as sixteen askers can, who wait for an answer before they ask again: as many
/// a second as there can be, so that its times are those of a full machine. Client and server share the processors: an answer also
/// waits while others are read by who asks, so that the times are longer than those of a reader who has a machine of their own.
/// </summary>
internal static class TilesHttpBenchmark
{
    private const int Rate = 500; // a second
    private const int Seconds = 10;
    private const int WarmUp = 500;
    private const int Rounds = 3;
    private const int AddressesForWrk = 100_000;

    private static readonly (int Days, int Stretches)[] _spans = [(28, 512), (14, 1024), (7, 512), (1, 512)];

    /// <param name="directory">A data directory with GED-like incidents that no server has open; the index is kept in it.</param>
    public static async Task<int> RunAsync(string directory)
    {
        await using var server = await ServerProcess.StartAsync(directory);
        var page = await server.Client.GetStringAsync(new Uri("/", UriKind.Relative));
        var root = $"/data/{page.Split("\"/data/")[1].Split('/')[0]}";
        var random = new Random(GridQuestions.Seed);
        await AskAsync(server.Client, [.. Enumerable.Range(0, WarmUp).Select(_ => Address(root, random))], Rate / 4);

        Console.WriteLine("| tiles over HTTP | a second | p50 ms | p95 ms | p99 ms | max ms | not 200 |");
        Console.WriteLine("|---|---|---|---|---|---|---|");
        for (var round = 1; round <= Rounds; round++)
        {
            var (times, refused, took) = await AskAsync(server.Client, [.. Enumerable.Range(0, Rate * Seconds).Select(_ => Address(root, random))], Rate);
            Print($"| {Rate} a second, round {round} | {times.Length / took.TotalSeconds:0} | {At(times, 0.5)} | {At(times, 0.95)} | {At(times, 0.99)} | {times[^1]:0.0} | {refused} |");
        }

        foreach (var connections in (int[])[8, 16])
        {
            await RunWrkAsync(server.Client.BaseAddress!, connections, Enumerable.Range(0, AddressesForWrk).Select(_ => Address(root, random)));
        }

        return 0;
    }

    /// <summary>Asks at a fixed rate, however long answers take.</summary>
    /// <returns>Milliseconds of each from when it was due, ascending; how many were refused; how long it took in all.</returns>
    private static async Task<(double[] Times, int Refused, TimeSpan Took)> AskAsync(HttpClient client, IReadOnlyList<string> addresses, int rate)
    {
        var start = Stopwatch.GetTimestamp();
        var asked = new List<Task<(double Milliseconds, HttpStatusCode Status)>>(addresses.Count);
        foreach (var address in addresses)
        {
            var due = TimeSpan.FromSeconds((double)asked.Count / rate);
            if (due - Stopwatch.GetElapsedTime(start) is { Ticks: > 0 } wait)
            {
                await Task.Delay(wait);
            }

            asked.Add(AskAsync(client, address, start, due));
        }

        var answers = await Task.WhenAll(asked);
        return ([.. answers.Select(answer => answer.Milliseconds).Order()], answers.Count(answer => answer.Status != HttpStatusCode.OK), Stopwatch.GetElapsedTime(start));
    }

    private static async Task<(double Milliseconds, HttpStatusCode Status)> AskAsync(HttpClient client, string address, long start, TimeSpan due)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address) { Headers = { { "Accept-Encoding", "br" } } };
        using var answer = await client.SendAsync(request);
        return ((Stopwatch.GetElapsedTime(start) - due).TotalMilliseconds, answer.StatusCode);
    }

    private static async Task RunWrkAsync(Uri server, int connections, IEnumerable<string> addresses)
    {
        if (!File.Exists("/usr/bin/wrk"))
        {
            Console.WriteLine("\nwrk is not installed (Debian: apt-get install wrk): how many a second there can be was not measured.");
            return;
        }

        var script = typeof(TilesHttpBenchmark).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(item => item.Key == "WrkScript").Value!;
        var list = Path.GetTempFileName();
        await File.WriteAllLinesAsync(list, addresses);
        using var wrk = Process.Start("wrk", ["--threads", "2", "--connections", $"{connections}", "--duration", $"{Seconds}s", "--latency", "--script", script, server.ToString().TrimEnd('/'), "--", list]);
        await wrk.WaitForExitAsync();
        File.Delete(list);
    }

    /// <summary>A square of zoom 2 to 9 around somewhere that something happened, in a span as a timeline of some zoom asks for.</summary>
    private static string Address(string root, Random random)
    {
        var ((column, row), zoom) = (GridQuestions.Place(random), random.Next(2, 10));
        var (days, stretches) = _spans[random.Next(_spans.Length)];
        var step = TimeSpan.FromDays(days);
        var monday = new DateTimeOffset(1970, 1, 5, 0, 0, 0, TimeSpan.Zero);
        var first = (int)((GridQuestions.FirstDay - monday) / step);
        var from = monday + (step * (first + random.Next(Math.Max(1, (GedLikeWorld.Days / days) - stretches))));
        var asked = ViewStateCodec.Format(ViewState.Default with { Query = GridQuestions.Kinds(random) });
        var tiles = 1 << zoom;
        return string.Create(CultureInfo.InvariantCulture,
            $"{root}/tiles/{zoom}/{(int)(column * tiles)}/{(int)(row * tiles)}?{asked}{(asked.Length > 0 ? "&" : "")}span={from:yyyy-MM-dd}T00:00Z,{from + (step * stretches):yyyy-MM-dd}T00:00Z,{days}d");
    }

    private static string At(double[] sorted, double share) => sorted[(int)(sorted.Length * share)].ToString("0.0", CultureInfo.InvariantCulture);

    private static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
