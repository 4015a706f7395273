using System.IO.Compression;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using AngleSharp.Html.Parser;
using Dashboard.Data;
using Dashboard.Domain.Sharing;
using Dashboard.Web.Tests.Harness;
using Dashboard.Web.Tests.Links;
using static Dashboard.Web.Tests.Harness.Samples;

namespace Dashboard.Web.Tests.Bundles;

public sealed class BundleTests(StarterDashboard starter)
{
    private static readonly string[] _names = ["README.txt", "view.json", "incidents.csv", "claims.csv", "sources.csv", "incidents.geojson", "manifest.json", "MANIFEST.sha256"];

    [Theory]
    [InlineData("")]
    [InlineData("kind=attack&kind=strike&country=SY&sort=-killed")]
    [InlineData("from=2024-01-28&to=2024-02-05&sort=title&map=34,41,6")]
    [InlineData("lens=us-centcom&kind=strike")]
    [InlineData("q=al+asad")]
    public async Task A_bundle_has_the_incidents_of_the_exports_and_a_manifest_that_fits(string query)
    {
        var files = await UnpackedAsync(query);

        Assert.Equal(_names, files.Keys);
        Assert.Equal(await starter.Server.TextAsync($"/export.csv?{query}"), files["incidents.csv"]);
        Assert.Equal(WithoutMoment(await starter.Server.TextAsync($"/export.geojson?{query}")), WithoutMoment(files["incidents.geojson"]));
        Assert.Equal(
            string.Concat(files.Where(file => file.Key != "MANIFEST.sha256").OrderBy(file => file.Key, StringComparer.Ordinal).Select(file => $"{Sha256(file.Value)}  {file.Key}\n")),
            files["MANIFEST.sha256"]);
        var features = JsonNode.Parse(files["incidents.geojson"])!["features"]!.AsArray();
        var manifest = JsonNode.Parse(files["manifest.json"])!["files"]!.AsArray().ToDictionary(file => (string)file!["name"]!, file => ((long?)file!["rows"], (int)file["bytes"]!));
        Assert.Equal((features.Count, Encoding.UTF8.GetByteCount(files["incidents.csv"])), manifest["incidents.csv"]);
        Assert.Equal(features.Sum(feature => feature!["properties"]!["claims"]!.AsArray().Count), manifest["claims.csv"].Item1);
        Assert.Equal(features.Count, (int)JsonNode.Parse(files["view.json"])!["counts"]!["incidents"]!);
    }

    [Fact]
    public async Task The_same_view_is_the_same_bytes_however_its_address_is_written()
    {
        var bytes = await BytesAsync("kind=attack&country=IQ");
        Assert.Equal(bytes, await BytesAsync("country=IQ&kind=attack&unknown=1"));
        Assert.NotEqual(bytes, await BytesAsync("kind=attack&country=SY"));
    }

    [Fact]
    public async Task Every_claim_is_a_line_and_every_source_that_one_names_is_another()
    {
        var files = await UnpackedAsync("kind=attack");
        var claims = files["claims.csv"].Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        var sources = files["sources.csv"].Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(',')[0]).ToHashSet();

