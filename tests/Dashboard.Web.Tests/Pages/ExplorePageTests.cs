using AngleSharp.Dom;
using Dashboard.Web.Tests.Harness;
using static Dashboard.Web.Tests.Harness.Samples;

namespace Dashboard.Web.Tests.Pages;

public class ExplorePageTests(StarterDashboard starter)
{
    [Fact]
    public async Task The_list_can_be_read_before_any_script_runs()
    {
        var page = await starter.Server.ReadAsync("/");

        var titles = Rows(page);
        Assert.Equal(43, titles.Count);
        Assert.Equal("US and coalition presence in Iraq and Syria (Operation Inherent Resolve)", titles[0]);
        Assert.All(["Tower 22", "al-Asad", "Deir ez-Zor", "Albu Kamal"], name => Assert.Contains(name, page.Body!.TextContent, StringComparison.OrdinalIgnoreCase));
        Assert.Equal("43 of 43 incidents", page.QuerySelector(".filters .result-count")!.Words());
    }

    [Theory]
    [InlineData("kinds")]
    [InlineData("actors")]
    [InlineData("countries")]
    [InlineData("statuses")]
    [InlineData("sources")]
    public async Task An_option_counts_what_its_link_leads_to(string facet)
    {
        var page = await starter.Server.ReadAsync("/?from=2024-01-01");

        var options = page.QuerySelectorAll($"[role=group][aria-label={facet}] [role=checkbox]");
        Assert.True(options.Length > 2);
        foreach (var option in options.Take(6))
        {
            var led = await starter.Server.ReadAsync(option.Address());

            Assert.Equal(option.Children.Single(child => child.ClassName == "option-count").Words(), $", {Rows(led).Count} incidents");
            Assert.Equal("true", led.QuerySelectorAll("[role=checkbox]").Single(same => same.GetAttribute("title") == option.GetAttribute("title") && same.GetAttribute("aria-checked") == "true").GetAttribute("aria-checked"));
        }
    }

    [Theory]
    [InlineData("place-known", new[] { "1 km, 1 incidents", "5 km, 9 incidents", "25 km, 39 incidents", "100 km, 40 incidents", "any, 43 incidents" })]
    [InlineData("time-known", new[] { "the minute, 13 incidents", "the hour, 16 incidents", "a part of the day, 24 incidents", "the day, 43 incidents", "any, or undated, 43 incidents" })]
    public async Task A_demand_of_precision_counts_what_its_link_leads_to(string demand, string[] expected)
    {
        var page = await starter.Server.ReadAsync("/");
        var options = page.QuerySelectorAll($"[role=radiogroup][aria-labelledby={demand}] [role=radio]");

        Assert.Equal(expected, options.Select(option => option.Words()));
        Assert.Equal("true", options[^1].GetAttribute("aria-checked"));
        foreach (var option in options)
        {
            var led = await starter.Server.ReadAsync(option.Address());

            Assert.EndsWith($", {Rows(led).Count} incidents", option.Words(), StringComparison.Ordinal);
            Assert.Equal([option.GetAttribute("title")], led.QuerySelectorAll($"[aria-labelledby={demand}] [aria-checked=true]").Select(chosen => chosen.GetAttribute("title")));
        }
    }

    [Theory]
    [InlineData("/", "9 placed 32 approximate 2 not placed 0 undated")]
    [InlineData("/?precision=5000&timeprecision=hour", "5 placed 0 approximate 0 not placed 0 undated")]
    public async Task A_total_says_how_much_of_it_is_placed(string view, string expected) =>
        Assert.Equal(expected, (await starter.Server.ReadAsync(view)).QuerySelector(".placement")!.Words());

    [Fact]
    public async Task Chips_name_what_is_demanded_of_precision()
    {
        var page = await starter.Server.ReadAsync("/?precision=25000&timeprecision=partofday");

        Assert.Equal(["place known to 25 km, remove", "time known to a part of the day, remove", "Clear all"], page.WordsOf(".chips a"));
    }

