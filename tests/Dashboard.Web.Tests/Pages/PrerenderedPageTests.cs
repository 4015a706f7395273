using System.Net;
using AngleSharp.Html.Parser;
using Dashboard.Web.Tests.Harness;

namespace Dashboard.Web.Tests.Pages;

public class PrerenderedPageTests(StarterDashboard starter)
{
    [Theory]
    [InlineData("Tower 22")]
    [InlineData("Al Asad")]
    [InlineData("Deir ez-Zor")]
    [InlineData("Albu Kamal")]
    public async Task The_page_reads_before_any_script_runs(string place)
    {
        var page = new HtmlParser().ParseDocument(await starter.Server.TextAsync("/"));
        Assert.Contains(place, page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_incident_has_a_page_of_its_own_without_scripts_of_a_circuit()
    {
        var page = new HtmlParser().ParseDocument(await starter.Server.TextAsync("/incidents/2024-01-28-tower-22-drone-attack"));

        Assert.Contains("Tower 22", page.QuerySelector("h1")?.TextContent ?? "", StringComparison.Ordinal);
        Assert.DoesNotContain(page.Scripts, script => script.Source?.Contains("blazor", StringComparison.Ordinal) == true);
    }

    [Theory]
    [InlineData("/nowhere")]
    [InlineData("/incidents/nothing-of-that-name")]
    public async Task What_is_not_there_is_said_on_a_page_with_a_search(string path)
    {
        using var answer = await starter.Server.GetAsync(path);
        var page = new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.NotNull(page.QuerySelector("form[action='/'][method=get] input[name=q]"));
    }

    [Fact]
    public async Task A_key_that_was_ignored_is_named_on_the_page()
    {
        var page = new HtmlParser().ParseDocument(await starter.Server.TextAsync("/?kind=attack&nonsense=1"));
        Assert.Contains("nonsense", page.Body!.TextContent, StringComparison.Ordinal);
    }
}