        Assert.Equal("incident,dataset,id,predicate,claimant,claimant_id,value,number_low,number_high,number_scope,number_unit,source,source_publisher,date,status,note,address", claims[0]);
        Assert.Contains("2023-10-07-hamas-attack-southern-israel,us-forces-2023-24,cl-080,fatalities,widely reported,,\"about 1,200\",1200,1200,,people killed,pub-reuters-tl-20240128,Reuters timeline (Shore News Network),2024-01-28,asserted,,", claims);
        foreach (var feature in JsonNode.Parse(files["incidents.geojson"])!["features"]!.AsArray())
        {
            Assert.All(feature!["properties"]!["claims"]!.AsArray(), claim => Assert.Contains((string)claim!["source"]!, sources));
        }
    }

    [Fact]
    public async Task A_view_as_known_on_a_day_leaves_out_what_was_said_later()
    {
        var dated = (await UnpackedAsync("asof=2023-12-31"))["claims.csv"].Split("\r\n");
        Assert.DoesNotContain(dated, line => line.Contains(",2024-", StringComparison.Ordinal));
        Assert.InRange(dated.Length, 2, (await UnpackedAsync(""))["claims.csv"].Split("\r\n").Length - 1);
    }

    [Fact]
    public async Task Head_tells_the_name_and_the_type()
    {
        using var response = await starter.Server.SendAsync(HttpMethod.Head, "/bundle.zip?kind=attack");
        Assert.Equal((HttpStatusCode.OK, "application/zip", "evidence-incidents-us-forces-2023-24-aca4ccf2-revision-1.zip"), (response.StatusCode, response.Content.Headers.ContentType?.MediaType, response.Content.Headers.ContentDisposition?.FileName));
        Assert.Empty(await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_view_without_incidents_is_refused_with_the_reason()
    {
        foreach (var method in new[] { HttpMethod.Get, HttpMethod.Head })
        {
            using var response = await starter.Server.SendAsync(method, "/bundle.zip?kind=strike&to=2023-10-08", ("Accept", "text/html"));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        }

        using var page = await starter.Server.GetAsync("/bundle.zip?kind=strike&to=2023-10-08", ("Accept", "text/html"));
        var text = (await new HtmlParser().ParseDocumentAsync(await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))).QuerySelector("main")!.TextContent;
        Assert.Contains("No incident is left by this view", text, StringComparison.Ordinal);
        Assert.Contains("Strike", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_share_page_offers_the_bundle_of_its_view()
    {
        var page = await new HtmlParser().ParseDocumentAsync(await starter.Server.TextAsync("/share?kind=attack&map=34,41,6"));
        Assert.Equal("/bundle.zip?kind=attack&map=34,41,6", page.QuerySelector("#bundle a[download]")?.GetAttribute("href"));
        var empty = await new HtmlParser().ParseDocumentAsync(await starter.Server.TextAsync("/share?q=nothing-has-this-word"));
        Assert.Null(empty.QuerySelector("#bundle a[download]"));
    }

    [Fact]
    public async Task A_bundle_through_a_link_has_what_the_link_shows_and_no_more()
    {
        await using var dashboard = await RunningDashboard.StartAsync([StarterDataset.Load()]);
        var token = dashboard.Make(new Redaction { CellKilometres = 10, Fields = [.. Enum.GetValues<WithheldField>()], LocksFilters = true }, "kind=attack").Token;
        await dashboard.DataAsync(token);

        using var answer = await dashboard.ReadyAsync($"/bundle.zip?link={token}&kind=strike&kind=attack");
        var files = Unpacked(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));

        Assert.Equal(await dashboard.ReadyTextAsync($"/export.csv?link={token}&kind=strike&kind=attack"), files["incidents.csv"]);
        Assert.Equal(10, files["incidents.csv"].Split("\r\n").Length - 1);
        var features = JsonNode.Parse(files["incidents.geojson"])!["features"]!.AsArray();
        Assert.Equal(features.Sum(feature => feature!["properties"]!["claims"]!.AsArray().Count), files["claims.csv"].Split("\r\n").Length - 2);
        foreach (var kept in new[] { "2024-01-28-tower-22-drone-attack", "2023-10-07-hamas-attack-southern-israel", "33.30", "cl-080" })
        {
            Assert.DoesNotContain(files, file => file.Value.Contains(kept, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task A_formula_is_guarded_in_every_table()
    {
        await using var dashboard = await RunningDashboard.StartAsync([Dataset(Incident("formula") with { Title = "=HYPERLINK(1)" })]);
        var files = Unpacked(await (await dashboard.GetAsync("/bundle.zip")).Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        Assert.Contains(",'=HYPERLINK(1),", files["incidents.csv"], StringComparison.Ordinal);
    }

    private async Task<byte[]> BytesAsync(string query) => await (await starter.Server.GetAsync($"/bundle.zip?{query}")).Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);

    private async Task<Dictionary<string, string>> UnpackedAsync(string query) => Unpacked(await BytesAsync(query));

    private static Dictionary<string, string> Unpacked(byte[] bytes)
    {
        using var zip = new ZipArchive(new MemoryStream(bytes));
        return zip.Entries.ToDictionary(entry => entry.Name, entry =>
        {
            using var reader = new StreamReader(entry.Open(), Encoding.UTF8, detectEncodingFromByteOrderMarks: false);
            return reader.ReadToEnd();
        });
    }

    private static string Sha256(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static string WithoutMoment(string file)
    {
        var json = JsonNode.Parse(file)!;
        json["dashboard"]!["exported"] = "";
        return json.ToJsonString();
    }
}