    [Fact]
    public async Task A_chip_names_a_filter_and_takes_it_away()
    {
        var page = await starter.Server.ReadAsync("/?from=2024-01-28&to=2024-02-03&kind=strike&country=SY&q=kamal&tz=local");

        Assert.Equal(["“kamal”, remove", "28 Jan – 3 Feb 2024, remove", "Strike, remove", "Syria, remove", "Clear all"], page.WordsOf(".chips a"));
        Assert.Equal("/?from=2024-01-28&to=2024-02-03&country=SY&q=kamal&tz=local", page.AddressOf(".chips a", "Strike, remove"));
        Assert.Equal("/?tz=local", page.AddressOf(".chips a", "Clear all"));
    }

    [Fact]
    public async Task A_form_keeps_the_rest_of_the_view()
    {
        var page = await starter.Server.ReadAsync("/?from=2024-01-28&kind=strike&kind=attack&q=drone%20%26%20more&sel=x&tz=local");

        Assert.Equal(["from=2024-01-28", "kind=attack", "kind=strike", "sel=x", "tz=local", "q=drone & more"], Fields(page.QuerySelector(".search form")!));
        Assert.Equal(["kind=attack", "kind=strike", "q=drone & more", "sel=x", "tz=local", "from=2024-01-28", "to="], Fields(page.QuerySelector(".dates")!));
    }

    [Fact]
    public async Task A_column_sorts_and_sorts_the_other_way_when_chosen_again()
    {
        var page = await starter.Server.ReadAsync("/?kind=attack");
        Assert.Equal(["ascending", "none", "none", "none", "none", "none"], Sorting(page));

        var byTitle = await starter.Server.ReadAsync(page.AddressOf(".sort", "Title"));
        var backwards = await starter.Server.ReadAsync(byTitle.AddressOf(".sort", "Title"));

        Assert.Equal(["none", "none", "ascending", "none", "none", "none"], Sorting(byTitle));
        Assert.Equal(["none", "none", "descending", "none", "none", "none"], Sorting(backwards));
        Assert.Equal(Rows(page).Order(StringComparer.OrdinalIgnoreCase), Rows(byTitle), StringComparer.OrdinalIgnoreCase);
        Assert.Equal(Rows(byTitle).Reverse(), Rows(backwards));
    }

    [Fact]
    public async Task The_browser_is_told_the_same_view_that_the_page_shows()
    {
        var page = await starter.Server.ReadAsync("/?from=2024-01-28&to=2024-02-03&kind=strike&map=33.31417,38.70333,7&sel=2024-01-28-tower-22-drone-attack&tz=us-eastern&mode=trailing&colour=dataset&relations=all");

        var view = page.QuerySelector("explore-view")!;
        Assert.Equal(
            [$"marks={starter.Server.Marks}?kind=strike", "from=2024-01-28T00:00:00.000Z", "to=2024-02-04T00:00:00.000Z", "selected=2024-01-28-tower-22-drone-attack", "clock=us-eastern",
             "mode=trailing", "viewport=33.31417,38.70333,7", "colour=dataset", "relations=all",
             "datasets=[{\"slug\":\"us-forces-2023-24\",\"title\":\"US forces in Iraq, Syria, Jordan \\u00B7 Oct 2023 \\u2013 Feb 2024\",\"isChosen\":true}]",
             "query=?from=2024-01-28&to=2024-02-03&kind=strike&map=33.31417,38.70333,7&sel=2024-01-28-tower-22-drone-attack&tz=us-eastern&mode=trailing&colour=dataset&relations=all"],
            view.Attributes.Select(attribute => $"{attribute.Name}={attribute.Value}"));
    }

    [Fact]
    public async Task What_is_not_understood_of_an_address_is_named_and_the_rest_is_shown()
    {
        var page = await starter.Server.ReadAsync("/?kind=strike&colour=red&status=true&from=yesterday");

        Assert.Equal(16, Rows(page).Count);
        Assert.StartsWith("3 parts of the address were not understood: colour (", page.QuerySelector(".notice-text")!.Words(), StringComparison.Ordinal);
        Assert.Equal("/?kind=strike", page.QuerySelector(".notice a")!.Address());
    }

    [Fact]
    public async Task An_empty_view_offers_the_steps_back()
    {
        var page = await starter.Server.ReadAsync("/?kind=strike&to=2023-01-01");

        Assert.Equal("No strike, until 1 Jan 2023", page.QuerySelector(".empty h2")!.Words());
        Assert.Equal(["Without until 1 Jan 2023: 16", "Without Strike: 2", "All incidents"], page.WordsOf(".empty-steps a"));
        Assert.Equal("/?kind=strike", page.AddressOf(".empty-steps a", "Without until 1 Jan 2023: 16"));
    }

