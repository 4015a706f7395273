using Dashboard.Web.Tests.Harness;

namespace Dashboard.Web.Tests.Importing;

public sealed class ImportCommandTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("dashboard-import-tests-");

    private string Data => Path.Combine(_folder.FullName, "data");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task A_file_comes_in_and_the_last_line_counts_what_happened()
    {
        var first = await ImportAsync(Files.Clean, "--yes");
        var again = await ImportAsync(Files.Clean, "--yes");

        Assert.Equal((0, "3 added, 0 changed, 0 unchanged, 0 refused"), (first.ExitCode, LastLine(first)));
        Assert.Equal((0, "0 added, 0 changed, 3 unchanged, 0 refused"), (again.ExitCode, LastLine(again)));
    }

    [Fact]
    public async Task A_dry_run_tells_the_same_and_changes_nothing()
    {
        var dry = await ImportAsync(Files.Clean, "--dry-run");
        var real = await ImportAsync(Files.Clean, "--yes");

        Assert.Equal((0, "3 added, 0 changed, 0 unchanged, 0 refused"), (dry.ExitCode, LastLine(dry)));
        Assert.Equal("3 added, 0 changed, 0 unchanged, 0 refused", LastLine(real));
    }

    [Fact]
    public async Task Refused_rows_are_left_out_unless_it_is_to_be_all_or_none()
    {
        var report = Path.Combine(_folder.FullName, "refused.csv");
        var stopped = await ImportAsync(Files.German, "--yes", "--all-or-none", "--refused-to", report);
        var skipping = await ImportAsync(Files.German, "--yes");

        Assert.Equal((65, "3 added, 0 changed, 0 unchanged, 1 refused"), (stopped.ExitCode, LastLine(stopped)));
        Assert.StartsWith("Nothing was changed, because 1 row", stopped.Errors, StringComparison.Ordinal);
        Assert.StartsWith("5,Breite,", (await File.ReadAllLinesAsync(report, TestContext.Current.CancellationToken))[1], StringComparison.Ordinal);
        Assert.Equal((0, "3 added, 0 changed, 0 unchanged, 1 refused"), (skipping.ExitCode, LastLine(skipping)));
    }

    [Fact]
    public async Task What_a_mapping_file_does_not_say_is_read_as_it_was_proposed()
    {
        var map = Path.Combine(_folder.FullName, "map.json");
        await File.WriteAllTextAsync(map, """{"columns": {"Ort": "place"}}""", TestContext.Current.CancellationToken);
        var outcome = await ImportAsync("Datum;Ort\n45315;Homs\n45316;Hama\n", "--map", map, "--yes");

        Assert.Equal((0, "2 added, 0 changed, 0 unchanged, 0 refused"), (outcome.ExitCode, LastLine(outcome)));
    }

    [Fact]
    public async Task The_last_revision_is_undone_and_then_there_is_nothing_of_it()
    {
        await ImportAsync(Files.Clean, "--yes");
        var undone = await DashboardProcess.RunAsync("undo", "--data", Data);
        var again = await ImportAsync(Files.Clean, "--dry-run");

        Assert.Equal(0, undone.ExitCode);
        Assert.Equal("3 added, 0 changed, 0 unchanged, 0 refused", LastLine(again));
    }

    [Fact]
    public async Task What_it_cannot_do_has_an_exit_code_and_one_line()
    {
        var empty = await ImportAsync("", "--yes");
        var missing = await DashboardProcess.RunAsync("import", Path.Combine(_folder.FullName, "none.csv"), "--yes", "--data", Data);
        var nothingToUndo = await DashboardProcess.RunAsync("undo", "--data", Data);
        var withoutFile = await DashboardProcess.RunAsync("import");

        Assert.Equal([65, 74, 65, 2], [empty.ExitCode, missing.ExitCode, nothingToUndo.ExitCode, withoutFile.ExitCode]);
        Assert.All([empty, missing, nothingToUndo, withoutFile], outcome => Assert.Single(outcome.Errors.TrimEnd().Split('\n')));
    }

    [Fact]
    public async Task While_a_server_has_the_data_it_says_where_to_go()
    {
        await using var server = await RunningDashboard.StartAsync([]);
        var file = await WriteAsync(Files.Clean);
        var outcome = await DashboardProcess.RunAsync("import", file, "--yes", "--data", server.DataDirectory);

        Assert.Equal(74, outcome.ExitCode);
        Assert.EndsWith("A running server takes files on its page for adding data.", outcome.Errors.TrimEnd(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task While_a_server_runs_it_imports_for_the_command_whatever_the_size_it_takes_on_its_page()
    {
        using var server = DashboardProcess.Start("--urls", "http://127.0.0.1:0", "--data", Data, "--max-upload", "0");
        try
        {
            await server.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
            var report = Path.Combine(_folder.FullName, "refused.csv");
            var dry = await ImportAsync(Files.German, "--dry-run", "--refused-to", report);
            var real = await ImportAsync(Files.German, "--yes");
            var again = await ImportAsync(Files.German, "--yes");
            var empty = await ImportAsync("", "--yes");

            Assert.Equal((0, "3 added, 0 changed, 0 unchanged, 1 refused"), (dry.ExitCode, LastLine(dry)));
            Assert.Equal((0, "3 added, 0 changed, 0 unchanged, 1 refused"), (real.ExitCode, LastLine(real)));
            Assert.Equal((0, "0 added, 0 changed, 3 unchanged, 1 refused"), (again.ExitCode, LastLine(again)));
            Assert.Equal((65, ""), (empty.ExitCode, empty.Output));
            Assert.Equal(2, (await File.ReadAllLinesAsync(report, TestContext.Current.CancellationToken)).Length);
        }
        finally
        {
            server.Kill(entireProcessTree: true);
            await DashboardProcess.EndAsync(server);
        }
    }

    private static string LastLine(DashboardProcess.Outcome outcome) => outcome.Output.TrimEnd().Split('\n')[^1];

    private async Task<DashboardProcess.Outcome> ImportAsync(string text, params string[] options) =>
        await DashboardProcess.RunAsync(["import", await WriteAsync(text), "--data", Data, .. options]);

    private async Task<string> WriteAsync(string text)
    {
        var file = Path.Combine(_folder.FullName, "liste.csv");
        await File.WriteAllTextAsync(file, text, TestContext.Current.CancellationToken);
        return file;
    }
}
