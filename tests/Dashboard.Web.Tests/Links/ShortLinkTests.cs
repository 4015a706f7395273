using System.Net;
using Dashboard.Domain.Sharing;
using Dashboard.Web.Links;
using Dashboard.Web.Tests.Harness;
using static Dashboard.Web.Tests.Harness.Samples;

namespace Dashboard.Web.Tests.Links;

public sealed class ShortLinkTests
{
    private static readonly string[] _dead = ["AAAAAAAAAAAAAAAAAAAAAA", "a..b", "..%2F..%2Fetc", "%C3%84", "a/b/c", "a+b=", new string('x', 10_000)];

    [Fact]
    public async Task Anybody_makes_a_plain_link_and_the_same_view_has_the_same_one()
    {
        await using var dashboard = await RunningDashboard.StartAsync([Dataset(Incident("point"))]);
        var address = await MadeAsync("kind=strike&kind=attack");
        Assert.Equal(address, await MadeAsync("?kind=attack&kind=strike"));
        Assert.Matches($"^{dashboard.Address}s/[A-Za-z0-9_-]{{22}}$", address);
        using var opened = await dashboard.GetAsync(new Uri(address).AbsolutePath);
        Assert.Equal((HttpStatusCode.Found, "/?kind=attack&kind=strike", "no-store"), (opened.StatusCode, opened.Headers.Location?.OriginalString, opened.Headers.CacheControl?.ToString()));
        Assert.Empty(dashboard.Links().List());

        async Task<string> MadeAsync(string query)
        {
            using var form = new FormUrlEncodedContent([new("query", query)]);
            using var made = await dashboard.PostAsync("/s", form);
            Assert.Equal(HttpStatusCode.OK, made.StatusCode);
            return await made.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        }
    }

    [Theory]
    [InlineData("nonsense=1", null, HttpStatusCode.BadRequest)]
    [InlineData("link=AAAAAAAAAAAAAAAAAAAAAA", null, HttpStatusCode.BadRequest)]
    [InlineData("kind=attack", "https://elsewhere.example", HttpStatusCode.Forbidden)]
    public async Task What_is_no_view_and_what_comes_from_elsewhere_makes_no_link(string query, string? origin, HttpStatusCode status)
    {
        await using var dashboard = await RunningDashboard.StartAsync([Dataset(Incident("point"))]);
        using var form = new FormUrlEncodedContent([new("query", query)]);
        using var made = origin is null ? await dashboard.PostAsync("/s", form) : await dashboard.PostAsync("/s", form, ("Origin", origin));
        Assert.Equal(status, made.StatusCode);
    }

    [Fact]
    public async Task A_link_of_an_editor_leads_to_its_view_with_what_opens_it_and_is_counted()
    {
        await using var dashboard = await RunningDashboard.StartAsync([Dataset(Incident("point"))]);
        var made = dashboard.Make(query: "kind=attack&sel=point");
        for (var time = 0; time < 3; time++)
        {
            using var opened = await dashboard.GetAsync(LinkAddress.Of(made.Token));
            Assert.Equal($"/?kind=attack&sel=point&link={made.Token}", opened.Headers.Location?.OriginalString);
        }

        dashboard.Links().Extend(made.Link.Number, null);
        Assert.Equal(3, dashboard.Links().Find(made.Token)?.Opens);
    }

