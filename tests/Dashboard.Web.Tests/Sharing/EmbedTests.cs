using System.Net;
using System.Text.Json.Nodes;
using AngleSharp.Html.Parser;
using Dashboard.Data;
using Dashboard.Web.CommandLine;
using Dashboard.Web.Security;
using Dashboard.Web.Tests.Harness;

namespace Dashboard.Web.Tests.Sharing;

public class EmbedTests(StarterDashboard starter)
{
    private const string Sources =
        "default-src 'none'; script-src 'self'; worker-src 'self'; style-src 'self'; style-src-attr 'unsafe-inline'; img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'self'";

    [Fact]
    public async Task Where_nobody_allowed_it_no_site_may_show_a_view_in_a_frame()
    {
        using var embed = await starter.Server.GetAsync("/embed?kind=attack");
        Assert.Equal((HttpStatusCode.OK, $"{Sources}; frame-ancestors 'none'", "DENY"), (embed.StatusCode, Header(embed, "Content-Security-Policy"), Header(embed, "X-Frame-Options")));

        var page = await new HtmlParser().ParseDocumentAsync(await starter.Server.TextAsync("/share?kind=attack"));
        Assert.Contains("Embedding is switched off on this server", page.QuerySelector(".embed-closed")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("iframe"));
    }

    [Fact]
    public async Task Only_a_view_may_be_shown_in_a_frame_and_only_by_the_sites_that_are_named()
    {
        await using var dashboard = await EmbeddableAsync();
        using var embed = await dashboard.GetAsync("/embed?kind=attack");
        using var page = await dashboard.GetAsync("/?kind=attack");
        using var share = await dashboard.GetAsync("/share?kind=attack");

        Assert.Equal(($"{Sources}; frame-ancestors 'self' https://news.example https://*.paper.example", ""), (Header(embed, "Content-Security-Policy"), Header(embed, "X-Frame-Options")));
        Assert.Equal(($"{Sources}; frame-ancestors 'none'", "DENY"), (Header(page, "Content-Security-Policy"), Header(page, "X-Frame-Options")));
        Assert.Equal(($"{Sources}; frame-src 'self'; frame-ancestors 'none'", "DENY"), (Header(share, "Content-Security-Policy"), Header(share, "X-Frame-Options")));
        Assert.Empty(Header(embed, "Set-Cookie"));
    }

    [Fact]
    public async Task An_embed_is_the_view_without_a_frame_and_without_a_circuit()
    {
        var embed = await new HtmlParser().ParseDocumentAsync(await starter.Server.TextAsync("/embed?kind=attack&map=34,41,6&theme=dark"));
        var view = embed.QuerySelector("explore-view")!;

        Assert.Equal(("34,41,6", "?kind=attack&map=34,41,6", "dark"), (view.GetAttribute("viewport"), view.GetAttribute("query"), embed.DocumentElement.GetAttribute("data-theme")));
        Assert.Equal("9", embed.QuerySelector("live-count")!.TextContent);
        Assert.Equal("/?kind=attack&map=34,41,6", embed.QuerySelector("full-view a")!.GetAttribute("href"));
        Assert.Equal(["/dist/embed.js"], embed.Scripts.Select(script => script.GetAttribute("src")));
        Assert.Equal((1, 1), (embed.QuerySelectorAll("incident-map").Length, embed.QuerySelectorAll("incident-timeline").Length));

        var map = await new HtmlParser().ParseDocumentAsync(await starter.Server.TextAsync("/embed?timeline=0"));
        Assert.Equal((1, 0), (map.QuerySelectorAll("incident-map").Length, map.QuerySelectorAll("incident-timeline").Length));
    }

