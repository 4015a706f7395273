using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Dashboard.Browser.Tests.Harness;

/// <summary>Another site on this machine, with an origin of its own: it answers everything with one page.</summary>
public sealed class OtherSite : IDisposable
{
    private readonly HttpListener _listener = new();
    private byte[] _page = [];

    public OtherSite()
    {
        Origin = string.Create(CultureInfo.InvariantCulture, $"http://localhost:{FreePort()}");
        _listener.Prefixes.Add($"{Origin}/");
        _listener.Start();
        _ = AnswerAsync();
    }

    public string Origin { get; }

    public void Show(string page) => _page = Encoding.UTF8.GetBytes(page);

    public void Dispose() => _listener.Close();

    private async Task AnswerAsync()
    {
        try
        {
            while (true)
            {
                using var response = (await _listener.GetContextAsync()).Response;
                response.ContentType = "text/html; charset=utf-8";
                await response.OutputStream.WriteAsync(_page);
            }
        }
        catch (Exception end) when (end is ObjectDisposedException or HttpListenerException)
        {
            // The site is closed.
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
