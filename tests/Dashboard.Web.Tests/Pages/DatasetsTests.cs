using System.Net;
using AngleSharp.Dom;
using Dashboard.Web.Tests.Harness;

namespace Dashboard.Web.Tests.Pages;

/// <summary>Several datasets side by side.</summary>
public sealed class DatasetsTests(DatasetsTests.Dashboard dashboard) : IClassFixture<DatasetsTests.Dashboard>
{
    private RunningDashboard Server => dashboard.Server;

    [Fact]
    public async Task Every_dataset_says_what_it_is_and_leads_to_its_incidents()
    {
        var page = await Server.ReadAsync("/datasets");

        Assert.Equal(["أحداث", "Two <b>", "Three"], page.WordsOf(".dataset h2"));
        Assert.Equal(["/?dataset=one", "/?dataset=two", "/?dataset=three"], page.QuerySelectorAll(".dataset h2 a").Select(link => link.Address()));
        Assert.Equal(["/?dataset=one", "/export.csv?dataset=one", "/export.geojson?dataset=one", "/corrections?dataset=one"], page.QuerySelectorAll("#one .document-actions a").Select(link => link.Address()));
        Assert.Equal(
            ["Incidents 2", "Collected 1 Jan – 29 Feb 2024", "Licence CC BY 4.0", "Attribution Those who collected them"],
            Facts(page.QuerySelector("#one dl")!));
        Assert.Equal(["Incidents 1", "Collected when is not known", "Licence not stated", "Attribution not stated"], Facts(page.QuerySelector("#three dl")!));
    }

    [Fact]
    public async Task Data_and_licences_name_every_dataset()
    {
        Assert.Equal(["أحداث", "Two <b>", "Three"], (await Server.ReadAsync("/licences")).WordsOf("main h3"));
    }

    [Fact]
    public async Task Datasets_are_chosen_first_of_all_and_counted_as_if_none_were()
    {
        var page = await Server.ReadAsync("/?dataset=one&kind=attack");

        Assert.Equal("Dataset", page.QuerySelector(".facet h2")!.Words());
        Assert.Equal(["أحداث, 2 incidents", "Three, 1 incidents", "Two <b>, 1 incidents"], page.WordsOf("[aria-label=datasets] .option"));
        Assert.Equal(["true", "false", "false"], page.QuerySelectorAll("[aria-label=datasets] .option").Select(option => option.GetAttribute("aria-checked")));
        Assert.Equal("/?dataset=one&dataset=three&kind=attack", page.QuerySelectorAll("[aria-label=datasets] .option")[1].Address());
        Assert.Contains("أحداث, remove", page.WordsOf(".chips a"));
        Assert.Equal("أحداث", page.QuerySelector(".dataset-title")!.Words());
        Assert.Equal("3 datasets", (await Server.ReadAsync("/")).QuerySelector(".dataset-title")!.Words());
    }

    [Fact]
    public async Task Options_wear_the_sign_of_what_colours_tell_apart()
    {
        var byKind = await Server.ReadAsync("/");
        var byDataset = await Server.ReadAsync("/?colour=dataset");

        Assert.Equal((0, 1), (Signs(byKind, "datasets"), Signs(byKind, "kinds")));
        Assert.Equal((3, 0), (Signs(byDataset, "datasets"), Signs(byDataset, "kinds")));
        Assert.Equal(3, byDataset.QuerySelectorAll("[aria-label=datasets] .kind-mark path").Select(path => path.GetAttribute("d")).Distinct().Count());
    }

    [Fact]
    public async Task A_long_list_is_on_a_page_of_its_own_and_is_narrowed_there_without_scripts()
    {
        var page = await Server.ReadAsync("/?dataset=two");
        Assert.Equal(8, page.QuerySelectorAll("[aria-label=sources] .option").Length);
        var address = page.AddressOf(".more-link", $"All {SeveralDatasets.Sources} sources");
        Assert.Equal("/filters/source?dataset=two", address);

        var all = await Server.ReadAsync(address);
        Assert.Equal(SeveralDatasets.Sources, all.QuerySelectorAll("[aria-label=sources] .option").Length);
        Assert.Equal(["dataset=two", "find="], all.QuerySelectorAll(".narrow-form input").Select(field => $"{field.GetAttribute("name")}={field.GetAttribute("value")}"));

        var narrowed = await Server.ReadAsync(address + "&find=gazette%204");
        Assert.Equal(10, narrowed.QuerySelectorAll("[aria-label=sources] .option").Length);
        Assert.Equal("/?dataset=two&source=source-40", narrowed.QuerySelector("[aria-label=sources] .option")!.Address());
    }

    [Fact]
    public async Task There_is_no_list_of_what_is_no_facet() => await Server.ReadAsync("/filters/weather", HttpStatusCode.NotFound);

    private static IEnumerable<string> Facts(IElement list) => list.QuerySelectorAll("dt").Zip(list.QuerySelectorAll("dd"), (term, fact) => $"{term.Words()} {fact.Words()}");

    private static int Signs(IParentNode page, string group) => page.QuerySelectorAll($"[aria-label={group}] .option .kind-mark").Length;

    public sealed class Dashboard : IAsyncLifetime
    {
        public RunningDashboard Server { get; private set; } = null!;

        public async ValueTask InitializeAsync() => Server = await RunningDashboard.StartAsync(SeveralDatasets.All);

        public ValueTask DisposeAsync() => Server.DisposeAsync();
    }
}
