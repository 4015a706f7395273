using Dashboard.Browser.Tests.Harness;

namespace Dashboard.Benchmarks;

/// <summary>First visits to the real page of the real server, in a real browser with an empty cache.</summary>
internal static class VisitBenchmark
{
    private const int Rounds = 7;

    public static async Task RunAsync()
    {
        await using var server = await DashboardServer.StartAsync();
        await using var chromium = await Chromium.LaunchAsync();
        var visits = new List<Visit>();
        for (var round = 0; round < Rounds; round++)
        {
            visits.Add(await Visit.MakeAsync(chromium, server.Address));
        }

        Console.WriteLine("| 43 incidents, empty browser cache | min | median | max |");
        Console.WriteLine("|---|---|---|---|");
        Print("requests", visits.Select(visit => (double)visit.Requests));
        Print("kilobytes on the wire", visits.Select(visit => visit.WireBytes / 1000.0));
        Print("ms to first byte", visits.Select(visit => visit.FirstByte));
        Print("ms to first contentful paint", visits.Select(visit => visit.FirstPaint));
        Print("ms to interactive map", visits.Select(visit => visit.MapReady));
        Print("ms to live circuit", visits.Select(visit => visit.CircuitReady));
        Print("scrub, ms of script a frame, median", visits.Select(visit => visit.ScrubMedian));
        Print("scrub, ms of script a frame, p95", visits.Select(visit => visit.ScrubP95));
        Print("scrub, frames a second", visits.Select(visit => visit.FramesPerSecond));
    }

    private static void Print(string name, IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        Console.WriteLine($"| {name} | {sorted[0]:0.#} | {sorted[sorted.Length / 2]:0.#} | {sorted[^1]:0.#} |");
    }
}
