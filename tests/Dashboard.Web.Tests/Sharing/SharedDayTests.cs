using AngleSharp.Html.Parser;
using Dashboard.Web.Tests.Harness;

namespace Dashboard.Web.Tests.Sharing;

/// <summary>A view as known on a day travels as such: what is shared of it has the numbers of its page.</summary>
public class SharedDayTests(StarterDashboard starter)
{
    private const string Day = "asof=2024-02-03";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/?" + Day)]
    [InlineData("/share?" + Day)]
    [InlineData("/embed?" + Day)]
    [InlineData("/citation.txt?" + Day)]
    public async Task Its_count_is_that_of_the_day_and_the_day_is_said(string path)
    {
        var text = await TextAsync(path);
        Assert.Contains("37 incidents", text, StringComparison.Ordinal);
        Assert.Contains("as known on 3 Feb 2024", text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_day_that_is_not_over_is_none()
    {
        var tomorrow = DateOnly.FromDateTime(DateTime.UtcNow).AddDays(1).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(await TextAsync("/citation.txt"), await TextAsync($"/citation.txt?asof={tomorrow}"));
    }

    [Theory]
    [InlineData("/preview.png?")]
    [InlineData("/picture.svg?")]
    public async Task Its_picture_is_another_than_that_of_now(string path)
    {
        using var then = await starter.Server.GetAsync(path + Day);
        using var now = await starter.Server.GetAsync(path);
        Assert.NotEqual(await now.Content.ReadAsByteArrayAsync(Stop), await then.Content.ReadAsByteArrayAsync(Stop));
    }

    private async Task<string> TextAsync(string path)
    {
        using var answer = await starter.Server.GetAsync(path);
        var body = await answer.Content.ReadAsStringAsync(Stop);
        var page = path.StartsWith("/citation", StringComparison.Ordinal) ? null : await new HtmlParser().ParseDocumentAsync(body, Stop);
        return page is null ? body : $"{page.Title} {page.Body!.TextContent}";
    }
}
