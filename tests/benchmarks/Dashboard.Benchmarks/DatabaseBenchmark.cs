using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using Dashboard.Domain;
using Dashboard.Domain.Places;
using Dashboard.Domain.Querying;
using Dashboard.Domain.Time;
using Dashboard.Index;
using Dashboard.Index.Tiles;

namespace Dashboard.Benchmarks;

/// <summary>
/// The index beside DuckDB and SQLite: the same random questions about the same points, after others to warm up, and every
/// answer compared. Each incident is taken to last the day on which it starts, so that a window is one
/// range of days to a database.
/// </summary>
internal static class DatabaseBenchmark
{
    private const int DuckThreads = 2;
    private const int ForDuck = 256;
    private const int ForSqlite = 32;

    private static readonly string _program = typeof(DatabaseBenchmark).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(item => item.Key == "DuckDatabase").Value!;

    private sealed record Engine(string Name, double[] Milliseconds, uint[] Checksums);

    public static int Run(int rows)
    {
        var directory = Directory.CreateTempSubdirectory("databases-").FullName;
        try
        {
            var index = Index(rows);
            var random = new Random(GridQuestions.Seed);
            var asked = Enumerable.Range(0, ForDuck).Select(_ => GridQuestions.Next(random)).ToArray();
            var edges = Array.ConvertAll(asked, question => EdgesOf(index, question));
            GridQuestions.WarmUp(other => EdgesOf(index, GridQuestions.Next(other)));
            var answers = Array.ConvertAll(asked, question => Answer(index, question));
            var ours = new Engine("the index, one thread", [.. answers.Select(one => one.Milliseconds)], [.. answers.Select(one => one.Sum)]);
            Engine[] others =
            [
                Duck(directory, rows, [.. asked.Zip(edges, (question, cut) => DatabaseQuestion.Of(question.View, question.Query, cut, "//"))]),
                Sqlite(directory, rows, [.. asked.Zip(edges, (question, cut) => DatabaseQuestion.Of(question.View, question.Query, cut, "/")).Take(ForSqlite)]),
            ];
            Print(rows, ours, others);
            Keep(rows, [ours, .. others]);
            return others.All(other => other.Checksums.SequenceEqual(ours.Checksums.Take(other.Checksums.Length))) ? 0 : 1;
        }
        finally
        {
            Directory.Delete(directory, recursive: true);
        }
    }

    private static IncidentIndex Index(int rows)
    {
        var description = new DatasetDescription("ged-like", "GED-like", "", "", "", TimeWindow.All);
        var builder = new IndexBuilder(1, [new IndexedDataset(description, [], [])]);
        foreach (var facts in Facts(rows))
        {
            builder.Add(facts);
        }

        return builder.Build();
    }

    private static IEnumerable<IncidentFacts> Facts(int rows) => new GedLikeFacts(GridQuestions.Seed).Take(rows)
        .Select(facts => facts with { Occurrence = new Occurrence(DayOf(facts), null, default, TimePrecision.Day) });

    private static IEnumerable<(uint X, uint Y, int Day, int Kind)> Points(int rows)
    {
        var kinds = GedLikeFacts.Kinds.Index().ToDictionary(kind => kind.Item, kind => kind.Index);
        foreach (var facts in Facts(rows))
        {
            var (x, y) = World(facts.DrawnPoints[0]);
            yield return (x, y, (DayOf(facts) - GridQuestions.FirstDay).Days, kinds[facts.Kind.Key]);
        }
    }

    private static DateTimeOffset DayOf(IncidentFacts facts) => new(facts.Occurrence!.Start.UtcDateTime.Date, TimeSpan.Zero);

    /// <summary>In the square world of Web Mercator, each side cut into 2^32.</summary>
    private static (uint X, uint Y) World(GeoPoint point)
    {
        var sine = Math.Sin(point.Latitude * Math.PI / 180);
        return (Part((point.Longitude + 180) / 360), Part(0.5 - (Math.Log((1 + sine) / (1 - sine)) / (4 * Math.PI))));

        static uint Part(double part) => (uint)(part * (1UL << 32));
    }

