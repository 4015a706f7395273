using Dashboard.Data;
using Dashboard.Domain;
using Dashboard.Web.CommandLine;
using Dashboard.Web.Links;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Dashboard.Web.Tests.Harness;

/// <summary>The dashboard in this process, over a real socket, on a free port and a data directory of its own.</summary>
public class RunningDashboard : IAsyncDisposable
{
    private readonly DirectoryInfo _data;
    private readonly WebApplication _app;
    private readonly HttpClient _client;

    private RunningDashboard(DirectoryInfo data, WebApplication app)
    {
        (_data, _app) = (data, app);
        _client = new HttpClient(new PatientHandler(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false })) { BaseAddress = new Uri(app.Urls.Single()) };
    }

    public string DataDirectory => _data.FullName;

    public Uri Address => _client.BaseAddress!;

    public IServiceProvider Services => _app.Services;

    /// <summary>Where the data of the present revision are.</summary>
    public string Data => $"/data/{Services.GetRequiredService<Explorations>().Whole.Present.RevisionName}";

    /// <summary>Where its marks are.</summary>
    public string Marks => $"{Data}/marks";

    /// <param name="datasets">What the store holds before the first request.</param>
    /// <param name="extend">Adds endpoints that only the test needs.</param>
    /// <param name="mostUpload">The largest file that is taken, in megabytes.</param>
    /// <param name="embedIn">The sites that may show views in frames.</param>
    /// <param name="readers">all or by-link.</param>
    /// <param name="directory">Where the data go; null makes a directory. It is gone afterwards.</param>
    public static async Task<RunningDashboard> StartAsync(IEnumerable<Dataset> datasets, Action<WebApplication>? extend = null, int? mostUpload = null, string? directory = null, string? embedIn = null, string? readers = null)
    {
        var data = directory is null ? Directory.CreateTempSubdirectory("dashboard-web-tests-") : Directory.CreateDirectory(directory);
        var app = Program.Build(new ServeOptions("http://127.0.0.1:0", data.FullName, mostUpload, embedIn, readers));
        extend?.Invoke(app);
        var store = app.Services.GetRequiredService<DashboardStore>();
        foreach (var dataset in datasets)
        {
            store.Add(dataset);
        }

        await app.StartAsync();
        return new RunningDashboard(data, app);
    }

    public Task<HttpResponseMessage> GetAsync(string path, params ReadOnlySpan<(string Name, string Value)> headers) =>
        SendAsync(HttpMethod.Get, path, headers);

    public Task<HttpResponseMessage> PostAsync(string path, HttpContent? content = null, params ReadOnlySpan<(string Name, string Value)> headers) =>
        SendAsync(HttpMethod.Post, path, content, headers);

    public Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, params ReadOnlySpan<(string Name, string Value)> headers) =>
        SendAsync(method, path, content: null, headers);

    private Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, HttpContent? content, ReadOnlySpan<(string Name, string Value)> headers)
    {
        var request = new HttpRequestMessage(method, new Uri(Address, path)) { Content = content };
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return _client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public async Task<string> TextAsync(string path) => await (await GetAsync(path)).Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _app.DisposeAsync();
        _data.Delete(recursive: true);
        GC.SuppressFinalize(this);
    }
}
