using System.IO.Compression;
using AngleSharp.Html.Parser;
using Dashboard.Web.Tests.Harness;

namespace Dashboard.Web.Tests.Endpoints;

public class StaticAssetsTests(StarterDashboard starter)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_asset_that_the_page_names_arrives_whole_compressed_or_not()
    {
        var addresses = await AssetsOfPageAsync();
        Assert.NotEmpty(addresses);
        foreach (var address in addresses)
        {
            using var plain = await starter.Server.GetAsync(address);
            using var zipped = await starter.Server.GetAsync(address, ("Accept-Encoding", "gzip"));
            var bytes = await plain.Content.ReadAsByteArrayAsync(Stop);
            await using var unzipped = new GZipStream(await zipped.Content.ReadAsStreamAsync(Stop), CompressionMode.Decompress);
            using var again = new MemoryStream();
            await unzipped.CopyToAsync(again, Stop);

            Assert.NotEmpty(bytes);
            Assert.Equal(bytes, again.ToArray());
        }
    }

    [Fact]
    public async Task Assets_are_named_by_their_content_and_may_be_kept_for_good()
    {
        foreach (var address in await AssetsOfPageAsync())
        {
            using var asset = await starter.Server.GetAsync(address);
            Assert.Equal((address, "max-age=31536000, immutable"), (address, string.Join(", ", asset.Headers.GetValues("Cache-Control"))));
        }
    }

    private async Task<IReadOnlyList<string>> AssetsOfPageAsync()
    {
        var page = new HtmlParser().ParseDocument(await starter.Server.TextAsync("/"));
        return [.. page.QuerySelectorAll("script[src], link[rel=stylesheet], link[rel=icon]").Select(element => element.GetAttribute("src") ?? element.GetAttribute("href")!)];
    }
}
