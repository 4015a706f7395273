using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Reflection;

namespace Dashboard.Benchmarks;

/// <summary>The product as a server in a process of its own, on a free port, until it is disposed.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private readonly Process _process;

    private ServerProcess(Process process, HttpClient client) => (_process, Client) = (process, client);

    public HttpClient Client { get; }

    public Load Load => Load.Of(_process.Id);

    /// <returns>The server, when it answers.</returns>
    public static async Task<ServerProcess> StartAsync(string data)
    {
        var product = typeof(ServerProcess).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(item => item.Key == "WebAssembly").Value!;
        var address = new Uri($"http://localhost:{FreePort()}");
        var process = Process.Start("dotnet", [product, "--urls", address.ToString().TrimEnd('/'), "--data", data, "--max-upload", "4000"]);
        var server = new ServerProcess(process, new HttpClient { BaseAddress = address, Timeout = TimeSpan.FromMinutes(10) });
        await server.UntilItAnswersAsync();
        return server;
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private async Task UntilItAnswersAsync()
    {
        using var pulse = new PeriodicTimer(TimeSpan.FromMilliseconds(200));
        while (await pulse.WaitForNextTickAsync())
        {
            try
            {
                if ((await Client.GetAsync(new Uri("/healthz", UriKind.Relative))).IsSuccessStatusCode)
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
