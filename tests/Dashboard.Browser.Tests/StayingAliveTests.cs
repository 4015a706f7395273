using Dashboard.Browser.Tests.Harness;

namespace Dashboard.Browser.Tests;

/// <summary>The server goes away and comes back; the reader need not do anything.</summary>
public sealed class StayingAliveTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task After_a_restart_the_page_comes_back_at_the_same_view_without_a_click(bool isAnnounced)
    {
        await using var server = await DashboardServer.StartAsync();
        await using var chromium = await Chromium.LaunchAsync();
        await using var reader = await Reader.ArriveAsync(chromium, server, "/?kind=attack&from=2024-01-18&to=2024-02-09", losesServer: true);
        await reader.Titles.First.ClickAsync();
        await reader.OpenIncident.WaitForAsync();
        var (address, title) = (reader.Page.Url, await reader.OpenIncident.InnerTextAsync());

        await (isAnnounced ? server.StopAsync() : server.KillAsync());
        await reader.Page.Locator("connection-state[data-lost]").WaitForAsync();
        Assert.StartsWith("Not connected since", await reader.Page.Locator("connection-state").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal(title, await reader.OpenIncident.InnerTextAsync());

        await reader.Page.EvaluateAsync("window.isTheOldPage = true");
        await reader.Page.Locator("connection-state[data-lost]").WaitForAsync();
        await server.RestartAsync();
        await reader.Page.WaitForFunctionAsync("() => !window.isTheOldPage");
        await reader.UntilAliveAsync();
        Assert.Equal(address, reader.Page.Url);
        Assert.Equal(title, await reader.OpenIncident.InnerTextAsync());
        await reader.Page.Keyboard.PressAsync("Escape");
        await reader.UntilCountedAsync(3);
    }

    [Fact]
    public async Task A_link_followed_while_the_server_is_away_is_not_lost()
    {
        await using var server = await DashboardServer.StartAsync();
        await using var chromium = await Chromium.LaunchAsync();
        await using var reader = await Reader.ArriveAsync(chromium, server, losesServer: true);

        await server.KillAsync();
        await reader.Page.Locator("connection-state[data-lost]").WaitForAsync();
        await reader.Option("Attack").ClickAsync();
        await server.RestartAsync();
        await reader.UntilAddressAsync("kind=attack");
        await reader.UntilAliveAsync();
        await reader.UntilCountedAsync(9);
    }
}