    [Fact]
    public async Task The_builder_shows_the_view_as_asked_for_and_gives_the_line_for_it()
    {
        await using var dashboard = await EmbeddableAsync();
        var page = await new HtmlParser().ParseDocumentAsync(await dashboard.TextAsync("/share?q=a%22%3E%3Cb&theme=dark&timeline=0&width=99999&height=x"));
        const string Address = "/embed?q=a%22%3E%3Cb&theme=dark&timeline=0";

        Assert.Equal(
            $"<iframe src=\"{dashboard.Address.ToString().TrimEnd('/')}{Address.Replace("&", "&amp;", StringComparison.Ordinal)}\" title=\"US forces in Iraq, Syria, Jordan · Oct 2023 – Feb 2024\" "
            + "width=\"4000\" height=\"560\" style=\"border:0;max-width:100%\" loading=\"lazy\"></iframe>",
            page.QuerySelector("#embed-code")!.TextContent);
        Assert.Equal(Address, page.QuerySelector("iframe")!.GetAttribute("src"));
    }

    [Fact]
    public async Task Other_programs_are_told_how_a_view_is_shown()
    {
        await using var dashboard = await EmbeddableAsync();
        var rich = await OEmbedAsync(dashboard, "?kind=attack", "&maxwidth=400&format=json");
        var link = await OEmbedAsync(starter.Server, "incidents/2024-01-28-tower-22-drone-attack", "");

        Assert.Equal(("1.0", "rich", 400, 560), ((string?)rich["version"], (string?)rich["type"], (int?)rich["width"], (int?)rich["height"]));
        Assert.Equal("US forces in Iraq, Syria, Jordan · Oct 2023 – Feb 2024: 9 of 43 incidents", (string?)rich["title"]);
        Assert.StartsWith($"<iframe src=\"{dashboard.Address}embed?kind=attack\"", (string?)rich["html"], StringComparison.Ordinal);
        Assert.Equal(("link", null, $"{starter.Server.Address}preview.png?sel=2024-01-28-tower-22-drone-attack"), ((string?)link["type"], (string?)link["html"], (string?)link["thumbnail_url"]));
    }

    [Theory]
    [InlineData("/oembed", HttpStatusCode.NotFound)]
    [InlineData("/oembed?url=javascript:alert(1)", HttpStatusCode.NotFound)]
    [InlineData("/oembed?url=https%3A%2F%2Felsewhere.example%2F", HttpStatusCode.NotFound)]
    [InlineData("/oembed?url=http%3A%2F%2Flocalhost%2Fimport&format=json", HttpStatusCode.NotFound)]
    [InlineData("/oembed?url=x&format=xml", HttpStatusCode.NotImplemented)]
    public async Task What_is_no_view_of_this_server_is_not_known(string address, HttpStatusCode status)
    {
        using var answer = await starter.Server.GetAsync(address);
        Assert.Equal(status, answer.StatusCode);
    }

    [Theory]
    [InlineData(null, "'none'")]
    [InlineData("", "'none'")]
    [InlineData("https://news.example", "'self' https://news.example")]
    [InlineData("http://localhost:8080; https://*.a.example", "'self' http://localhost:8080 https://*.a.example")]
    [InlineData("*", "'self' *")]
    public void Sites_are_read_as_a_policy_writes_them(string? setting, string ancestors) => Assert.Equal(ancestors, EmbedSites.Read(setting).Ancestors);

    [Theory]
    [InlineData("news.example")]
    [InlineData("https://news.example/path")]
    [InlineData("https://news.example 'unsafe-inline'")]
    [InlineData("* https://news.example")]
    [InlineData("javascript:alert(1)")]
    public void What_is_no_site_is_refused_at_the_start(string setting) => Assert.Throws<StartRefusedException>(() => EmbedSites.Read(setting));

    private static Task<RunningDashboard> EmbeddableAsync() =>
        RunningDashboard.StartAsync([StarterDataset.Load()], embedIn: "https://news.example https://*.paper.example");

    private static async Task<JsonNode> OEmbedAsync(RunningDashboard dashboard, string path, string more) =>
        JsonNode.Parse(await dashboard.TextAsync($"/oembed?url={Uri.EscapeDataString($"{dashboard.Address}{path}")}{more}"))!;

    private static string Header(HttpResponseMessage answer, string name) => answer.Headers.TryGetValues(name, out var values) ? string.Join(" and ", values) : "";
}
