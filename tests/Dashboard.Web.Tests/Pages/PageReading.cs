using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Dashboard.Web.Tests.Harness;

namespace Dashboard.Web.Tests.Pages;

/// <summary>Reads pages as a browser without scripts would.</summary>
internal static class PageReading
{
    public static async Task<IHtmlDocument> ReadAsync(this RunningDashboard dashboard, string path, HttpStatusCode expected = HttpStatusCode.OK)
    {
        var answer = await dashboard.GetAsync(path);
        Assert.Equal(expected, answer.StatusCode);
        return await new HtmlParser(new HtmlParserOptions { IsScripting = false })
            .ParseDocumentAsync(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    /// <summary>The text as it is read: runs of white space are one space.</summary>
    public static string Words(this IElement element) => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    public static IReadOnlyList<string> WordsOf(this IParentNode page, string selector) => [.. page.QuerySelectorAll(selector).Select(Words)];

    /// <summary>Where a link leads, as it is written.</summary>
    public static string Address(this IElement link) => link.GetAttribute("href")!;

    public static string AddressOf(this IParentNode page, string selector, string words) =>
        page.QuerySelectorAll(selector).Single(link => link.Words() == words).Address();
}
