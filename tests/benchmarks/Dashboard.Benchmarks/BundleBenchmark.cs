using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;

namespace Dashboard.Benchmarks;

/// <summary>The evidence bundle of everything in a large store: over the loopback to a file, and what verifying it takes.</summary>
internal static class BundleBenchmark
{
    private const int Rounds = 3;

    public static async Task<int> RunAsync(int rows)
    {
        using var large = await LargeStore.ImportAsync(rows);
        Console.WriteLine($"| {rows:N0} incidents, median of {Rounds} | MB in it | MB | seconds | MB/s of what is in it | peak MB | all rounds, seconds |");
        Console.WriteLine("|---|---|---|---|---|---|---|");
        var bundle = large.InFolder("bundle.zip");
        await AskServerAsync(large.Data, bundle);
        await RunVerbAsync(bundle);
        return 0;
    }

    private static async Task AskServerAsync(string data, string bundle)
    {
        await using var server = await ServerProcess.StartAsync(data);

        // The first one warms up.
        await AskAsync(server, bundle);
        var rounds = new List<Run>();
        for (var round = 0; round < Rounds; round++)
        {
            rounds.Add(await AskAsync(server, bundle));
        }

        Print("GET /bundle.zip", rounds, bundle);
    }

    private static async Task<Run> AskAsync(ServerProcess server, string bundle)
    {
        var watch = Stopwatch.StartNew();
        using var answer = await server.Client.GetAsync(new Uri("/bundle.zip", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead);
        answer.EnsureSuccessStatusCode();
        await using (var file = File.Create(bundle))
        {
            await answer.Content.CopyToAsync(file);
        }

        return new Run(watch.Elapsed, server.Load.PeakMegabytes);
    }

    private static async Task RunVerbAsync(string bundle)
    {
        var rounds = new List<Run>();
        for (var round = 0; round < Rounds; round++)
        {
            var verb = await Command.ProductAsync("verify", bundle);
            rounds.Add(new Run(verb.Time, verb.Load.PeakMegabytes));
        }

        Print("verify", rounds, bundle);
    }

    private static void Print(string name, List<Run> rounds, string bundle)
    {
        using var zip = ZipFile.OpenRead(bundle);
        var content = zip.Entries.Sum(entry => entry.Length) / 1e6;
        var run = rounds.OrderBy(round => round.Time).ElementAt(Rounds / 2);
        var all = string.Join(" / ", rounds.Select(round => round.Time.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture)));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"| {name} | {content:0} | {new FileInfo(bundle).Length / 1e6:0} | {run.Time.TotalSeconds:0.00} | {content / run.Time.TotalSeconds:0} | {run.PeakMegabytes:0} | {all} |"));
    }

    private sealed record Run(TimeSpan Time, double PeakMegabytes);
}
