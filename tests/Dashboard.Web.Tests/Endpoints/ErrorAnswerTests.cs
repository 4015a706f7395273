using AngleSharp.Html.Parser;
using Dashboard.Web.Tests.Harness;

namespace Dashboard.Web.Tests.Endpoints;

public class ErrorAnswerTests(StarterDashboard starter)
{
    [Fact]
    public async Task A_fault_of_ours_names_itself_and_tells_nothing_of_the_inside()
    {
        var html = await starter.Server.TextAsync(StarterDashboard.Broken);
        var page = new HtmlParser().ParseDocument(html);

        Assert.Equal("Error 500", page.QuerySelector("h1")?.TextContent);
        Assert.DoesNotContain("secret", html, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", html, StringComparison.Ordinal);
    }
}
