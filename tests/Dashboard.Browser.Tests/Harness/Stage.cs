namespace Dashboard.Browser.Tests.Harness;

/// <summary>One server and one browser for all tests that do not take the server away.</summary>
public sealed class Stage : IAsyncLifetime
{
    public DashboardServer Server { get; private set; } = null!;

    public Chromium Chromium { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Server = await DashboardServer.StartAsync();
        Chromium = await Chromium.LaunchAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Chromium.DisposeAsync();
        await Server.DisposeAsync();
    }
}
