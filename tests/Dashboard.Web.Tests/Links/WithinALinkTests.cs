using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Dashboard.Data;
using Dashboard.Domain;
using Dashboard.Domain.Sharing;
using Dashboard.Web.Links;
using Dashboard.Web.Tests.Harness;

namespace Dashboard.Web.Tests.Links;

/// <summary>From what a link shows no way leads out of it, and none to where its reader may not go.</summary>
public sealed class WithinALinkTests
{
    /// <summary>Of one sort of page so many are read for the ways that lead on; all the ways that are found are followed.</summary>
    private const int MostReadOfASort = 2;

    /// <summary>A view leads to many more: of each only so many are followed.</summary>
    private const int MostViewsOfAPage = 8;

    [Fact]
    public async Task Every_way_from_a_page_that_a_reader_sees_through_a_link_keeps_the_link_and_leads_somewhere()
    {
        await using var dashboard = await RunningDashboard.StartAsync([StarterDataset.Load(), WithLead()], readers: "by-link");
        var token = dashboard.Make(new Redaction { CellKilometres = 10, Fields = [WithheldField.Tolls] }, title: "For the desk").Token;
        var (found, wanted, read) = (new HashSet<string>(), new Queue<(string From, string Way)>(), new Dictionary<string, int>());
        wanted.Enqueue(("the link", $"/?link={token}"));
        wanted.Enqueue(("the link", await FirstIncidentAsync(dashboard, token)));
        wanted.Enqueue(("the link", $"/?link={token}&asof=2024-02-01"));
        wanted.Enqueue(("the link", $"/?link={token}&leads=only&kind=attack&kind=strike&q=unheard"));
        var wrong = new List<string>();
        while (wanted.TryDequeue(out var next))
        {
            var (from, way) = next;
            if (!HasLink(way, token))
            {
                wrong.Add($"{from} leads out of the link: {way}");
                continue;
            }

            using var answer = await dashboard.ReadyAsync(way);
            if (answer.StatusCode != HttpStatusCode.OK)
            {
                wrong.Add($"{from} leads to {(int)answer.StatusCode}: {way}");
                continue;
            }

            var sort = way.Split('?')[0].Split('/')[1];
            read[sort] = read.GetValueOrDefault(sort) + 1;
            if (answer.Content.Headers.ContentType?.MediaType == "text/html" && read[sort] <= MostReadOfASort)
            {
                var page = await new HtmlParser(new HtmlParserOptions { IsScripting = false }).ParseDocumentAsync(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
                var views = 0;
                foreach (var address in WaysOf(page, new Uri(dashboard.Address, way)).Where(found.Add))
                {
                    if (!address.StartsWith("/?", StringComparison.Ordinal) || !HasLink(address, token) || views++ < MostViewsOfAPage)
                    {
                        wanted.Enqueue((way, address));
                    }
                }
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Assert.Superset(new HashSet<string> { "", "incidents", "share", "embed", "export.csv", "picture.png", "licences", "keys" }, read.Keys.ToHashSet());
    }

    [Fact]
    public async Task What_is_searched_for_from_the_page_of_an_incident_is_searched_for_within_the_link()
    {
        await using var dashboard = await RunningDashboard.StartAsync([StarterDataset.Load()]);
        var token = dashboard.Make(isFrozen: true).Token;
        foreach (var path in (string[])["/incidents/2024-01-28-tower-22-drone-attack", "/share", "/licences", "/keys", "/"])
        {
            var page = await new HtmlParser().ParseDocumentAsync(await dashboard.ReadyTextAsync($"{path}?link={token}"));
            Assert.Equal((path, token), (path, page.QuerySelector(".search input[name=link]")?.GetAttribute("value")));
            Assert.Equal((path, $"/?link={token}"), (path, page.QuerySelector(".product")!.GetAttribute("href")));
        }
    }

    [Theory]
    [InlineData("/?kind=attack")]
    [InlineData("/incidents/2024-01-28-tower-22-drone-attack")]
    public async Task A_view_that_is_seen_through_a_link_is_shared_with_that_link_and_no_short_one_is_offered(string path)
    {
        await using var dashboard = await RunningDashboard.StartAsync([StarterDataset.Load()]);
        var token = dashboard.Make().Token;
        Assert.Equal(
            ["Copy link", "QR code", "Send…", "Present live", "Picture", "Cite", "Evidence bundle", "Embed", "More…"],
            await OfferedAsync($"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}link={token}"));
        Assert.Equal(
            ["Copy link", "Short link", "QR code", "Send…", "Present live", "Picture", "Cite", "Evidence bundle", "Embed", "More…"],
            await OfferedAsync(path));

        async Task<IEnumerable<string>> OfferedAsync(string address) =>
            (await new HtmlParser().ParseDocumentAsync(await dashboard.ReadyTextAsync(address))).QuerySelectorAll("share-menu [role=menuitem] > span").Select(name => name.FirstChild!.TextContent);
    }

    /// <summary>In the address, or in the one that it holds: of what is described, or of where one comes back to.</summary>
    private static bool HasLink(string way, string token) => Uri.UnescapeDataString(way).Contains($"{LinkAddress.Key}={token}", StringComparison.Ordinal);

    /// <summary>Through a link that keeps something back incidents have other names.</summary>
    private static async Task<string> FirstIncidentAsync(RunningDashboard dashboard, string token) =>
        (await new HtmlParser().ParseDocumentAsync(await dashboard.ReadyTextAsync($"/?link={token}"))).QuerySelector("a[href*='sel=']")!.GetAttribute("href")!;

    private static Dataset WithLead()
    {
        var dataset = Samples.Dataset(Samples.Incident("lead") with { IsLead = true });
        return dataset with { Description = dataset.Description with { Slug = "leads", Title = "Leads" } };
    }

    /// <summary>Where the page's links and forms lead, and what it shows and announces, within this server.</summary>
    private static IEnumerable<string> WaysOf(IParentNode page, Uri address) =>
        from element in page.QuerySelectorAll("a[href], link[rel=canonical], link[rel=alternate], link[rel=preload][href^='/data'], img[src], iframe[src]")
        let written = element.GetAttribute("href") ?? element.GetAttribute("src")!
        where !written.StartsWith('#') && !written.StartsWith("data:", StringComparison.Ordinal)
        let way = new Uri(address, written)
        where way.Authority == address.Authority && !way.AbsolutePath.StartsWith("/icons", StringComparison.Ordinal)
        select way.PathAndQuery;
}
