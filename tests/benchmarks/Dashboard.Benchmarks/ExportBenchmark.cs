using System.Diagnostics;
using System.Globalization;

namespace Dashboard.Benchmarks;

/// <summary>
/// Everything in a large store as CSV and as GeoJSON: over the loopback from a server that runs, to a reader who throws it
/// away, and by the verb into a file.
/// </summary>
internal static class ExportBenchmark
{
    private const int Rounds = 3;

    private static readonly string[] _formats = ["csv", "geojson"];

    public static async Task<int> RunAsync(int rows)
    {
        using var large = await LargeStore.ImportAsync(rows);
        Console.WriteLine($"| {rows:N0} incidents, median of {Rounds} | MB | seconds | incidents a second | processor seconds | peak MB | all rounds, seconds |");
        Console.WriteLine("|---|---|---|---|---|---|---|");
        await AskServerAsync(large.Data, rows);
        foreach (var format in _formats)
        {
            await RunVerbAsync(large.Data, format, large.InFolder($"out.{format}"), rows);
        }

        return 0;
    }

    private static async Task AskServerAsync(string data, int rows)
    {
        await using var server = await ServerProcess.StartAsync(data);
        foreach (var format in _formats)
        {
            // The first one warms up.
            await AskAsync(server, format);
            var rounds = new List<Run>();
            for (var round = 0; round < Rounds; round++)
            {
                rounds.Add(await AskAsync(server, format));
            }

            Print($"GET /export.{format}", rounds, rows);
        }
    }

    private static async Task<Run> AskAsync(ServerProcess server, string format)
    {
        var before = server.Load;
        var watch = Stopwatch.StartNew();
        using var answer = await server.Client.GetAsync(new Uri($"/export.{format}", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead);
        answer.EnsureSuccessStatusCode();
        await using var body = await answer.Content.ReadAsStreamAsync();
        var buffer = new byte[1 << 16];
        var bytes = 0L;
        for (int read; (read = await body.ReadAsync(buffer)) > 0;)
        {
            bytes += read;
        }

        var time = watch.Elapsed;
        var after = server.Load;
        return new Run(time, bytes, after with { Processor = after.Processor - before.Processor });
    }

    private static async Task RunVerbAsync(string data, string format, string file, int rows)
    {
        var rounds = new List<Run>();
        for (var round = 0; round < Rounds; round++)
        {
            var verb = await Command.ProductAsync("export", "--format", format, "--out", file, "--data", data);
            rounds.Add(new Run(verb.Time, new FileInfo(file).Length, verb.Load));
            File.Delete(file);
        }

        Print($"export --format {format}", rounds, rows);
    }

    private static void Print(string name, List<Run> rounds, int rows)
    {
        var run = rounds.OrderBy(round => round.Time).ElementAt(Rounds / 2);
        var all = string.Join(" / ", rounds.Select(round => round.Time.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture)));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"| {name} | {run.Bytes / 1e6:0} | {run.Time.TotalSeconds:0.0} | {rows / run.Time.TotalSeconds:N0} | {run.Load.Processor.TotalSeconds:0.0} | {run.Load.PeakMegabytes:0} | {all} |"));
    }

    private sealed record Run(TimeSpan Time, long Bytes, Load Load);
}
