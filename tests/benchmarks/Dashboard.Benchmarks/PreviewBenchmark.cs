using System.Diagnostics;
using System.Globalization;
using Dashboard.Domain.Places;
using Dashboard.Domain.Querying;

namespace Dashboard.Benchmarks;

/// <summary>
/// Preview pictures over HTTP on loopback, one after the other: random parts of the map, windows and kinds, each drawn for the first
/// time and then asked for again.
/// </summary>
internal static class PreviewBenchmark
{
    private const int WarmUp = 20;
    private const int Questions = 100;

    /// <param name="directory">A data directory with GED-like incidents that no server has open.</param>
    public static async Task<int> RunAsync(string directory)
    {
        await using var server = await ServerProcess.StartAsync(directory);
        var random = new Random(GridQuestions.Seed);
        for (var i = 0; i < WarmUp; i++)
        {
            await AskAsync(server.Client, Address(random));
        }

        var (drawn, kept, bytes) = (new double[Questions], new double[Questions], new double[Questions]);
        for (var i = 0; i < Questions; i++)
        {
            var address = Address(random);
            (drawn[i], bytes[i]) = await AskAsync(server.Client, address);
            (kept[i], _) = await AskAsync(server.Client, address);
        }

        Console.WriteLine("| preview.png | p50 | p95 | max |");
        Console.WriteLine("|---|---|---|---|");
        Print("drawn for the first time, ms", drawn);
        Print("the same again, ms", kept);
        Print("kilobytes", bytes);
        Console.WriteLine($"{bytes.Count(size => size == 0)} were given up after two seconds.");
        return 0;
    }

    private static string Address(Random random)
    {
        var ((x, y), zoom) = (GridQuestions.Place(random), 2 + (random.NextDouble() * 7));
        var latitude = Math.Atan(Math.Sinh((0.5 - y) * 2 * Math.PI)) * 180 / Math.PI;
        var view = ViewState.Default with
        {
            Query = GridQuestions.Next(random).Query,
            Viewport = random.Next(4) == 0 ? null : new Viewport(new GeoPoint(latitude, (x - 0.5) * 360), zoom),
        };
        return $"/preview.png?{ViewStateCodec.Format(view)}";
    }

    private static async Task<(double Milliseconds, double Kilobytes)> AskAsync(HttpClient client, string address)
    {
        var start = Stopwatch.GetTimestamp();
        using var answer = await client.GetAsync(new Uri(address, UriKind.Relative));
        var picture = await answer.Content.ReadAsByteArrayAsync();
        return (Stopwatch.GetElapsedTime(start).TotalMilliseconds, answer.IsSuccessStatusCode ? picture.Length / 1024.0 : 0);
    }

    private static void Print(string name, double[] values)
    {
        Array.Sort(values);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {name} | {values[values.Length / 2]:0.0} | {values[(int)(values.Length * 0.95)]:0.0} | {values[^1]:0.0} |"));
    }
}
