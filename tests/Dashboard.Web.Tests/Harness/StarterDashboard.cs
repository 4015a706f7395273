using Dashboard.Data;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

[assembly: AssemblyFixture(typeof(Dashboard.Web.Tests.Harness.StarterDashboard))]

namespace Dashboard.Web.Tests.Harness;

/// <summary>One dashboard with the starter dataset, for all tests that only read it.</summary>
public sealed class StarterDashboard : IAsyncLifetime
{
    /// <summary>An address that fails on our side.</summary>
    public const string Broken = "/broken";

    /// <summary>An address that reads whatever is sent.</summary>
    public const string Swallow = "/swallow";

    public RunningDashboard Server { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Server = await RunningDashboard.StartAsync(
        [StarterDataset.Load()],
        app =>
        {
            app.MapGet(Broken, string () => throw new InvalidOperationException("a secret of the inside"));
            app.MapPost(Swallow, (HttpRequest request) => request.Body.CopyToAsync(Stream.Null));
        });

    public ValueTask DisposeAsync() => Server.DisposeAsync();
}
