using System.Net;
using System.Text;
using AngleSharp.Html.Parser;
using Dashboard.Web.Tests.Harness;

namespace Dashboard.Web.Tests.Pages;

public class HostileAddressTests(StarterDashboard starter)
{
    private const int Seed = 20240128;

    private static readonly string[] _keys =
    [
        "dataset", "from", "to", "kind", "actor", "country", "source", "status", "q", "bbox", "precision", "lens", "asof", "map", "sel", "tz", "mode", "sort",
        "", "Q", "q[]", "__proto__", "%",
    ];

    private static readonly string[] _values =
    [
        "attack", "2024-01-18", "9999-12-31", "0001-01-01", "2024-01-18T05:30:00.1234567Z", "33.4,38.6,6.2", "1e308,NaN,-0", "-180,-90,180,90", "999999999999999999999",
        "-time", "us-eastern", "disputed", "\"; DROP TABLE incident; --", "NEAR(a b) OR *", "^\"", "<script>alert(1)</script>", "../../etc/passwd",
        "%00", "%", "%zz", "%ff%fe", "%ed%a0%80", "%F0%9F%92%A3", "%D8%A7%D9%84%D8%A8%D9%88%D9%83%D9%85%D8%A7%D9%84", "+++", "a=b=c", "?", "#", "",
    ];

    [Fact]
    public async Task No_address_makes_the_server_fail_and_every_one_gets_a_page_and_marks()
    {
        var random = new Random(Seed);
        for (var turn = 0; turn < 300; turn++)
        {
            var query = Query(random);
            using var page = await starter.Server.GetAsync($"/?{query}");
            using var marks = await starter.Server.GetAsync($"{starter.Server.Marks}?{query}");
            Assert.Equal((query, HttpStatusCode.OK, HttpStatusCode.OK), (query, page.StatusCode, marks.StatusCode));
        }
    }

    [Fact]
    public async Task No_name_of_an_incident_makes_the_server_fail()
    {
        var random = new Random(Seed);
        for (var turn = 0; turn < 200; turn++)
        {
            var slug = Value(random);
            using var page = await starter.Server.GetAsync($"/incidents/{slug}");
            Assert.True((int)page.StatusCode < 500, $"{slug}: {page.StatusCode}");
        }
    }

    [Fact]
    public async Task What_an_address_says_comes_back_as_text()
    {
        const string Payload = "\"><script src=//elsewhere.example></script><img src=x onerror=alert(1)>";
        var plain = await starter.Server.TextAsync($"/?q=plainword&kind=plainword&actor=plainword&sel=plainword&nokey=plainword&from=plainword");
        var hostile = await starter.Server.TextAsync("/?q=X&kind=X&actor=X&sel=X&nokey=X&from=X".Replace("X", Uri.EscapeDataString(Payload), StringComparison.Ordinal));

        Assert.Equal(Skeleton(plain), Skeleton(hostile));
    }

    private static string Query(Random random) =>
        string.Join('&', Enumerable.Range(0, random.Next(6)).Select(_ => $"{_keys[random.Next(_keys.Length)]}={Value(random)}"));

    private static string Value(Random random) => random.Next(3) switch
    {
        0 => _values[random.Next(_values.Length)],
        1 => _values[random.Next(_values.Length)] + Noise(random),
        _ => Noise(random),
    };

    /// <summary>Any bytes, each escaped or, where an address may hold it, as it is.</summary>
    private static string Noise(Random random)
    {
        var text = new StringBuilder();
        for (var length = random.Next(40); length > 0; length--)
        {
            var value = (char)random.Next(256);
            text.Append(char.IsAsciiLetterOrDigit(value) || value is '-' or '.' or ',' ? value : $"%{(int)value:X2}");
        }

        return text.ToString();
    }

    private static IEnumerable<string> Skeleton(string html) => new HtmlParser().ParseDocument(html).All
        .Select(element => $"{element.LocalName} {string.Join(' ', element.Attributes.Select(attribute => attribute.Name))}");
}
