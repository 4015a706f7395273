using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Dashboard.Drawing.Tests;
using Dashboard.Web.Tests.Harness;

namespace Dashboard.Web.Tests.Sharing;

public class ShareHeadTests(StarterDashboard starter)
{
    [Fact]
    public async Task The_head_of_a_view_says_what_other_sites_show_beside_its_link()
    {
        const string Title = "5 of 43 incidents, since 1 Nov 2023: US forces in Iraq, Syria, Jordan · Oct 2023 – Feb 2024";
        const string Description = Title + ". Strike · Syria. On a map and a timeline, with who claims what and how exactly it is known.";
        var head = await HeadAsync("/?nonsense=1&country=SY&kind=strike&from=2023-11-01");
        var here = starter.Server.Address.ToString().TrimEnd('/');
        var (address, preview) = ($"{here}/?from=2023-11-01&kind=strike&country=SY", $"{here}/preview.png?from=2023-11-01&kind=strike&country=SY");

        Assert.Equal(
            [
                ("og:site_name", "Incident dashboard"), ("og:type", "website"), ("og:title", Title), ("og:description", Description), ("og:url", address),
                ("og:image", preview), ("og:image:type", "image/png"), ("og:image:width", "1200"), ("og:image:height", "630"), ("og:image:alt", $"Map and timeline. {Title}"),
                ("twitter:card", "summary_large_image"), ("twitter:title", Title), ("twitter:description", Description), ("twitter:image", preview),
            ],
            Tags(head));
        Assert.Equal((Description, address), (head.QuerySelector("meta[name=description]")?.GetAttribute("content"), head.QuerySelector("link[rel=canonical]")?.GetAttribute("href")));
    }

    [Fact]
    public async Task The_head_of_an_incident_leads_to_a_picture_of_it()
    {
        const string Slug = "2024-01-28-tower-22-drone-attack";
        var head = await HeadAsync($"/incidents/{Slug}");
        var tags = Tags(head).ToDictionary();

        Assert.Equal(("article", "Drone attack on Tower 22, Jordan"), (tags["og:type"], tags["og:title"]));
        Assert.Equal(new Uri(starter.Server.Address, $"/incidents/{Slug}").ToString(), tags["og:url"]);
        Assert.Equal(new Uri(starter.Server.Address, $"/preview.png?sel={Slug}").ToString(), tags["og:image"]);
        using var answer = await starter.Server.GetAsync(new Uri(tags["og:image"]).PathAndQuery);
        Assert.Equal(1200, DecodedPng.Read(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).Width);
    }

    [Fact]
    public async Task The_page_to_share_from_has_the_view_its_picture_and_its_citations()
    {
        var page = await new HtmlParser().ParseDocumentAsync(await starter.Server.TextAsync("/share?kind=attack"));

        Assert.Equal("9 of 43 incidents · Attack. As of", string.Join(' ', page.QuerySelector(".share-what")!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))[..33]);
        Assert.Equal($"{starter.Server.Address}?kind=attack", page.QuerySelector("#link-text")!.TextContent);
        Assert.Equal("/preview.png?kind=attack", page.QuerySelector(".share-preview")!.GetAttribute("src"));
        Assert.Equal(
            ["/picture.png?kind=attack", "/picture.png?kind=attack&scale=2", "/picture.png?kind=attack&scale=3", "/picture.png?kind=attack&scale=4", "/picture.svg?kind=attack"],
            page.QuerySelectorAll("#picture .share-choices a").Select(link => link.GetAttribute("href")));
        Assert.Equal(await starter.Server.TextAsync("/citation.txt?kind=attack"), $"{page.QuerySelector("#cite-plain")!.TextContent}\n");
        Assert.Equal(await starter.Server.TextAsync("/citation.bib?kind=attack"), $"{page.QuerySelector("#cite-bibtex")!.TextContent}\n");
        Assert.Empty(page.QuerySelectorAll("script[src*=blazor]"));
    }

    [Fact]
    public async Task The_list_links_to_picture_and_citation_of_exactly_its_view()
    {
        var page = await new HtmlParser().ParseDocumentAsync(await starter.Server.TextAsync("/?kind=attack&map=34,41,6"));
        Assert.Equal(
            ["/share?kind=attack&map=34,41,6#picture", "/share?kind=attack&map=34,41,6#cite", "/share?kind=attack&map=34,41,6#embed"],
            page.QuerySelectorAll(".export-links a[href^='/share']").Select(link => link.GetAttribute("href")));
    }

    private async Task<IElement> HeadAsync(string path) => (await new HtmlParser().ParseDocumentAsync(await starter.Server.TextAsync(path))).Head!;

    private static IEnumerable<(string Name, string Content)> Tags(IElement head) => head.QuerySelectorAll("meta")
        .Select(meta => (Name: meta.GetAttribute("property") ?? meta.GetAttribute("name") ?? "", Content: meta.GetAttribute("content") ?? ""))
        .Where(tag => tag.Name.StartsWith("og:", StringComparison.Ordinal) || tag.Name.StartsWith("twitter:", StringComparison.Ordinal));
}
