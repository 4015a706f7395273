using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using Dashboard.Data;
using Dashboard.Web.Tests.Harness;

namespace Dashboard.Web.Tests.CommandLine;

public sealed class StartRefusalTests : IDisposable
{
    private const string AnyPort = "http://127.0.0.1:0";

    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("dashboard-refusal-tests-");

    private string DataFile => Path.Combine(_directory.FullName, "dashboard.db");

    public void Dispose() => _directory.Delete(recursive: true);

    [Fact]
    public async Task A_busy_port_is_named_with_what_to_do()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var url = $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}";

        var line = await RefusalAsync(74, "--urls", url, "--data", _directory.FullName);

        Assert.Equal($"Cannot listen at {url}: Address already in use. Choose another address with --urls.", line);
    }

    [Fact]
    public async Task A_data_directory_that_cannot_be_written_is_named()
    {
        var file = Path.Combine(_directory.FullName, "file");
        await File.WriteAllTextAsync(file, "", TestContext.Current.CancellationToken);
        var inside = Path.Combine(file, "data");

        var line = await RefusalAsync(74, "--urls", AnyPort, "--data", inside);

        Assert.StartsWith($"The data directory {inside} cannot be written:", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_data_directory_has_one_server()
    {
        using var first = DashboardStore.Open(_directory.FullName);

        var line = await RefusalAsync(74, "--urls", AnyPort, "--data", _directory.FullName);

        Assert.StartsWith($"The data directory {_directory.FullName} is in use", line, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("This is not a database, whatever its name says.")]
    [InlineData("SQLite format 3\0 and then nothing that one would write there")]
    public async Task A_damaged_data_file_is_named_and_left_as_it_was(string content)
    {
        await File.WriteAllTextAsync(DataFile, string.Concat(Enumerable.Repeat(content, 100)), TestContext.Current.CancellationToken);
        await AssertBadDataAsync();
    }

    [Fact]
    public async Task A_data_file_of_a_newer_program_is_named_and_left_as_it_was()
    {
        DashboardStore.Open(_directory.FullName).Dispose();
        await WriteSchemaNumberAsync(1_000_000);
        await AssertBadDataAsync();
    }

    [Theory]
    [InlineData("Unrecognized command or argument '--bogus'. Try --help.", "--bogus")]
    [InlineData("Required argument missing for option: '--data'. Try --help.", "--data")]
    [InlineData("'nonsense' is not an address to listen at. Write one like http://localhost:5080.", "--urls", "nonsense")]
    [InlineData("'http://localhost:99999' is not an address to listen at. Write one like http://localhost:5080.", "--urls", "http://localhost:99999")]
    public async Task A_command_line_that_makes_no_sense_is_told_so(string expected, params string[] arguments) =>
        Assert.Equal(expected, await RefusalAsync(2, arguments));

    private static async Task<string> RefusalAsync(int exitCode, params string[] arguments)
    {
        var outcome = await DashboardProcess.RunAsync(arguments);

        var lines = outcome.Errors.Split('\n');
        Assert.Equal((exitCode, "", 2, ""), (outcome.ExitCode, outcome.Output, lines.Length, lines[^1]));
        return lines[0];
    }

    private async Task AssertBadDataAsync()
    {
        var before = await HashAsync();
        var line = await RefusalAsync(65, "--urls", AnyPort, "--data", _directory.FullName);
        Assert.StartsWith(DataFile, line, StringComparison.Ordinal);
        Assert.Equal(before, await HashAsync());
    }

    private async Task<string> HashAsync() => Convert.ToHexString(SHA256.HashData(await File.ReadAllBytesAsync(DataFile, TestContext.Current.CancellationToken)));

    /// <summary>Where SQLite keeps the number: bytes 60 to 63 of the file, most significant first.</summary>
    private async Task WriteSchemaNumberAsync(int number)
    {
        await using var file = File.OpenWrite(DataFile);
        file.Position = 60;
        await file.WriteAsync(BitConverter.GetBytes(IPAddress.HostToNetworkOrder(number)), TestContext.Current.CancellationToken);
    }
}
