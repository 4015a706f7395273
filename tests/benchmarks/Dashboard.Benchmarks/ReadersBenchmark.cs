using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Dashboard.Benchmarks;

/// <summary>Twenty people read while a large file is uploaded, staged, committed and indexed. What do they notice?</summary>
internal static class ReadersBenchmark
{
    private const int Readers = 20;
    private static readonly TimeSpan _idle = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan _thinking = TimeSpan.FromSeconds(1);

    private static readonly string[] _pages =
    [
        "/", "/?kind=attack", "/?kind=strike&country=SY", "/?q=tower", "/?from=2024-01-28&to=2024-02-03", "/?country=IQ&sort=-killed",
        "/?q=%D8%AF%D9%8A%D8%B1&sort=title", "/incidents/2024-01-28-tower-22-drone-attack", "/?sel=2024-01-28-tower-22-drone-attack", "/export.csv?kind=attack",
    ];

    public static async Task<int> RunAsync(int rows)
    {
        var folder = Directory.CreateTempSubdirectory("dashboard-benchmark-");
        try
        {
            var file = Path.Combine(folder.FullName, "ged.csv");
            GedFile.Write(file, rows);
            await using var server = await ServerProcess.StartAsync(Path.Combine(folder.FullName, "data"));
            var client = server.Client;

            // The first visits are slow for reasons of their own.
            await ReadWhileAsync(client, Task.Delay(TimeSpan.FromSeconds(5)));
            var idle = await ReadWhileAsync(client, Task.Delay(_idle));
            var import = ImportAsync(client, file);
            var busy = await ReadWhileAsync(client, import);

            Console.WriteLine($"| {Readers} readers | requests | median ms | p95 ms | p99 ms | not 200 |");
            Console.WriteLine("|---|---|---|---|---|---|");
            Print("idle", idle);
            Print($"while {rows:N0} rows are imported", busy);
            Console.WriteLine();
            Console.WriteLine($"p95, ratio: {Percentile(busy, 0.95) / Percentile(idle, 0.95):0.00}. {await import}");
            return busy.Any(answer => answer.Status != HttpStatusCode.OK) ? 1 : 0;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Uploads, waits until it is staged, commits, and waits until the page shows the new incidents.</summary>
    private static async Task<string> ImportAsync(HttpClient client, string file)
    {
        var watch = Stopwatch.StartNew();
        await using var content = File.OpenRead(file);
        using var body = new StreamContent(content);
        body.Headers.ContentType = new("text/csv");
        using var received = await client.PostAsync(new Uri("/imports?name=ged.csv", UriKind.Relative), body);
        received.EnsureSuccessStatusCode();
        var uploaded = watch.Elapsed;
        var id = (await received.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString();
        await UntilAsync(async () => await StateAsync(client, id!) == "ready");
        var staged = watch.Elapsed;
        (await client.PostAsync(new Uri($"/imports/{id}/commit", UriKind.Relative), new FormUrlEncodedContent([new("refused", "skip")]))).EnsureSuccessStatusCode();
        await UntilAsync(async () => await StateAsync(client, id!) == "done");
        var committed = watch.Elapsed;
        await UntilAsync(async () => !(await client.GetStringAsync(new Uri("/", UriKind.Relative))).Contains("<title>43 incidents", StringComparison.Ordinal));
        return string.Create(CultureInfo.InvariantCulture,
            $"Uploaded after {uploaded.TotalSeconds:0.0} s, staged after {staged.TotalSeconds:0.0}, committed after {committed.TotalSeconds:0.0}, on the page after {watch.Elapsed.TotalSeconds:0.0}.");
    }

    private static async Task<string?> StateAsync(HttpClient client, string id) =>
        (await client.GetFromJsonAsync<JsonElement>(new Uri($"/imports/{id}", UriKind.Relative))).GetProperty("state").GetString();

    private static async Task<List<Answer>> ReadWhileAsync(HttpClient client, Task work)
    {
        var answers = new ConcurrentBag<Answer>();
        await Task.WhenAll(Enumerable.Range(0, Readers).Select(async reader =>
        {
            var random = new Random(reader);
            await Task.Delay(_thinking * random.NextDouble());
            while (!work.IsCompleted)
            {
                var watch = Stopwatch.StartNew();
                using var answer = await client.GetAsync(new Uri(_pages[random.Next(_pages.Length)], UriKind.Relative));
                await answer.Content.ReadAsByteArrayAsync();
                answers.Add(new Answer(watch.Elapsed.TotalMilliseconds, answer.StatusCode));
                await Task.Delay(_thinking * (0.5 + random.NextDouble()));
            }
        }));
        await work;
        return [.. answers.OrderBy(answer => answer.Milliseconds)];
    }

    private static double Percentile(List<Answer> answers, double part) => answers[(int)((answers.Count - 1) * part)].Milliseconds;

    private static void Print(string name, List<Answer> answers) => Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
        $"| {name} | {answers.Count} | {Percentile(answers, 0.5):0.0} | {Percentile(answers, 0.95):0.0} | {Percentile(answers, 0.99):0.0} | {answers.Count(answer => answer.Status != HttpStatusCode.OK)} |"));

    private static async Task UntilAsync(Func<Task<bool>> condition)
    {
        using var pulse = new PeriodicTimer(TimeSpan.FromMilliseconds(200));
        while (await pulse.WaitForNextTickAsync() && !await condition())
        {
        }
    }

    private sealed record Answer(double Milliseconds, HttpStatusCode Status);
}
