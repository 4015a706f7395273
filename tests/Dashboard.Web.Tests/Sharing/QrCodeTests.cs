using System.Net;
using System.Text.RegularExpressions;
using Dashboard.Web.Sharing.Codes;
using Dashboard.Web.Tests.Harness;

namespace Dashboard.Web.Tests.Sharing;

/// <summary>That phones read them is tried in a browser, where one is decoded.</summary>
public partial class QrCodeTests(StarterDashboard starter)
{
    [Fact]
    public void A_code_is_dark_squares_on_white_with_a_white_border_of_four()
    {
        var svg = QrCode.Svg("HTTPS://INCIDENTS.EXAMPLE/");
        Assert.StartsWith("""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 33 33" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h33v33H0z"/><path d="M4 4h7v1h-7z""", svg, StringComparison.Ordinal);
        var bars = Bar().Matches(svg).Select(bar => (X: Number(bar, "x"), Y: Number(bar, "y"), Length: Number(bar, "length"))).ToList();
        Assert.Equal((4, 4, 29, 29), (bars.Min(bar => bar.X), bars.Min(bar => bar.Y), bars.Max(bar => bar.X + bar.Length), bars.Max(bar => bar.Y + 1)));

        static int Number(Match bar, string group) => int.Parse(bar.Groups[group].ValueSpan, System.Globalization.CultureInfo.InvariantCulture);
    }

    [Fact]
    public void The_longest_address_that_fits_has_a_code()
    {
        Assert.True(QrCode.Fits(new string('a', QrCode.Longest)));
        Assert.False(QrCode.Fits(new string('a', QrCode.Longest + 1)));
        Assert.Contains("viewBox=\"0 0 185 185\"", QrCode.Svg(new string('a', QrCode.Longest)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_code_of_a_view_is_that_of_its_address_however_it_is_asked_for()
    {
        using var answer = await starter.Server.GetAsync("/qr.svg?kind=attack");
        Assert.Equal((HttpStatusCode.OK, "image/svg+xml"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        Assert.Equal(QrCode.Svg($"{starter.Server.Address}?kind=attack"), await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal(await starter.Server.TextAsync("/qr.svg?kind=attack"), await starter.Server.TextAsync("/qr.svg?nothing=1&kind=attack"));
        Assert.Equal(QrCode.Svg($"{starter.Server.Address}s/AbC-_123"), await starter.Server.TextAsync("/qr.svg?s=AbC-_123"));
    }

    [Theory]
    [InlineData("/qr.svg?s=..%2F..%2F", HttpStatusCode.BadRequest)]
    [InlineData("/qr.svg?s=", HttpStatusCode.BadRequest)]
    [InlineData("/qr.svg?s=a&s=b", HttpStatusCode.BadRequest)]
    [InlineData("/qr.svg?s=%00", HttpStatusCode.BadRequest)]
    public async Task What_is_no_short_link_has_no_code(string path, HttpStatusCode status)
    {
        using var answer = await starter.Server.GetAsync(path);
        Assert.Equal(status, answer.StatusCode);
    }

    [GeneratedRegex("M(?<x>\\d+) (?<y>\\d+)h(?<length>\\d+)v1", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Bar();
}
