using Dashboard.Web.Tests.Harness;

namespace Dashboard.Web.Tests.Pages;

public class PrerenderedPageTests(StarterDashboard starter)
{
    [Theory]
    [InlineData("Tower 22")]
    [InlineData("Al Asad")]
    [InlineData("Deir ez-Zor")]
    [InlineData("Albu Kamal")]
    public async Task The_page_names_the_places_before_any_script_runs(string place)
    {
        var page = await starter.Server.ReadAsync("/");
        Assert.Contains(place, page.Body!.TextContent, StringComparison.Ordinal);
    }
}