    private static GridCounts Ask(IncidentIndex index, (GridView View, IncidentQuery Query) question) =>
        index.Grid(question.Query, null, question.View, GridQuestions.Bins, default);

    private static TimeEdges EdgesOf(IncidentIndex index, (GridView View, IncidentQuery Query) question)
    {
        using var answer = Ask(index, question);
        return answer.Edges;
    }

    private static TimedAnswer Answer(IncidentIndex index, (GridView View, IncidentQuery Query) question)
    {
        var start = Stopwatch.GetTimestamp();
        using var answer = Ask(index, question);
        return new TimedAnswer(Stopwatch.GetElapsedTime(start).TotalMilliseconds, DatabaseQuestion.Checksum(answer.Cells, answer.Starts));
    }

    private static Engine Sqlite(string directory, int rows, DatabaseQuestion[] questions)
    {
        using var points = new SqlitePoints(directory, Points(rows));
        points.Ask(questions[0]);
        var answers = Array.ConvertAll(questions, points.Ask);
        return new Engine($"SQLite {points.Version}, covering index", [.. answers.Select(one => one.Milliseconds)], [.. answers.Select(one => one.Checksum)]);
    }

    private static Engine Duck(string directory, int rows, DatabaseQuestion[] questions)
    {
        var (points, asked, answered) = (Path.Combine(directory, "points.csv"), Path.Combine(directory, "questions.json"), Path.Combine(directory, "answers.json"));
        File.WriteAllLines(points, Points(rows).Select(point => string.Create(CultureInfo.InvariantCulture, $"{point.X},{point.Y},{point.Day},{point.Kind}")));
        File.WriteAllText(asked, JsonSerializer.Serialize(new { points, threads = DuckThreads, questions }, JsonSerializerOptions.Web));
        using var node = Process.Start("node", [_program, asked, answered]);
        node.WaitForExit();
        if (node.ExitCode != 0)
        {
            throw new InvalidOperationException($"node ended with {node.ExitCode}; `npm install` beside {_program} installs what it takes");
        }

        var read = JsonSerializer.Deserialize<DuckAnswers>(File.ReadAllText(answered), JsonSerializerOptions.Web)!;
        return new Engine($"DuckDB {read.Version}, {DuckThreads} threads", [.. read.Answers.Select(one => one.Milliseconds)], [.. read.Answers.Select(one => one.Sum)]);
    }

    private sealed record DuckAnswers(string Version, TimedAnswer[] Answers);

    private sealed record TimedAnswer(double Milliseconds, uint Sum);

    private static void Print(int rows, Engine ours, Engine[] others)
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {rows:N0} points | questions | mean ms | p50 ms | p95 ms | ratio of means | same answers |"));
        Console.WriteLine("|---|---|---|---|---|---|---|");
        foreach (var engine in others.Prepend(ours))
        {
            var count = engine.Milliseconds.Length;
            var sorted = engine.Milliseconds.Order().ToArray();
            var ratio = engine.Milliseconds.Average() / ours.Milliseconds.Take(count).Average();
            var same = engine.Checksums.Zip(ours.Checksums, (one, other) => one == other).Count(isSame => isSame);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"| {engine.Name} | {count} | {sorted.Average():0.00} | {sorted[count / 2]:0.00} | {sorted[(int)(count * 0.95)]:0.00} | {ratio:0.0} | {same} |"));
        }
    }

    private static void Keep(int rows, Engine[] engines)
    {
        var results = Directory.CreateDirectory(Path.Combine(Path.GetDirectoryName(_program)!, "results")).FullName;
        var name = string.Create(CultureInfo.InvariantCulture, $"{DateTime.UtcNow:yyyy-MM-ddTHHmmss}-{rows}.json");
        File.WriteAllText(Path.Combine(results, name), JsonSerializer.Serialize(engines, JsonSerializerOptions.Web));
    }
}
