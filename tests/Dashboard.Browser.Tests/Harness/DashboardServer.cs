using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Reflection;
using Dashboard.Data;
using Dashboard.Domain;

namespace Dashboard.Browser.Tests.Harness;

/// <summary>The product as a process of its own, on a free port and an own data directory. It can be killed and started again.</summary>
public sealed class DashboardServer : IAsyncDisposable
{
    private static readonly string _webAssembly = typeof(DashboardServer).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(item => item.Key == "WebAssembly").Value!;

    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("dashboard-browser-tests-");
    private readonly string[] _options;
    private readonly TaskCompletionSource<string> _setUpToken = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Process? _process;

    private DashboardServer(params string[] options) => (Address, _options) = (new Uri($"http://localhost:{FreePort()}"), options);

    public Uri Address { get; }

    /// <summary>What the terminal of the first start shows, to make the first account with.</summary>
    public Task<string> SetUpToken => _setUpToken.Task;

    /// <param name="datasets">What is in the data directory before the first start; none leaves it empty, and the starter dataset comes.</param>
    public static async Task<DashboardServer> StartAsync(params Dataset[] datasets)
    {
        var server = new DashboardServer();
        if (datasets.Length > 0)
        {
            using var store = DashboardStore.Open(server._data.FullName);
            Array.ForEach(datasets, store.Add);
        }

        await server.RestartAsync();
        return server;
    }

    /// <summary>With the starter dataset, and options of the command line.</summary>
    public static async Task<DashboardServer> StartWithAsync(params string[] options)
    {
        var server = new DashboardServer(options);
        await server.RestartAsync();
        return server;
    }

    /// <summary>Kills the server without a goodbye, as a power cut would.</summary>
    public async Task KillAsync()
    {
        if (_process is { HasExited: false } running)
        {
            running.Kill(entireProcessTree: true);
            await running.WaitForExitAsync();
        }
    }

    /// <summary>Asks the server to stop, as a terminal or a service manager does, and waits until it has.</summary>
    public async Task StopAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", _process!.Id.ToString(CultureInfo.InvariantCulture)]);
        await _process.WaitForExitAsync();
    }

    public async Task RestartAsync()
    {
        await KillAsync();
        var start = new ProcessStartInfo("dotnet")
        {
            ArgumentList = { _webAssembly, "--urls", Address.ToString().TrimEnd('/'), "--data", _data.FullName },
            RedirectStandardError = true,
            UseShellExecute = false,
            RedirectStandardOutput = true,
        };
        Array.ForEach(_options, start.ArgumentList.Add);
        _process = Process.Start(start)!;
        _process.OutputDataReceived += (_, line) => Hear(line.Data);
        var errors = new System.Text.StringBuilder();
        _process.ErrorDataReceived += (_, line) => errors.AppendLine(line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        await UntilItAnswersAsync(errors);
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        _process?.Dispose();
        _data.Delete(recursive: true);
    }

    private void Hear(string? line)
    {
        const string before = "with the token ";
        if (line?.IndexOf(before, StringComparison.Ordinal) is >= 0 and var at)
        {
            _setUpToken.TrySetResult(line[(at + before.Length)..].Trim());
        }
    }

    private async Task UntilItAnswersAsync(System.Text.StringBuilder errors)
    {
        using var client = new HttpClient();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        using var pulse = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (await pulse.WaitForNextTickAsync(patience.Token))
        {
            if (_process!.HasExited)
            {
                throw new InvalidOperationException($"The server stopped with {_process.ExitCode}: {errors}");
            }

            try
            {
                if ((await client.GetAsync(new Uri(Address, "healthz"), patience.Token)).StatusCode == HttpStatusCode.OK)
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
                // It is not listening yet.
            }
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
