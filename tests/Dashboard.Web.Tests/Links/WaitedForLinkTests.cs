using System.Net;
using AngleSharp.Html.Parser;
using Dashboard.Data;
using Dashboard.Domain.Sharing;
using Dashboard.Web.Links;
using Dashboard.Web.Tests.Harness;
using Dashboard.Web.Tests.Pages;
using Microsoft.Extensions.DependencyInjection;

namespace Dashboard.Web.Tests.Links;

/// <summary>Who opens a link while what it shows is being made is told to wait, and gets there.</summary>
public sealed class WaitedForLinkTests
{
    /// <summary>What a link shows is made one by one: this many take much longer than an answer is waited for.</summary>
    private const int Before = 200;

    [Fact]
    public async Task What_is_not_ready_asks_again_by_itself_and_leads_to_the_view_when_it_is()
    {
        await using var dashboard = await RunningDashboard.StartAsync([StarterDataset.Load()]);
        var made = dashboard.Make(new Redaction { CellKilometres = 10 }, "kind=attack");
        string[] addresses = [LinkAddress.Of(made.Token), $"/?kind=attack&link={made.Token}"];
        await using (new Others(dashboard))
        {
            // All at once: those before are not made so soon.
            await Task.WhenAll(addresses.SelectMany(address => new[] { AssertPageWaitsAsync(dashboard, address), AssertProgramWaitsAsync(dashboard, address) }));
        }

        Assert.Equal(0, dashboard.Links().Find(made.Link.Number)!.Opens);
        using var opened = await dashboard.ReadyAsync(addresses[0]);
        Assert.Equal((HttpStatusCode.Found, addresses[1]), (opened.StatusCode, opened.Headers.Location?.OriginalString));
    }

    private static async Task AssertPageWaitsAsync(RunningDashboard dashboard, string address)
    {
        using var shown = await dashboard.GetAsync(address, ("Accept", "text/html"));
        var page = await new HtmlParser().ParseDocumentAsync(await shown.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "no-store", "2", "2"), HeadOf(shown));
        Assert.Equal(("In a moment · Incident dashboard", "In a moment What this link shows is being made ready. This page asks again by itself in two seconds."), (page.Title, page.QuerySelector("main")!.Words()));
    }

    private static async Task AssertProgramWaitsAsync(RunningDashboard dashboard, string address)
    {
        using var told = await dashboard.GetAsync(address);
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "no-store", "2", null), HeadOf(told));
        Assert.Equal("In a moment. What this link shows is being made ready. Ask again in two seconds.\n", await told.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    private static (HttpStatusCode Status, string? Cache, string? RetryAfter, string? Refresh) HeadOf(HttpResponseMessage answer) => (
        answer.StatusCode,
        answer.Headers.CacheControl?.ToString(),
        answer.Headers.RetryAfter?.ToString(),
        answer.Headers.TryGetValues("Refresh", out var again) ? again.Single() : null);

    /// <summary>Others who wait for what other links show, until they go away.</summary>
    private sealed class Others : IAsyncDisposable
    {
        private readonly CancellationTokenSource _gone = new();
        private readonly List<Seen> _seen;
        private readonly Task _waiting;

        public Others(RunningDashboard dashboard)
        {
            var explorations = dashboard.Services.GetRequiredService<Explorations>();
            _seen = [.. Enumerable.Range(1, Before).Select(_ => new Seen(explorations, needsLink: false))];
            _waiting = Task.WhenAll(_seen.Select(seen => seen.OpenAsync(dashboard.Make(new Redaction { CellKilometres = 1 }).Token, patience: null, _gone.Token)));
        }

        public async ValueTask DisposeAsync()
        {
            await _gone.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _waiting);
            _seen.ForEach(seen => seen.Dispose());
            _gone.Dispose();
        }
    }
}