    [Fact]
    public async Task Whatever_opens_nothing_gets_the_same_answer_everywhere()
    {
        await using var dashboard = await RunningDashboard.StartAsync([Dataset(Incident("point"))]);
        var (expired, revoked) = (dashboard.Make(expires: DateTimeOffset.UtcNow.AddMilliseconds(200)), dashboard.Make());
        var plain = dashboard.Links().MakePlain(Domain.Querying.ViewState.Default);
        dashboard.Links().Revoke(revoked.Link.Number);
        while (dashboard.Links().Find(expired.Token) is not null)
        {
            await Task.Yield();
        }

        string[] dead = [.. _dead, expired.Token, revoked.Token];
        var from = 0;
        var short_ = new HashSet<string>();
        foreach (var token in dead)
        {
            short_.Add(await AnswerAsync($"/s/{token}"));
        }

        Assert.Contains("This link opens nothing", Assert.Single(short_), StringComparison.Ordinal);
        string[] endpoints =
        [
            "/", "/incidents/point", "/incidents/none", "/embed", "/share", "/oembed", "/filters/kind", "/filters/lens", $"{dashboard.Data}/marks", $"{dashboard.Data}/relations", $"{dashboard.Data}/times",
            $"{dashboard.Data}/tiles/0/0/0", $"{dashboard.Data}/preview.png", "/data/none/marks", "/export.csv", "/export.geojson", "/preview.png", "/picture.png", "/picture.svg", "/citation.txt", "/citation.bib", "/citation.ris",
            "/corrections", "/corrections.atom", "/corrections.json", "/incidents/point/history", "/actors/a", "/places/here", "/datasets", "/leads", "/import", "/health", "/nowhere",
        ];
        foreach (var endpoint in endpoints)
        {
            var answers = new HashSet<string>();
            foreach (var token in (string[])[.. dead.Take(4), expired.Token, revoked.Token, plain, "", "%00", "%FF"])
            {
                answers.Add(await AnswerAsync($"{endpoint}?kind=attack&link={token}"));
            }

            answers.Add(await AnswerAsync($"{endpoint}?LINK={revoked.Token}"));
            answers.Add(await AnswerAsync($"{endpoint}?l%69nk={revoked.Token}"));
            answers.Add(await AnswerAsync($"{endpoint}?link={revoked.Token}&link={expired.Token}"));
            Assert.Equal((endpoint, 1), (endpoint, answers.Count));
            Assert.StartsWith("404", answers.Single(), StringComparison.Ordinal);
        }

        async Task<string> AnswerAsync(string path)
        {
            using var response = await dashboard.GetAsync(path, ("X-Forwarded-For", $"10.0.{from / 250}.{from++ % 250}"));
            var headers = response.Headers.Concat(response.Content.Headers).Where(header => header.Key != "Date").OrderBy(header => header.Key).Select(header => $"{header.Key}: {string.Join(',', header.Value)}");
            return $"{(int)response.StatusCode}\n{string.Join('\n', headers)}\n\n{await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)}";
        }
    }

    [Fact]
    public async Task What_cannot_be_looked_at_through_a_link_is_not_there_even_where_the_link_opens()
    {
        await using var dashboard = await RunningDashboard.StartAsync([Dataset(Incident("point"))]);
        var token = dashboard.Make().Token;
        foreach (var path in (string[])["/corrections", "/corrections.atom", "/incidents/point/history", "/actors/a", "/places/here", "/datasets", "/leads", "/import"])
        {
            using var response = await dashboard.GetAsync($"{path}?link={token}", ("X-Forwarded-For", "10.2.0.1"));
            Assert.Equal((path, HttpStatusCode.NotFound), (path, response.StatusCode));
        }
    }

    [Fact]
    public async Task Thirty_misses_a_minute_from_one_address_are_heard_and_no_more()
    {
        await using var dashboard = await RunningDashboard.StartAsync([Dataset(Incident("point"))]);
        var made = dashboard.Make();
        foreach (var miss in Enumerable.Range(1, 32))
        {
            using var response = await dashboard.GetAsync(miss % 2 == 0 ? "/s/none" : "/?link=none");
            Assert.Equal((miss, miss <= 30 ? HttpStatusCode.NotFound : HttpStatusCode.TooManyRequests), (miss, response.StatusCode));
            Assert.Equal(miss <= 30 ? null : TimeSpan.FromSeconds(60), response.Headers.RetryAfter?.Delta);
        }

        using var elsewhere = await dashboard.GetAsync("/s/none", ("X-Forwarded-For", "192.0.2.7"));
        using var opened = await dashboard.GetAsync(LinkAddress.Of(made.Token));
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.Found), (elsewhere.StatusCode, opened.StatusCode));
    }

    [Fact]
    public async Task A_link_that_is_revoked_shows_nothing_from_the_next_request_on_and_no_cache_of_others_keeps_it()
    {
        await using var dashboard = await RunningDashboard.StartAsync([Dataset(Incident("point"))]);
        var made = dashboard.Make(new Redaction { CellKilometres = 10 });
        var marks = $"{await dashboard.DataAsync(made.Token)}/marks?link={made.Token}";
        foreach (var path in (string[])[marks, $"/?link={made.Token}", $"/export.csv?link={made.Token}", $"/preview.png?link={made.Token}", $"/citation.txt?link={made.Token}"])
        {
            using var before = await dashboard.ReadyAsync(path);
            Assert.Equal((path, HttpStatusCode.OK), (path, before.StatusCode));
            Assert.True(before.Headers.CacheControl is { Private: true, Public: false } or { NoStore: true }, path);
        }

        dashboard.Links().Revoke(made.Link.Number);
        using var after = await dashboard.GetAsync(marks);
        Assert.Equal(HttpStatusCode.NotFound, after.StatusCode);
    }
}