    [Fact]
    public async Task An_open_incident_leads_to_its_page_to_its_chain_and_back_to_the_list()
    {
        var page = await starter.Server.ReadAsync("/?kind=attack&sel=2024-01-28-tower-22-drone-attack");

        var panel = page.QuerySelector(".results-incident")!;
        Assert.Equal("Drone attack on Tower 22, Jordan", panel.QuerySelector(".incident-title")!.Words());
        Assert.Equal(["Local time 28 Jan 2024, about 05:30 +03", "UTC 28 Jan 2024, about 02:30", "US Eastern 27 Jan 2024, about 21:30 EST"], panel.WordsOf(".clocks > div"));
        Assert.Equal("/?kind=attack", panel.AddressOf("a", "All 9"));
        Assert.Equal("/incidents/2024-01-28-tower-22-drone-attack", panel.AddressOf("a", "Open as a page"));
        Assert.Equal("Drone attack on Tower 22, Jordan · Incident dashboard", page.Title);
    }

    [Fact]
    public async Task An_address_that_opens_an_unknown_incident_says_so_and_shows_the_rest()
    {
        var page = await starter.Server.ReadAsync("/?kind=attack&sel=no-such");

        Assert.Equal("No incident of this name", page.QuerySelector(".results-incident h2")!.Words());
        Assert.Equal(9, Rows(page).Count);
    }

    [Fact]
    public async Task The_title_says_what_is_seen()
    {
        Assert.Equal("43 incidents: US forces in Iraq, Syria, Jordan · Oct 2023 – Feb 2024 · Incident dashboard", (await starter.Server.ReadAsync("/")).Title);
        Assert.Equal("7 of 43 incidents, 18 Jan – 9 Feb 2024: US forces in Iraq, Syria, Jordan · Oct 2023 – Feb 2024 · Incident dashboard",
            (await starter.Server.ReadAsync("/?kind=strike&from=2024-01-18&to=2024-02-09")).Title);
    }

    [Fact]
    public async Task No_page_has_a_script_or_a_style_within()
    {
        foreach (var path in new[] { "/?sel=2024-01-28-tower-22-drone-attack", "/incidents/2024-01-28-tower-22-drone-attack", "/licences", "/keys" })
        {
            var page = await starter.Server.ReadAsync(path);

            Assert.Equal([], page.QuerySelectorAll("script:not([src]), style").Select(element => element.OuterHtml));
            Assert.Equal([], page.All.Where(element => element.Attributes.Any(attribute => attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase))));
        }
    }

    [Fact]
    public async Task A_dashboard_without_a_dataset_says_so()
    {
        await using var dashboard = await RunningDashboard.StartAsync([]);

        var page = await dashboard.ReadAsync("/");

        Assert.Equal("No incidents yet", page.QuerySelector(".results-list h2")!.Words());
        Assert.Equal("/import", page.QuerySelector(".results-list .empty a")!.Address());
    }

    [Fact]
    public async Task A_long_list_says_how_much_of_it_is_shown()
    {
        await using var dashboard = await RunningDashboard.StartAsync([Dataset([.. Enumerable.Range(0, 201).Select(number => Incident($"incident-{number}"))])]);

        var page = await dashboard.ReadAsync("/");

        Assert.Equal(200, Rows(page).Count);
        Assert.Equal("The first 200 of 201 incidents are listed.", page.QuerySelector(".list-more p")!.Words());
        Assert.Equal(201, Rows(await dashboard.ReadAsync(page.QuerySelector(".list-more a")!.Address())).Count);
    }

    private static IReadOnlyList<string> Rows(IParentNode page) => page.WordsOf(".list tbody [data-part=title]");

    private static IEnumerable<string?> Sorting(IParentNode page) => page.QuerySelectorAll(".list th").Select(column => column.GetAttribute("aria-sort"));

    private static IEnumerable<string> Fields(IElement form) =>
        form.QuerySelectorAll("input").Select(field => $"{field.GetAttribute("name")}={field.GetAttribute("value")}");
}
