using Microsoft.Playwright;

namespace Dashboard.Browser.Tests.Harness;

/// <summary>One headless Chromium for all tests; each test gets a profile of its own.</summary>
public sealed class Chromium : IAsyncDisposable
{
    /// <summary>Milliseconds for which anything is waited for, on a machine that does much else.</summary>
    public const float Patience = 30_000;

    private static readonly string[] _quiet =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync",
    ];

    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;

    private Chromium(IPlaywright playwright, IBrowser browser) => (_playwright, _browser) = (playwright, browser);

    public static async Task<Chromium> LaunchAsync()
    {
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Find(), Args = _quiet });
        Assertions.SetDefaultExpectTimeout(Patience);
        return new Chromium(playwright, browser);
    }

    public async Task<IBrowserContext> NewProfileAsync(BrowserNewContextOptions options)
    {
        var profile = await _browser.NewContextAsync(options);
        profile.SetDefaultTimeout(Patience);
        return profile;
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }

    private static string Find() =>
        new[] { Environment.GetEnvironmentVariable("CHROMIUM"), "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome" }
            .FirstOrDefault(File.Exists)
        ?? throw new FileNotFoundException("No Chromium was found: install Debian's chromium or set CHROMIUM to its path.");
}
