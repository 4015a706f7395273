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
    private bool _hasScripts;
    private bool _hasAccount;
    private int _sentFrames;
    private ICDPSession? _tools;

    private Reader(IBrowserContext profile, Uri address) => (_profile, _address) = (profile, address);

    public IPage Page { get; private set; } = null!;

    /// <summary>True where the test takes the server away: the browser then reports failed requests.</summary>
    public bool ExpectsLostServer { get; init; }

    public ILocator Map => Page.Locator("incident-map");

    public ILocator Pane => Page.GetByRole(AriaRole.Slider, new() { Name = "Time window", Exact = true });

    public ILocator Titles => Page.Locator(".list .row-link");

    /// <summary>The title of the incident that is open beside the map.</summary>
    public ILocator OpenIncident => Page.Locator(".results article h2").First;

    /// <summary>How many messages the page has sent over its socket, where it was watched.</summary>
    public int SentFrames => Volatile.Read(ref _sentFrames);

    public string Query => new Uri(Page.Url).Query;

    /// <summary>The big number: what the server counted, or the browser while time moves.</summary>
    public async Task<string> CountAsync() => (await Page.Locator("live-count:visible").First.EvaluateAsync<string>(
        "element => element.shadowRoot?.textContent ?? element.textContent")).Trim();

    public ILocator Option(string label) => Page.GetByRole(AriaRole.Checkbox, new() { NameRegex = new Regex($"^{Regex.Escape(label)} ?,", RegexOptions.None, TimeSpan.FromSeconds(1)) });

    public static async Task<Reader> ArriveAsync(Chromium chromium, DashboardServer server, string path = "/",
        int width = 1440, int height = 900, ColorScheme scheme = ColorScheme.Light, bool losesServer = false, bool scripts = true, bool watchesSocket = false, bool isElsewhere = false)
    {
        var profile = await chromium.NewProfileAsync(new()
        {
            ViewportSize = new() { Width = width, Height = height },
            ColorScheme = scheme,
            ReducedMotion = ReducedMotion.Reduce,
            JavaScriptEnabled = scripts,
            Permissions = ["clipboard-read", "clipboard-write"],

            // Who comes through a proxy is not at the machine of the server, and may change nothing without an account.
            ExtraHTTPHeaders = isElsewhere ? [new("X-Forwarded-For", "203.0.113.7")] : [],
        });
        var reader = new Reader(profile, server.Address) { ExpectsLostServer = losesServer, _hasScripts = scripts };
        reader.Page = await profile.NewPageAsync();
        reader.Page.Request += (_, request) => reader.Judge(request);
        reader.Page.Console += (_, message) => reader.Judge(message);
        reader.Page.PageError += (_, error) => reader._errors.Add(error);
        if (watchesSocket)
        {
            reader.Page.WebSocket += (_, socket) => socket.FrameSent += (_, _) => Interlocked.Increment(ref reader._sentFrames);
        }

        await reader.GoAsync(path);
        return reader;
    }

    /// <summary>Opens an address and, where scripts run, waits until the circuit and the first picture are there.</summary>
    public async Task GoAsync(string path)
    {
        await Page.GotoAsync(new Uri(_address, path).ToString());
        if (_hasScripts && await Page.Locator("explore-view").CountAsync() > 0)
        {
            await UntilAliveAsync();
        }
    }

    /// <summary>Makes the first account, an admin's, and is signed in with it from then on. Signed in, a browser has a cookie.</summary>
    public async Task MakeFirstAccountAsync(DashboardServer server)
    {
        _hasAccount = true;
        await GoAsync("/set-up");
        await Page.GetByLabel("Set-up token").FillAsync(await server.SetUpToken);
        await Page.GetByLabel("Name").FillAsync("Noor");
        await Page.GetByLabel("Password").FillAsync("several words to keep");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Make the account" }).ClickAsync();
        await Page.GetByRole(AriaRole.Heading, new() { Name = "Noor" }).WaitForAsync();
    }

    /// <summary>Another page of the same browser.</summary>
    public async Task<IPage> OpenTabAsync(string path)
    {
        var tab = await _profile.NewPageAsync();
        await tab.GotoAsync(new Uri(_address, path).ToString());
        return tab;
    }

    /// <summary>The page answers to clicks (its circuit runs) and the picture is drawn.</summary>
    public Task UntilAliveAsync() => Page.Locator("[data-circuit=alive] incident-map[data-live]").WaitForAsync(new() { State = WaitForSelectorState.Attached });

    /// <summary>Waits until the address bar matches. It looks itself: of a page that writes its address, news can be lost on the way.</summary>
    public Task UntilAddressAsync(string pattern) => Page.WaitForFunctionAsync(
        "pattern => document.readyState === 'complete' && new RegExp(pattern).test(location.href)", pattern);

    /// <summary>Waits until the big number and the list agree on a count.</summary>
    public Task UntilCountedAsync(int count) => Page.WaitForFunctionAsync(
        "count => [...document.querySelectorAll('live-count')].some(e => e.shadowRoot?.textContent === String(count)) && document.querySelectorAll('.list .row-link').length === count", count);

    /// <summary>Waits until the page has said and heard all it wants: two quiet looks at what it shows, a third of a second apart.</summary>
    public async Task RestAsync()
    {
        await Page.EvaluateAsync("""
            async () => {
              const look = () => document.body.innerText + location.search;
              const pause = () => new Promise(next => setTimeout(next, 333));
              for (let before = null; before !== look(); await pause()) { before = look(); await pause(); }
            }
            """);
    }

    /// <summary>Waits until what a link shows is ready, beside the page: one that opens it too early is told to wait, which counts as an error.</summary>
    public async Task UntilReadyAsync(string link)
    {
        while ((await Page.APIRequest.GetAsync(link)).Status == 503)
        {
        }
    }

    /// <summary>How often the page was laid out so far.</summary>
    public async Task<double> LayoutsAsync()
    {
        if (_tools is null)
        {
            _tools = await Page.Context.NewCDPSessionAsync(Page);
            await _tools.SendAsync("Performance.enable");
        }

        return (await _tools.SendAsync("Performance.getMetrics"))!.Value.GetProperty("metrics").EnumerateArray()
            .Single(metric => metric.GetProperty("name").GetString() == "LayoutCount").GetProperty("value").GetDouble();
    }

    public Task<double> WindowDaysAsync() => Pane.EvaluateAsync<double>(
        "() => { const q = new URLSearchParams(location.search); const t = (text, isEnd) => Date.parse(text) + (isEnd && text.length === 10 ? 864e5 : 0); return (t(q.get('to'), true) - t(q.get('from'), false)) / 864e5; }");

    /// <summary>Presses Tab until the control of that name has the focus.</summary>
    public async Task TabToAsync(string name)
    {
        for (var presses = 0; presses < 400; presses++)
        {
            await Page.Keyboard.PressAsync("Tab");
            var focused = await Page.EvaluateAsync<string>("(document.activeElement.getAttribute('aria-label') ?? document.activeElement.innerText ?? '').trim()");
            if (focused.StartsWith(name, StringComparison.Ordinal))
            {
                return;
            }
        }

        Assert.Fail($"Tab never reached '{name}'.");
    }

    public async ValueTask DisposeAsync()
    {
        var cookies = await _profile.CookiesAsync();
        await _profile.CloseAsync();
        Assert.True(_hasAccount || cookies.Count == 0);
        Assert.Empty(_elsewhere);
        Assert.True(_errors.Count == 0, string.Join('\n', _errors));
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
            _errors.Add($"{message.Text} {message.Location}");
        }
    }
}
