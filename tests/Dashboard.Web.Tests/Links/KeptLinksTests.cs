using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Dashboard.Data;
using Dashboard.Domain.Accounts;
using Dashboard.Domain.Sharing;
using Dashboard.Web.Tests.Harness;
using Microsoft.Extensions.DependencyInjection;

namespace Dashboard.Web.Tests.Links;

/// <summary>Links are made with a form and looked after on a page, by who may change the data.</summary>
public sealed class KeptLinksTests : IAsyncLifetime
{
    private static readonly (string Name, string Value) _elsewhere = ("X-Forwarded-For", "203.0.113.7");

    private RunningDashboard _server = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private DashboardStore Store => _server.Services.GetRequiredService<DashboardStore>();

    public async ValueTask InitializeAsync() => _server = await RunningDashboard.StartAsync([StarterDataset.Load()]);

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task A_link_is_what_the_form_says_and_its_address_is_told_once()
    {
        using var made = await PostAsync("/links", ("query", "kind=attack&from=2024-01-01"), ("link-frozen", "1"), ("link-days", "7"), ("link-km", "10"),
            ("link-without", "titles"), ("link-without", "tolls"), ("link-source", "centcom-2024-01-28"), ("link-lock", "1"), ("link-title", " For the desk "), ("link-note", "Not before noon"));

        var link = Assert.Single(Store.Links.List());
        Assert.Equal(
            ("from=2024-01-01&kind=attack", 1L, "For the desk", "Not before noon", null),
            (link.Query, link.FrozenAt, link.Title, link.Note, link.Who));
        Assert.Equal(
            new Redaction { CellKilometres = 10, Fields = [WithheldField.Titles, WithheldField.Tolls], Sources = ["centcom-2024-01-28"], LocksFilters = true },
            link.Redaction);
        Assert.Equal(link.Created.AddDays(7), link.Expires!.Value, TimeSpan.FromSeconds(5));

        var told = await PageAsync(Location(made));
        var address = told.QuerySelector("#link-made-text")!.TextContent;
        Assert.Equal(link.Number, Store.Links.Find(address.Split("/s/")[1])?.Number);
        Assert.Equal($"/qr.svg?s={address.Split("/s/")[1]}", told.QuerySelector(".link-made img")!.GetAttribute("src"));
        Assert.DoesNotContain(address.Split("/s/")[1], (await PageAsync("/links")).DocumentElement.OuterHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_choice_a_link_is_live_keeps_nothing_back_and_opens_for_ninety_days()
    {
        using var made = await PostAsync("/links", ("query", ""));
        var link = Assert.Single(Store.Links.List());
        Assert.Equal((HttpStatusCode.SeeOther, "", null, Redaction.None, null), (made.StatusCode, link.Query, link.FrozenAt, link.Redaction, link.Title));
        Assert.Equal(link.Created.AddDays(90), link.Expires!.Value, TimeSpan.FromSeconds(5));

        using var forever = await PostAsync("/links", ("query", ""), ("link-days", "never"));
        Assert.Null(Store.Links.List()[0].Expires);
    }

    [Theory]
    [InlineData("link-km", "7", "Coordinates can be rounded to 1, 10, 50 km, not to 7 km. Go back and try again.")]
    [InlineData("link-km", "far", "Coordinates can be rounded to 1, 10, 50 km, not to 'far'. Go back and try again.")]
    [InlineData("link-without", "nothing", "'nothing' is nothing that a link can withhold. Go back and try again.")]
    [InlineData("link-days", "0", "A link opens for 1 to 3650 days, or never stops; not for '0'. Go back and try again.")]
    [InlineData("link-days", "99999999999", "A link opens for 1 to 3650 days, or never stops; not for '99999999999'. Go back and try again.")]
    [InlineData("link-title", "\u0007", "The title has a character that nobody can see. Go back and try again.")]
    [InlineData("query", "kind=attack&nonsense=1", "The query is not that of a view: 'nonsense' is not part of a view. Go back and try again.")]
    public async Task What_a_link_cannot_be_is_refused_with_the_reason(string key, string value, string detail)
    {
        using var refused = await PostAsync("/links", (key, value));
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        var problem = System.Text.Json.JsonDocument.Parse(await refused.Content.ReadAsStringAsync(Stop)).RootElement;
        Assert.Equal(("No link was made", detail), (problem.GetProperty("title").GetString(), problem.GetProperty("detail").GetString()));
        Assert.Empty(Store.Links.List());
    }

    [Fact]
    public async Task The_form_says_what_a_link_would_show_before_it_is_made()
    {
        var page = await PageAsync("/share?kind=attack&link-frozen=1&link-km=50&link-without=titles&link-without=places&link-source=centcom-2024-01-28&link-lock=1&link-title=Desk");
        Assert.Equal(
            "This view as it is in revision 1. Coordinates rounded to 50 km. Withheld: titles, names of places, one source with its claims. Filters locked.",
            page.QuerySelector("[data-link-before] p")!.TextContent);
        Assert.Equal("Desk", page.QuerySelector("[name=link-title]")!.GetAttribute("value"));
        Assert.Empty(page.QuerySelectorAll(".notice"));
        Assert.Equal("This view as it is then, with everything in it.", (await PageAsync("/share?kind=attack")).QuerySelector("[data-link-before] p")!.TextContent);
        Assert.Equal(
            "A link opens for 1 to 3650 days, or never stops; not for 'x'.",
            (await PageAsync("/share?kind=attack&link-days=x")).QuerySelector(".form-problem")!.TextContent);
    }

    [Fact]
    public async Task Readers_make_no_such_links_and_see_none()
    {
        var link = Make();
        foreach (var path in new[] { "/links", $"/links/{link.Number}/extend", $"/links/{link.Number}/end" })
        {
            using var refused = await _server.PostAsync(path, new FormUrlEncodedContent([]), _elsewhere);
            Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        }

        Assert.Equal([link], Store.Links.List());
        Assert.Empty((await PageAsync("/links", _elsewhere)).QuerySelectorAll(".kept-link"));
        Assert.Empty((await PageAsync($"/links/{link.Number}/end", _elsewhere)).QuerySelectorAll("main form"));
        Assert.Empty((await PageAsync("/share", _elsewhere)).QuerySelectorAll("form.link-form"));
        Assert.Equal("/sign-in?return=%2Fshare%3Fkind%3Dattack%23own-link", (await PageAsync("/share?kind=attack", _elsewhere)).QuerySelector("#own-link a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Links_are_listed_in_words_the_newest_first()
    {
        Assert.Equal("No links yet.", (await PageAsync("/links")).QuerySelector(".links-none b")!.TextContent);
        Make();
        var (titled, opened) = (Make(titled: true), Store.Links.List()[^1]);
        Store.Links.CountOpen(opened);
        Store.Links.CountOpen(opened);
        Store.Links.Revoke(titled.Number);

        var (page, today) = (await PageAsync("/links"), titled.Created.ToString("d MMM yyyy", System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(["For the desk", "US forces in Iraq, Syria, Jordan · Oct 2023 – Feb 2024 · Attack"], page.QuerySelectorAll(".kept-link h2").Select(title => title.TextContent));
        Assert.Equal(
            [$"Ended on {today}", "Frozen at revision 1", "Coordinates rounded to 10 km; Withheld: names of places, titles", "Never opened", $"Made on {today} by Noor"],
            FactsOf(page, titled));
        Assert.Equal(["Opens without an end", "Live", "Keeps nothing back", "Opened 2 times", $"Made on {today}"], FactsOf(page, opened));
        Assert.Equal(["The view"], Actions(page, titled));
        Assert.Equal(["The view", "Extend from today", "End it…"], Actions(page, opened));
    }

    [Fact]
    public async Task A_link_is_ended_in_two_steps_and_for_good()
    {
        var link = Make();
        var question = await PageAsync($"/links/{link.Number}/end");
        Assert.Equal("End this link?", question.QuerySelector("h1")!.TextContent);
        Assert.Null(Store.Links.Find(link.Number)!.Revoked);

        using var ended = await PostAsync(question.QuerySelector("main form")!.GetAttribute("action")!);
        Assert.Equal($"/links#link-{link.Number}", Location(ended));
        Assert.NotNull(Store.Links.Find(link.Number)!.Revoked);
        Assert.Equal("This link is ended", (await PageAsync($"/links/{link.Number}/end")).QuerySelector("h1")!.TextContent);

        using var extended = await PostAsync($"/links/{link.Number}/extend", ("link-days", "30"));
        Assert.Equal(HttpStatusCode.BadRequest, extended.StatusCode);
        using var nowhere = await _server.GetAsync("/links/99/end");
        Assert.Equal(HttpStatusCode.NotFound, nowhere.StatusCode);
    }

    [Fact]
    public async Task A_link_is_extended_from_today()
    {
        var link = Make();
        using var extended = await PostAsync($"/links/{link.Number}/extend", ("link-days", "30"));
        Assert.Equal($"/links#link-{link.Number}", Location(extended));
        Assert.Equal(link.Created.AddDays(30), Store.Links.Find(link.Number)!.Expires!.Value, TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task Who_makes_a_link_is_told_with_it_and_its_words_are_text()
    {
        const string markup = "<img src=x onerror=alert(1)>";
        Store.Accounts.Add("Noor", Role.Editor, new Microsoft.AspNetCore.Identity.PasswordHasher<string>().HashPassword("", "several words to keep"));
        using var signedIn = await _server.PostAsync("/sign-in", new FormUrlEncodedContent([new("name", "Noor"), new("password", "several words to keep")]), _elsewhere);
        var cookie = ("Cookie", signedIn.Headers.GetValues("Set-Cookie").Single().Split(';')[0]);
        using var made = await _server.PostAsync("/links", new FormUrlEncodedContent([new("query", ""), new("link-title", markup), new("link-note", markup)]), _elsewhere, cookie);
        Assert.Equal(HttpStatusCode.SeeOther, made.StatusCode);

        var page = await PageAsync("/links", _elsewhere, cookie);
        Assert.Equal((markup, markup, "Noor"), (page.QuerySelector(".kept-link h2")!.TextContent, page.QuerySelector(".kept-note")!.TextContent, page.QuerySelector(".kept-facts bdi")!.TextContent));
    }

    private static string Location(HttpResponseMessage answer) => answer.Headers.Location!.ToString();

    private static IEnumerable<string> FactsOf(IHtmlDocument page, SharedLink link) =>
        page.QuerySelectorAll($"#link-{link.Number} .kept-facts > *").Select(fact => fact.TextContent);

    private static IEnumerable<string> Actions(IHtmlDocument page, SharedLink link) =>
        page.QuerySelectorAll($"#link-{link.Number} :is(a, button).button").Select(action => action.ChildNodes.OfType<IText>().Last().TextContent);

    private SharedLink Make(bool titled = false) => Store.Links.Make(new NewLink
    {
        View = Dashboard.Domain.Querying.ViewStateCodec.Parse("kind=attack").View,
        Expires = null,
        IsFrozen = titled,
        Title = titled ? "For the desk" : null,
        Who = titled ? "Noor" : null,
        Redaction = titled ? new Redaction { CellKilometres = 10, Fields = [WithheldField.Titles] } : Redaction.None,
    }).Link;

    private async Task<HttpResponseMessage> PostAsync(string path, params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        return await _server.PostAsync(path, form);
    }

    private async Task<IHtmlDocument> PageAsync(string path, params (string Name, string Value)[] headers)
    {
        using var answer = await _server.GetAsync(path, headers);
        return await new HtmlParser().ParseDocumentAsync(await answer.Content.ReadAsStreamAsync(Stop), Stop);
    }
}
