using AngleSharp.Html.Parser;
using Dashboard.Web.Filters;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Dashboard.Web.Tests.Pages;

public class OptionFigureTests
{
    [Theory]
    [InlineData(0, "0")]
    [InlineData(18_397, "18,397")]
    [InlineData(999_999, "999,999")]
    [InlineData(1_000_000, "1.0\u202FM")]
    [InlineData(1_299_999, "1.2\u202FM")]
    [InlineData(9_999_999, "9.9\u202FM")]
    [InlineData(10_050_000, "10.0\u202FM")]
    [InlineData(123_456_789, "123.4\u202FM")]
    public void From_a_million_on_a_count_is_shortened_and_never_says_more_than_there_are(int count, string fitting) =>
        Assert.Equal(fitting, OptionFigure.Fitting(count));

    [Fact]
    public async Task A_shortened_count_is_exact_in_its_title_and_for_who_cannot_see_it() =>
        Assert.Equal(("1,234,567", "1.2\u202FM", ", 1,234,567 incidents"), await CountOf(1_234_567));

    [Fact]
    public async Task A_count_that_fits_is_there_once() =>
        Assert.Equal((null, null, ",  incidents"), await CountOf(999_999));

    /// <summary>The title, what only eyes are told, and what only readers are told.</summary>
    private static async Task<(string? Title, string? Seen, string Read)> CountOf(int count)
    {
        await using var services = new ServiceCollection().BuildServiceProvider();
        await using var renderer = new HtmlRenderer(services, NullLoggerFactory.Instance);
        var html = await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<FacetOption>(ParameterView.FromDictionary(new Dictionary<string, object?>
        {
            [nameof(FacetOption.Address)] = "/",
            [nameof(FacetOption.Label)] = "Clash",
            [nameof(FacetOption.Count)] = count,
            [nameof(FacetOption.Largest)] = count,
        }))).ToHtmlString());
        var shown = new HtmlParser().ParseDocument(html).QuerySelector(".option-count")!;
        return (shown.GetAttribute("title"), shown.QuerySelector("[aria-hidden]")?.TextContent, string.Concat(shown.QuerySelectorAll(".for-readers").Select(part => part.TextContent)));
    }
}
