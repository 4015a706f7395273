using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Dashboard.Browser.Tests.Harness;

/// <summary>
/// A person with a browser profile of their own in front of the dashboard. On leaving, the visit must have been clean: no
/// request elsewhere, no cookie, no error in the console.
/// </summary>
public sealed class Reader : IAsyncDisposable
{
    private readonly IBrowserContext _profile;
    private readonly Uri _address;
    private readonly List<string> _elsewhere = [];
    private readonly List<string> _errors = [];

    private Reader(IBrowserContext profile, Uri address) => (_profile, _address) = (profile, address);

    public IPage Page { get; private set; } = null!;

    /// <summary>True where the test takes the server away: the browser then reports failed requests.</summary>
    public bool ExpectsLostServer { get; init; }

    public ILocator Map => Page.Locator("incident-map");

    public ILocator Timeline => Page.Locator("incident-timeline");

    public static async Task<Reader> ArriveAsync(Chromium chromium, DashboardServer server, string path = "/",
        int width = 1440, int height = 900, ColorScheme scheme = ColorScheme.Light, bool losesServer = false, bool scripts = true)
    {
        var profile = await chromium.NewProfileAsync(new()
        {
            ViewportSize = new() { Width = width, Height = height },
            ColorScheme = scheme,
            ReducedMotion = ReducedMotion.Reduce,
            JavaScriptEnabled = scripts,
            Permissions = ["clipboard-read", "clipboard-write"],
        });
        var reader = new Reader(profile, server.Address) { ExpectsLostServer = losesServer };
        reader.Page = await profile.NewPageAsync();
        reader.Page.Request += (_, request) => reader.Judge(request);
        reader.Page.Console += (_, message) => reader.Judge(message);
        reader.Page.PageError += (_, error) => reader._errors.Add(error);
        await reader.GoAsync(path);
        return reader;
    }

    /// <summary>Opens an address and, where scripts run, waits until the circuit and the first picture are there.</summary>
    public async Task GoAsync(string path)
    {
        await Page.GotoAsync(new Uri(_address, path).ToString());
        if (await Page.Locator("explore-view").CountAsync() > 0)
        {
            await UntilAliveAsync();
        }
    }

    /// <summary>The page answers to clicks (its circuit runs) and the picture is drawn.</summary>
    public Task UntilAliveAsync() => Page.Locator("[data-circuit=alive] incident-map[data-live]").WaitForAsync(new() { State = WaitForSelectorState.Attached });

    /// <summary>Waits until the address bar matches.</summary>
    public Task UntilAddressAsync(string pattern) => Page.WaitForURLAsync(new Regex(pattern, RegexOptions.None, TimeSpan.FromSeconds(1)));

    public async ValueTask DisposeAsync()
    {
        var cookies = await _profile.CookiesAsync();
        await _profile.CloseAsync();
        Assert.Empty(cookies);
        Assert.Empty(_elsewhere);
        Assert.Empty(_errors);
    }

    private void Judge(IRequest request)
    {
        if (!request.Url.StartsWith("data:", StringComparison.Ordinal) && new Uri(request.Url).Authority != _address.Authority)
        {
            _elsewhere.Add(request.Url);
        }
    }

    private void Judge(IConsoleMessage message)
    {
        if (message.Type == "error" && !ExpectsLostServer)
        {
            _errors.Add(message.Text);
        }
    }
}
