using System.IO.Compression;
using Dashboard.Data;
using Dashboard.Web.Tests.Harness;

namespace Dashboard.Web.Tests.CommandLine;

public sealed class BundleCommandTests : IDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("dashboard-bundle-tests-");

    private string Data => Path.Combine(_directory.FullName, "data");

    private string Bundle => Path.Combine(_directory.FullName, "bundle.zip");

    public void Dispose() => _directory.Delete(recursive: true);

    [Fact]
    public async Task A_bundle_is_that_of_the_server_and_verifies_until_a_file_in_it_is_altered()
    {
        await using var server = await RunningDashboard.StartAsync([StarterDataset.Load()]);

        var made = await DashboardProcess.RunAsync("bundle", "--query", "?kind=strike", "--out", Bundle, "--data", server.DataDirectory);

        Assert.Equal((0, ""), (made.ExitCode, made.Errors));
        var lines = made.Output.Split('\n');
        Assert.EndsWith($"of 43 incidents, revision 1, bundled into {Bundle}", lines[0], StringComparison.Ordinal);
        Assert.Equal(
            await (await server.GetAsync("/bundle.zip?kind=strike")).Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken),
            await File.ReadAllBytesAsync(Bundle, TestContext.Current.CancellationToken));
        var manifest = lines[1]["SHA-256 of its manifest: ".Length..];

        var whole = await DashboardProcess.RunAsync("verify", Bundle, "--manifest", manifest);
        Assert.Equal((0, $"8 files, all as they were made\nSHA-256 of its manifest: {manifest}\n", ""), (whole.ExitCode, whole.Output, whole.Errors));
        var other = await DashboardProcess.RunAsync("verify", Bundle, "--manifest", new string('0', 64));
        Assert.Equal((65, "", "MANIFEST.sha256: altered; its SHA-256 is not the one that was kept\n"), (other.ExitCode, other.Output, other.Errors));

        using (var zip = ZipFile.Open(Bundle, ZipArchiveMode.Update))
        {
            zip.GetEntry("claims.csv")!.Delete();
            using var writer = new StreamWriter(zip.CreateEntry("claims.csv").Open());
            await writer.WriteAsync("incident\r\n");
        }

        var altered = await DashboardProcess.RunAsync("verify", Bundle);
        Assert.Equal((65, "", "claims.csv: altered\n"), (altered.ExitCode, altered.Output, altered.Errors));
    }

    [Theory]
    [InlineData(65, "No incident is left by this view", "q=nothing-has-this-word")]
    [InlineData(2, "--query: 'kid' is not understood", "kid=attack")]
    public async Task What_cannot_be_bundled_is_said_and_leaves_no_file(int exitCode, string words, string query)
    {
        using (var store = DashboardStore.Open(Data))
        {
            store.Add(StarterDataset.Load());
        }

        var outcome = await DashboardProcess.RunAsync("bundle", "--query", query, "--out", Bundle, "--data", Data);

        Assert.Equal((exitCode, ""), (outcome.ExitCode, outcome.Output));
        Assert.Contains(words, outcome.Errors, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(_directory.FullName));
    }

    [Fact]
    public async Task What_is_no_zip_is_bad_data_and_what_is_not_there_is_not()
    {
        await File.WriteAllTextAsync(Bundle, "This is no zip file.", TestContext.Current.CancellationToken);
        var text = await DashboardProcess.RunAsync("verify", Bundle);
        Assert.Equal((65, "It is not a zip file, or it is damaged: its list of files cannot be read.\n"), (text.ExitCode, text.Errors));
        Assert.Equal(74, (await DashboardProcess.RunAsync("verify", Path.Combine(_directory.FullName, "none.zip"))).ExitCode);
        Assert.Equal(74, (await DashboardProcess.RunAsync("verify", _directory.FullName)).ExitCode);
        Assert.Equal(2, (await DashboardProcess.RunAsync("verify", Bundle, "--manifest", "abc")).ExitCode);
    }
}
