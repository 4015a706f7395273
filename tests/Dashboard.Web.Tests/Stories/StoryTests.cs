using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Dashboard.Data;
using Dashboard.Data.Stories;
using Dashboard.Domain;
using Dashboard.Domain.Querying;
using Dashboard.Domain.Sharing;
using Dashboard.Web.Tests.Harness;
using Microsoft.Extensions.DependencyInjection;

namespace Dashboard.Web.Tests.Stories;

public sealed class StoryTests : IAsyncLifetime
{
    private static readonly (string Name, string Value) _elsewhere = ("X-Forwarded-For", "203.0.113.7");
    private static readonly (string Name, string Value) _browser = ("Accept", "text/html");
    private static readonly StoryStep _first = new("kind=attack&from=2024-01-20&to=2024-01-29&map=33.31,38.7,8", "The attack <b>", "Before dawn.\n\nSee https://example.org/a. <script>alert(1)</script>");
    private static readonly StoryStep _second = new("kind=strike", "The answer", "");

    private RunningDashboard _server = null!;

    private StoryBook Stories => _server.Services.GetRequiredService<DashboardStore>().Stories;

    public async ValueTask InitializeAsync() => _server = await RunningDashboard.StartAsync([StarterDataset.Load()], embedIn: "https://news.example");

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task A_story_is_read_without_scripts_with_every_step_its_picture_and_the_way_to_its_view()
    {
        var story = Add(_first, _second);
        using var answer = await _server.GetAsync($"/stories/{story.Slug}", _elsewhere);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
        var page = await PageAsync($"/stories/{story.Slug}", _elsewhere);

        Assert.Equal("Tower 22", page.QuerySelector("h1")?.TextContent);
        Assert.Equal(["The attack <b>", "The answer"], page.QuerySelectorAll("h2").Select(heading => heading.TextContent));
        Assert.Equal(
            ["/preview.png?from=2024-01-20&to=2024-01-29&kind=attack&map=33.31,38.7,8", "/preview.png?kind=strike"],
            page.QuerySelectorAll(".story-picture img").Select(picture => picture.GetAttribute("src")));
        Assert.Equal(["/?from=2024-01-20&to=2024-01-29&kind=attack&map=33.31,38.7,8", "/?kind=strike"], page.QuerySelectorAll(".story-seen a").Select(link => link.GetAttribute("href")));
        Assert.Contains("of 43 incidents, 20 Jan – 29 Jan 2024 · Attack", page.QuerySelector(".story-seen span")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert", page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.Contains("<script>alert(1)</script>", page.QuerySelector("#\\31")!.TextContent, StringComparison.Ordinal);
        var link = Assert.Single(page.QuerySelectorAll(".story-step > p a[href^=http]"));
        Assert.Equal(("https://example.org/a", "noopener noreferrer"), (link.GetAttribute("href"), link.GetAttribute("rel")));
        Assert.Null(page.QuerySelector("a[href$='/edit']"));
    }

    [Fact]
    public async Task The_head_tells_other_sites_its_title_its_words_and_the_picture_of_its_first_view()
    {
        var story = Add(_first);
        var page = await PageAsync($"/stories/{story.Slug}");
        Assert.Equal("Tower 22", page.QuerySelector("meta[property='og:title']")?.GetAttribute("content"));
        Assert.Equal("What was known when.", page.QuerySelector("meta[property='og:description']")?.GetAttribute("content"));
        Assert.Equal($"{_server.Address}preview.png?from=2024-01-20&to=2024-01-29&kind=attack&map=33.31,38.7,8", page.QuerySelector("meta[property='og:image']")?.GetAttribute("content"));
        Assert.Equal($"{_server.Address}stories/{story.Slug}", page.QuerySelector("link[rel=canonical]")?.GetAttribute("href"));
        var oembed = await _server.TextAsync(new Uri(page.QuerySelector("link[type='application/json+oembed']")!.GetAttribute("href")!).PathAndQuery);
        Assert.Contains($"/stories/{story.Slug}/embed", oembed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_address_may_name_the_step_that_it_opens_on()
    {
        var story = Add(_first, _second);
        Assert.Equal("start", await OpenedAsync(""));
        Assert.Equal("2", await OpenedAsync("?step=2"));
        Assert.Equal("start", await OpenedAsync("?step=3"));
        Assert.Equal("start", await OpenedAsync("?step=-1"));

        async Task<string?> OpenedAsync(string query) => Assert.Single((await PageAsync($"/stories/{story.Slug}{query}")).QuerySelectorAll(".story-step[data-current]")).Id;
    }

    [Fact]
    public async Task A_step_whose_view_has_gone_shows_what_is_left_and_says_so()
    {
        var story = Add(_first, new("kid=attack&kind=strike", "", ""), new("q=nothing-has-this-word", "", ""), new("sel=2000-01-01-never", "", ""), new("%00&map=x&from=yesterday", "", ""));
        var steps = (await PageAsync($"/stories/{story.Slug}")).QuerySelectorAll(".story-step").Skip(1).Select(step => string.Join(" ", step.QuerySelectorAll(".story-flaw").Select(flaw => flaw.TextContent.Trim())));
        Assert.Equal(
            [
                "",
                "Part of this view is not understood and was left out: kid.",
                "This view shows no incidents any more.",
                "The incident that was open here is no longer there.",
                "Part of this view is not understood and was left out: map, from.",
            ],
            steps);
    }

    [Fact]
    public async Task A_step_seen_through_a_link_shows_what_the_link_shows_and_nothing_once_it_is_ended()
    {
        var links = _server.Services.GetRequiredService<DashboardStore>().Links;
        var made = links.Make(new NewLink { View = ViewStateCodec.Parse("kind=attack").View, Expires = null, Redaction = new Redaction { CellKilometres = 50, LocksFilters = true } });
        var query = $"link={made.Token}&kind=strike";
        var slug = Add(new StoryStep(query, "", "")).Slug;

        string? told = null;
        while (told?.Contains("of 9 incidents", StringComparison.Ordinal) != true)
        {
            var step = (await PageAsync($"/stories/{slug}")).QuerySelector("#\\31")!;
            told = step.QuerySelector(".story-seen span")?.TextContent;
            Assert.True(told?.Contains("of 9 incidents", StringComparison.Ordinal) ?? step.TextContent.Contains("being made ready", StringComparison.Ordinal), step.TextContent);
        }

        links.Revoke(made.Link.Number);
        var dead = (await PageAsync($"/stories/{slug}")).QuerySelector("#\\31")!;
        Assert.Equal("The link that this view was seen through opens nothing any more.", dead.QuerySelector(".story-flaw")?.TextContent.Trim());
        Assert.Null(dead.QuerySelector(".story-seen"));
        Assert.False(dead.HasAttribute("data-marks"));
    }

    [Fact]
    public async Task The_embed_is_for_the_sites_that_are_named_and_keeps_nothing()
    {
        var story = Add(_first);
        using var embed = await _server.GetAsync($"/stories/{story.Slug}/embed?theme=dark");
        using var page = await _server.GetAsync($"/stories/{story.Slug}");
        Assert.EndsWith("frame-ancestors 'self' https://news.example", embed.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.EndsWith("frame-ancestors 'none'", page.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.False(embed.Headers.Contains("Set-Cookie"));
        var document = await PageAsync($"/stories/{story.Slug}/embed?theme=dark");
        Assert.Equal("dark", document.DocumentElement.GetAttribute("data-theme"));
        Assert.Equal(["/dist/story.js"], document.QuerySelectorAll("script[src]").Select(script => script.GetAttribute("src")));
        Assert.All(document.QuerySelectorAll("main a[href]").Where(link => !link.GetAttribute("href")!.StartsWith('#') && link.ClassName != "story-picture"), link => Assert.Equal("_blank", link.GetAttribute("target")));
    }

    [Fact]
    public async Task What_is_no_story_is_not_found()
    {
        foreach (var path in new[] { "/stories/none", "/stories/none/embed", "/stories/none/edit", "/stories/..%2f..%2fetc", "/stories/%E2%80%AE" })
        {
            using var answer = await _server.GetAsync(path);
            Assert.Equal((path, HttpStatusCode.NotFound), (path, answer.StatusCode));
        }

        using var saved = await PostAsync("/stories/none/edit", ("version", "1"), ("title", "x"));
        Assert.Equal(HttpStatusCode.NotFound, saved.StatusCode);
    }

    [Fact]
    public async Task A_view_is_taken_from_its_share_page_into_a_new_story_and_the_next_into_the_same()
    {
        var offer = (await PageAsync("/share?kind=attack&map=34,41,6")).QuerySelector("#story form")!;
        Assert.Equal(("/stories", "kind=attack&map=34,41,6"), (offer.GetAttribute("action"), offer.QuerySelector("input[name=query]")?.GetAttribute("value")));

        using var first = await PostAsync("/stories", ("query", "kind=attack&map=34,41,6"), ("heading", "One"), ("text", ""), ("title", "Tower 22"));
        using var second = await PostAsync("/stories", ("query", "kind=strike"), ("heading", "Two"), ("text", "Words"), ("story", "tower-22"), ("title", ""));

        Assert.Equal(["/stories/tower-22/edit#step-1", "/stories/tower-22/edit#step-2"], [$"{first.Headers.Location}", $"{second.Headers.Location}"]);
        Assert.Equal(new StoryText("Tower 22", "", [new("kind=attack&map=34,41,6", "One", ""), new("kind=strike", "Two", "Words")]), Stories.Find("tower-22")!.Text);
        Assert.Equal(["tower-22", ""], (await PageAsync("/share")).QuerySelectorAll("#story option").Select(option => option.GetAttribute("value")));
    }

    [Theory]
    [InlineData(HttpStatusCode.BadRequest, "", "A title is wanted")]
    [InlineData(HttpStatusCode.NotFound, "none", "x")]
    public async Task A_view_is_not_added_to_what_is_no_story(HttpStatusCode status, string story, string text)
    {
        using var answer = await PostAsync("/stories", ("query", ""), ("heading", ""), ("text", text), ("story", story), ("title", ""));
        Assert.Equal(status, answer.StatusCode);
        Assert.Empty(Stories.All());
    }

    [Fact]
    public async Task Steps_are_written_moved_added_and_removed_by_forms_that_need_no_script()
    {
        var slug = Add(_first, _second).Slug;
        var form = await FieldsAsync(slug);
        Assert.Equal([("version", "1"), ("title", "Tower 22"), ("intro", "What was known when.")], form.Take(3));

        using var moved = await PostAsync($"/stories/{slug}/edit", [.. form.Select(field => field == ("heading", "The answer") ? ("heading", "What came of it") : field), ("do", "up:2")]);
        Assert.Equal($"/stories/{slug}/edit#step-1", $"{moved.Headers.Location}");
        Assert.Equal(["What came of it", "The attack <b>"], Stories.Find(slug)!.Text.Steps.Select(step => step.Heading));
        Assert.Equal(_first with { Query = "from=2024-01-20&to=2024-01-29&kind=attack&map=33.31,38.7,8" }, Stories.Find(slug)!.Text.Steps[1]);

        using var removed = await PostAsync($"/stories/{slug}/edit", [.. await FieldsAsync(slug), ("do", "remove:2")]);
        using var added = await PostAsync($"/stories/{slug}/edit", [.. await FieldsAsync(slug), ("do", "add")]);
        Assert.Equal([("What came of it", "kind=strike"), ("", "")], Stories.Find(slug)!.Text.Steps.Select(step => (step.Heading, step.Query)));
        using var saved = await PostAsync($"/stories/{slug}/edit", [.. await FieldsAsync(slug), ("do", "save")]);
        Assert.Equal($"/stories/{slug}/edit?saved=1", $"{saved.Headers.Location}");
        Assert.Equal("Saved.", (await PageAsync($"{saved.Headers.Location}")).QuerySelector("[role=status]")?.TextContent.Trim());
    }

    [Fact]
    public async Task Who_saves_after_somebody_else_is_told_and_loses_nothing()
    {
        var slug = Add(_first).Slug;
        var mine = (await FieldsAsync(slug)).Select(field => field.Name == "intro" ? ("intro", "Mine, half written.") : field).ToArray();
        Stories.Save(slug, 1, new StoryText("Theirs", "", []), "ida");

        using var conflict = await PostAsync($"/stories/{slug}/edit", [.. mine, ("do", "save")]);
        Assert.Equal(HttpStatusCode.Conflict, conflict.StatusCode);
        Assert.Equal("Theirs", Stories.Find(slug)!.Text.Title);
        var page = await new HtmlParser().ParseDocumentAsync(await conflict.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.StartsWith("Somebody else saved this story meanwhile.", page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("by ida", page.QuerySelector(".story-theirs summary")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(("intro", "Mine, half written."), Fields(page));

        using var over = await PostAsync($"/stories/{slug}/edit", [.. Fields(page), ("do", "save")]);
        Assert.Equal((HttpStatusCode.SeeOther, "Mine, half written."), (over.StatusCode, Stories.Find(slug)!.Text.Intro));
    }

    [Fact]
    public async Task What_cannot_be_kept_comes_back_with_the_reason()
    {
        var slug = Add(_first).Slug;
        using var refused = await PostAsync($"/stories/{slug}/edit", [.. (await FieldsAsync(slug)).Select(field => field.Name == "title" ? ("title", " ") : field), ("do", "save")]);
        var page = await new HtmlParser().ParseDocumentAsync(await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal((HttpStatusCode.BadRequest, "A story needs a title."), (refused.StatusCode, page.QuerySelector("[role=alert]")?.TextContent));
        Assert.Contains(("text", _first.Text), Fields(page));

        using var torn = await PostAsync($"/stories/{slug}/edit", ("version", "1"), ("title", "x"), ("heading", "y"));
        using var none = await _server.PostAsync($"/stories/{slug}/edit", new StringContent("x"));
        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.BadRequest, 1L), (torn.StatusCode, none.StatusCode, Stories.Find(slug)!.Version));
    }

    [Fact]
    public async Task Deleting_asks_first_and_spares_what_somebody_else_saved()
    {
        var slug = Add(_first).Slug;
        var form = (await PageAsync($"/stories/{slug}/edit")).QuerySelector($"form[action='/stories/{slug}/delete']")!;
        Assert.NotNull(form.QuerySelector("input[name=sure][required]"));
        using var unsure = await PostAsync($"/stories/{slug}/delete", ("version", "1"));
        using var stale = await PostAsync($"/stories/{slug}/delete", ("version", "7"), ("sure", "yes"));
        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.Conflict), (unsure.StatusCode, stale.StatusCode));
        Assert.NotNull(Stories.Find(slug));

        using var sure = await PostAsync($"/stories/{slug}/delete", ("version", "1"), ("sure", "yes"));
        using var again = await PostAsync($"/stories/{slug}/delete", ("version", "1"), ("sure", "yes"));
        Assert.Equal(("/stories", HttpStatusCode.NotFound), ($"{sure.Headers.Location}", again.StatusCode));
        Assert.Null(Stories.Find(slug));
    }

    [Fact]
    public async Task Who_may_not_change_the_data_reads_and_writes_nothing()
    {
        var slug = Add(_first).Slug;
        Assert.Null((await PageAsync("/share", _elsewhere)).QuerySelector("#story form"));
        using var edit = await _server.GetAsync($"/stories/{slug}/edit", _elsewhere, _browser);
        using var add = await _server.PostAsync("/stories", Content(("title", "x"), ("query", "")), _elsewhere);
        using var save = await _server.PostAsync($"/stories/{slug}/edit", Content([.. await FieldsAsync(slug), ("do", "remove:1")]), _elsewhere);
        using var delete = await _server.PostAsync($"/stories/{slug}/delete", Content(("version", "1"), ("sure", "yes")), _elsewhere);
        Assert.All([edit, add, save, delete], answer => Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode));
        Assert.Equal(1, Assert.Single(Stories.All()).Version);
    }

    [Fact]
    public async Task All_stories_are_listed_with_their_pictures()
    {
        Assert.NotNull((await PageAsync("/stories")).QuerySelector(".stories-none"));
        Add(_second);
        var card = (await PageAsync("/stories")).QuerySelector(".story-card")!;
        Assert.Equal(("/stories/tower-22", "/preview.png?kind=strike", "Tower 22"), (card.QuerySelector("a")?.GetAttribute("href"), card.QuerySelector("img")?.GetAttribute("src"), card.QuerySelector(".story-card-title")?.TextContent));
    }

    private Story Add(params StoryStep[] steps) => Stories.Add(new StoryText("Tower 22", "What was known when.", steps.ToValueList()), null);

    private async Task<IHtmlDocument> PageAsync(string path, params (string Name, string Value)[] headers)
    {
        using var answer = await _server.GetAsync(path, headers);
        return await new HtmlParser().ParseDocumentAsync(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    private async Task<(string Name, string Value)[]> FieldsAsync(string slug) => Fields(await PageAsync($"/stories/{slug}/edit"));

    private static (string Name, string Value)[] Fields(IHtmlDocument page) => [.. page.QuerySelectorAll(".story-form :is(input, textarea)")
        .Select(field => (field.GetAttribute("name")!, field is IHtmlTextAreaElement area ? area.Value : field.GetAttribute("value") ?? ""))];

    private Task<HttpResponseMessage> PostAsync(string path, params (string Name, string Value)[] fields) => _server.PostAsync(path, Content(fields), _browser);

    private static FormUrlEncodedContent Content(params (string Name, string Value)[] fields) => new(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
}
