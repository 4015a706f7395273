using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Dashboard.Data;
using Dashboard.Domain.Incidents;
using Dashboard.Domain.Time;
using Dashboard.Web.Tests.Harness;
using static Dashboard.Web.Tests.Harness.Samples;

namespace Dashboard.Web.Tests.CommandLine;

public sealed class ExportCommandTests : IDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("dashboard-export-tests-");

    private string Data => Path.Combine(_directory.FullName, "data");

    public void Dispose() => _directory.Delete(recursive: true);

    [Fact]
    public async Task A_view_is_exported_while_a_server_has_the_data()
    {
        using var store = DashboardStore.Open(Data);
        store.Add(StarterDataset.Load());
        var file = Path.Combine(_directory.FullName, "all.geojson");

        var outcome = await DashboardProcess.RunAsync("export", "--format", "geojson", "--query", "?kind=strike", "--out", file, "--data", Data);

        var features = JsonNode.Parse(await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken))!["features"]!.AsArray();
        Assert.Equal((0, $"{features.Count} incidents exported to {file}\n", ""), (outcome.ExitCode, outcome.Output, outcome.Errors));
        Assert.All(features, feature => Assert.Equal("strike", (string?)feature!["properties"]!["kind"]));
        Assert.Equal([file], Directory.GetFiles(_directory.FullName));
    }

    [Theory]
    [InlineData("csv", "")]
    [InlineData("geojson", "")]
    [InlineData("csv", "dataset=second")]
    [InlineData("geojson", "dataset=second")]
    [InlineData("csv", "dataset=nobody")]
    [InlineData("csv", "leads=shown")]
    [InlineData("csv", "sort=-time")]
    [InlineData("geojson", "kind=attack")]
    public async Task The_file_is_the_one_that_the_server_gives_for_the_same_view(string format, string query)
    {
        await using var server = await RunningDashboard.StartAsync([Dataset([.. OutOfOrder("")]), Dataset([.. OutOfOrder("second-")]) with { Description = Dataset().Description with { Slug = "second" } }]);
        var file = Path.Combine(_directory.FullName, "out");

        var outcome = await DashboardProcess.RunAsync("export", "--format", format, "--query", query, "--out", file, "--data", server.DataDirectory);

        Assert.Equal((0, ""), (outcome.ExitCode, outcome.Errors));
        Assert.Equal(WithoutMoment(await server.TextAsync($"/export.{format}?{query}")), WithoutMoment(await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task Standard_output_holds_the_file_and_nothing_else()
    {
        using (var store = DashboardStore.Open(Data))
        {
            store.Add(StarterDataset.Load());
        }

        var outcome = await DashboardProcess.RunAsync("export", "--format", "csv", "--raw", "--out", "-", "--data", Data);

        Assert.Equal((0, "43 incidents exported to standard output\n"), (outcome.ExitCode, outcome.Errors));
        Assert.StartsWith("slug,dataset,", outcome.Output, StringComparison.Ordinal);
        Assert.EndsWith("\r\n", outcome.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2, "--query: 'from' is not understood", "csv", "from=yesterday", "out.csv")]
    [InlineData(2, "--query: 'kid' is not understood", "csv", "kid=attack", "out.csv")]
    [InlineData(2, "--format is csv or geojson, not 'xlsx'.", "xlsx", "", "out.xlsx")]
    [InlineData(74, "out.csv", "csv", "", "missing/out.csv")]
    public async Task What_cannot_be_done_is_said_in_one_line_and_leaves_no_file(int exitCode, string words, string format, string query, string file)
    {
        using (var store = DashboardStore.Open(Data))
        {
            store.Add(StarterDataset.Load());
        }

        var outcome = await DashboardProcess.RunAsync("export", "--format", format, "--query", query, "--out", Path.Combine(_directory.FullName, file), "--data", Data);

        Assert.Equal((exitCode, ""), (outcome.ExitCode, outcome.Output));
        Assert.Contains(words, outcome.Errors, StringComparison.Ordinal);
        Assert.Single(outcome.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Empty(Directory.GetFiles(_directory.FullName));
    }

    [Fact]
    public async Task A_directory_without_data_stays_without()
    {
        var outcome = await DashboardProcess.RunAsync("export", "--format", "csv", "--out", Path.Combine(_directory.FullName, "out.csv"), "--data", Data);

        Assert.Equal(74, outcome.ExitCode);
        Assert.Equal($"There are no data in {Path.Combine(Data, "dashboard.db")}. Name the directory that holds them, or start the dashboard there first.\n", outcome.Errors);
        Assert.False(Directory.Exists(Data));
    }

    [Fact]
    public async Task A_damaged_file_is_bad_data()
    {
        Directory.CreateDirectory(Data);
        await File.WriteAllTextAsync(Path.Combine(Data, "dashboard.db"), "This is not a database.", TestContext.Current.CancellationToken);

        var outcome = await DashboardProcess.RunAsync("export", "--format", "csv", "--out", Path.Combine(_directory.FullName, "out.csv"), "--data", Data);

        Assert.Equal(65, outcome.ExitCode);
        Assert.Empty(Directory.GetFiles(_directory.FullName));
    }

    /// <summary>Incidents of every sort of time, leads among them, not in the order of the list.</summary>
    private static IEnumerable<Incident> OutOfOrder(string prefix)
    {
        DateTimeOffset?[] starts = [At(2024, 3, 1), null, At(2024, 1, 1), At(2024, 1, 1).AddTicks(1), At(2024, 1, 1), null, At(1900, 1, 1), At(2024, 1, 1)];
        string[] slugs = ["b", "z", "الف", "a", "zz", "é", "last", "𝒳"];
        return starts.Zip(slugs, (start, slug) => Incident(prefix + slug, start is { } known ? new Occurrence(known, null, TimeSpan.Zero, TimePrecision.Day) : null) with
        {
            IsLead = slug == "b",
        });
    }

    private static string WithoutMoment(string file) => Regex.Replace(file, "\"exported\":\"[^\"]*\"", "", RegexOptions.None, TimeSpan.FromSeconds(1));
}
