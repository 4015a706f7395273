using System.Text.RegularExpressions;
using Dashboard.Web.CommandLine;
using Dashboard.Web.Tests.Harness;
using Microsoft.Extensions.Configuration;

namespace Dashboard.Web.Tests.CommandLine;

public class ServingTests
{
    [Fact]
    public async Task An_empty_data_directory_is_filled_and_one_line_says_where_to_look()
    {
        var directory = Directory.CreateTempSubdirectory("dashboard-serving-tests-");
        using var process = DashboardProcess.Start("--urls", "http://127.0.0.1:0", "--data", directory.FullName);
        try
        {
            var line = await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken)
                ?? await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            Assert.Matches($@"^Incident dashboard at http://127\.0\.0\.1:[0-9]+ \(data: {Regex.Escape(directory.FullName)}\)$", line);

            using var client = new HttpClient();
            var page = await client.GetStringAsync(line.Split(' ')[3], TestContext.Current.CancellationToken);
            Assert.Contains("Tower 22", page, StringComparison.Ordinal);
        }
        finally
        {
            process.Kill(entireProcessTree: true);
            await DashboardProcess.EndAsync(process);
            directory.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task Help_and_version_are_told_on_standard_output()
    {
        var help = await DashboardProcess.RunAsync("--help");
        var version = await DashboardProcess.RunAsync("--version");

        Assert.Equal((0, ""), (help.ExitCode, help.Errors));
        Assert.Contains("--urls <URL>", help.Output, StringComparison.Ordinal);
        Assert.Contains("--data <DIR>", help.Output, StringComparison.Ordinal);
        Assert.Equal((0, ""), (version.ExitCode, version.Errors));
        Assert.Matches(@"^[0-9]+\.[0-9]+\.[0-9]+", version.Output);
    }

    [Fact]
    public void The_command_line_comes_before_the_settings_and_these_before_the_defaults()
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection([new("urls", "http://a:1;http://b:2"), new("Dashboard:Data", "/set")]).Build();
        var nothing = new ConfigurationBuilder().Build();

        var spoken = new ServeOptions("http://c:3", "/said").Or(settings);
        var set = new ServeOptions(null, null).Or(settings);
        var silent = new ServeOptions(null, null).Or(nothing);

        Assert.Equal(["http://c:3", "/said"], [.. spoken.Urls, spoken.DataDirectory]);
        Assert.Equal(["http://a:1", "http://b:2", "/set"], [.. set.Urls, set.DataDirectory]);
        Assert.Equal(["http://localhost:5080", Path.Combine(ServeOptions.ContentRoot, "data")], [.. silent.Urls, silent.DataDirectory]);
    }

    [Fact]
    public void A_program_that_was_built_and_not_published_belongs_to_the_top_of_its_source_tree() =>
        Assert.True(File.Exists(Path.Combine(ServeOptions.ContentRoot, "Dashboard.sln")));
}
