using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Dashboard.Data.Stories;
using Dashboard.Domain.Accounts;
using Dashboard.Web.Briefings;
using Dashboard.Web.Tests.Harness;
using Microsoft.Extensions.DependencyInjection;

namespace Dashboard.Web.Tests.Briefings;

/// <summary>Briefings as pages, programs and strangers meet them.</summary>
public sealed class BriefingHttpTests : IAsyncLifetime
{
    private static readonly (string Name, string Value) _elsewhere = ("X-Forwarded-For", "203.0.113.7");

    private RunningDashboard _server = null!;

    public static TheoryData<string> StrangeTokens => ["..", "%2e%2e", "AAAAAAAAAAAAAAAAAAAAAA", "short", "AAAAAAAAAAAAAAAAAAAAA+", new string('A', 10_000)];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private BriefingDesk Desk => _server.Services.GetRequiredService<BriefingDesk>();

    public async ValueTask InitializeAsync() => _server = await RunningDashboard.StartAsync([Samples.Dataset([Samples.Incident("here", null)])]);

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task Its_address_leads_to_the_present_view_and_the_page_that_follows()
    {
        var (token, key) = await BeginAsync("kind=strike");
        using var shown = await ShowAsync(token, key, """{"query":"kind=attack&map=33.5,42,6"}""");

        using var opened = await _server.GetAsync($"/briefings/{token}", _elsewhere);

        Assert.Equal((HttpStatusCode.OK, """{"followers":0}"""), (shown.StatusCode, await shown.Content.ReadAsStringAsync(Stop)));
        Assert.Equal((HttpStatusCode.Redirect, $"/?kind=attack&map=33.5,42,6&briefing={token}"), (opened.StatusCode, opened.Headers.Location?.OriginalString));
        var page = await _server.TextAsync(opened.Headers.Location!.OriginalString);
        Assert.Contains("Following needs scripts.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("is not part of a view", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Followers_hear_of_every_state_and_of_the_end_without_a_cookie()
    {
        var (token, key) = await BeginAsync("q=first");
        using var answer = await FollowAsync(token);
        using var reader = new StreamReader(await answer.Content.ReadAsStreamAsync(Stop));
        Assert.Equal(("text/event-stream", "no-store", false), (answer.Content.Headers.ContentType?.ToString(), answer.Headers.CacheControl?.ToString(), answer.Headers.Contains("Set-Cookie")));
        Assert.Empty(answer.Content.Headers.ContentEncoding);

        var heard = new List<(string?, string?)> { await HearAsync(reader) };
        using var shown = await ShowAsync(token, key, """{"query":"q=second"}""");
        Assert.Equal("""{"followers":1}""", await shown.Content.ReadAsStringAsync(Stop));
        heard.Add(await HearAsync(reader));
        using var ended = await PostAsync($"/briefings/{token}/end", "{}", ("Briefing-Key", key));
        heard.Add(await HearAsync(reader));

        Assert.Equal(HttpStatusCode.NoContent, ended.StatusCode);
        Assert.Equal([("Live", "q=first"), ("Live", "q=second"), ("Ended", "q=second")], heard);
        Assert.Equal("", await reader.ReadToEndAsync(Stop));
    }

    [Fact]
    public async Task Who_leaves_is_not_counted_any_more()
    {
        var (token, _) = await BeginAsync("");
        Assert.True(Desk.TryFind(token, out var briefing));
        using (var answer = await FollowAsync(token))
        {
            await answer.Content.ReadAsStreamAsync(Stop);
            Assert.Equal(1, briefing.Followers);
        }

        using var pulse = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (briefing.Followers > 0)
        {
            Assert.True(await pulse.WaitForNextTickAsync(Stop));
        }
    }

    [Fact]
    public async Task Strangers_begin_nothing_and_say_nothing()
    {
        var (token, key) = await BeginAsync("q=mine");
        using var begun = await PostAsync("/briefings", "{}", _elsewhere);
        using var shown = await PostAsync($"/briefings/{token}/view", """{"query":"q=theirs"}""", _elsewhere, ("Briefing-Key", key));
        using var ended = await PostAsync($"/briefings/{token}/end", "{}", _elsewhere, ("Briefing-Key", key));

        Assert.Equal([HttpStatusCode.Forbidden, HttpStatusCode.Forbidden, HttpStatusCode.Forbidden], [begun.StatusCode, shown.StatusCode, ended.StatusCode]);
        Assert.Equal("q=mine", await QueryAsync(token));
    }

    [Fact]
    public async Task Another_key_or_none_is_not_the_presenters()
    {
        var (token, _) = await BeginAsync("q=mine");
        var (_, other) = await BeginAsync("q=other");
        using var none = await PostAsync($"/briefings/{token}/view", """{"query":"q=theirs"}""");
        using var wrong = await ShowAsync(token, other, """{"query":"q=theirs"}""");
        using var end = await PostAsync($"/briefings/{token}/end", "{}", ("Briefing-Key", token));

        Assert.Equal([HttpStatusCode.Forbidden, HttpStatusCode.Forbidden, HttpStatusCode.Forbidden], [none.StatusCode, wrong.StatusCode, end.StatusCode]);
        Assert.Equal("q=mine", await QueryAsync(token));
    }

    [Fact]
    public async Task A_page_of_another_origin_is_refused_whatever_it_knows()
    {
        var (token, key) = await BeginAsync("q=mine");
        using var shown = await PostAsync($"/briefings/{token}/view", """{"query":"q=theirs"}""", ("Briefing-Key", key), ("Origin", "https://elsewhere.example"));
        using var begun = await PostAsync("/briefings", "{}", ("Origin", "null"));

        Assert.Equal([HttpStatusCode.Forbidden, HttpStatusCode.Forbidden], [shown.StatusCode, begun.StatusCode]);
        Assert.Equal("q=mine", await QueryAsync(token));
    }

    [Fact]
    public async Task What_is_no_view_is_dropped_key_by_key()
    {
        var (token, key) = await BeginAsync("");
        using var shown = await ShowAsync(token, key, """{"query":"kind=strike&map=999,0,3&evil=<script>&tz=mars&from=never","pointer":[91,0],"size":[-1,5]}""");

        Assert.Equal(HttpStatusCode.OK, shown.StatusCode);
        Assert.Equal("kind=strike", await QueryAsync(token));
        Assert.True(Desk.TryFind(token, out var briefing));
        Assert.Equal((null, null), (briefing.Shown.Pointer, briefing.Shown.Size));
    }

    [Fact]
    public async Task The_link_that_a_presenter_looks_through_goes_with_the_view()
    {
        var (token, _) = await BeginAsync("link=AbCdEfGhIjKlMnOpQr_-AA&kind=strike");
        using var opened = await _server.GetAsync($"/briefings/{token}");
        Assert.Equal($"/?{await QueryAsync(token)}&briefing={token}", opened.Headers.Location?.OriginalString);
        Assert.Contains("link=AbCdEfGhIjKlMnOpQr_-AA", await QueryAsync(token), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"query\":", HttpStatusCode.BadRequest)]
    [InlineData("null", HttpStatusCode.BadRequest)]
    [InlineData("{\"query\":7}", HttpStatusCode.BadRequest)]
    [InlineData("", HttpStatusCode.BadRequest)]
    public async Task What_is_no_message_is_refused(string body, HttpStatusCode expected)
    {
        var (token, key) = await BeginAsync("");
        using var shown = await ShowAsync(token, key, body);
        Assert.Equal(expected, shown.StatusCode);
    }

    [Fact]
    public async Task A_message_is_four_kilobytes_of_json_at_most()
    {
        var (token, key) = await BeginAsync("");
        using var fits = await ShowAsync(token, key, $$"""{"query":"q={{new string('a', 4096 - 14)}}"}""");
        using var large = await ShowAsync(token, key, $$"""{"query":"q={{new string('a', 4096 - 13)}}"}""");
        using var form = await _server.PostAsync($"/briefings/{token}/view", new FormUrlEncodedContent([new("query", "q=x")]), ("Briefing-Key", key));

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.RequestEntityTooLarge, HttpStatusCode.UnsupportedMediaType], [fits.StatusCode, large.StatusCode, form.StatusCode]);
    }

    [Fact]
    public async Task An_ended_briefing_and_one_that_never_was_look_the_same()
    {
        var (token, key) = await BeginAsync("");
        using var ended = await PostAsync($"/briefings/{token}/end", "{}", ("Briefing-Key", key));
        foreach (var path in new[] { "", "/events" })
        {
            using var before = await _server.GetAsync($"/briefings/{token}{path}", ("Accept", "text/html"));
            using var never = await _server.GetAsync($"/briefings/AAAAAAAAAAAAAAAAAAAAAA{path}", ("Accept", "text/html"));
            Assert.Equal((HttpStatusCode.NotFound, await never.Content.ReadAsStringAsync(Stop)), (before.StatusCode, await before.Content.ReadAsStringAsync(Stop)));
            Assert.Equal(HttpStatusCode.NotFound, never.StatusCode);
        }

        using var shown = await ShowAsync(token, key, "{}");
        Assert.Equal(HttpStatusCode.NotFound, shown.StatusCode);
    }

    [Theory, MemberData(nameof(StrangeTokens))]
    public async Task Whatever_is_no_token_is_not_found(string token)
    {
        using var answer = await _server.GetAsync($"/briefings/{token}/events");
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Who_guesses_tokens_is_slowed_down_and_nobody_else_is()
    {
        var (token, _) = await BeginAsync("");
        var answers = new List<HttpStatusCode>();
        for (var guess = 0; guess <= 30; guess++)
        {
            using var answer = await _server.GetAsync($"/briefings/guess{guess}/events", _elsewhere);
            answers.Add(answer.StatusCode);
        }

        Assert.Equal([.. Enumerable.Repeat(HttpStatusCode.NotFound, 30), HttpStatusCode.TooManyRequests], answers);
        using var other = await _server.GetAsync("/briefings/guess/events", ("X-Forwarded-For", "203.0.113.8"));
        using var right = await _server.GetAsync($"/briefings/{token}", _elsewhere);
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.Redirect), (other.StatusCode, right.StatusCode));
    }

    [Fact]
    public async Task A_presenter_whose_account_is_disabled_says_nothing_any_more()
    {
        var store = _server.Services.GetRequiredService<Dashboard.Data.DashboardStore>();
        var account = store.Accounts.Add("Sam", Role.Editor, "no password");
        var cookie = ("Cookie", $"dashboard-session={store.Sessions.Begin(account)}");
        using var begun = await PostAsync("/briefings", "{}", _elsewhere, cookie);
        var said = JsonNode.Parse(await begun.Content.ReadAsStringAsync(Stop))!;
        Assert.Equal((HttpStatusCode.Created, "Sam"), (begun.StatusCode, (string?)said["presenter"]));

        store.Accounts.SetDisabled("Sam", isDisabled: true);
        using var shown = await PostAsync($"/briefings/{said["token"]}/view", "{}", _elsewhere, cookie, ("Briefing-Key", (string)said["key"]!));

        Assert.Equal(HttpStatusCode.Forbidden, shown.StatusCode);
    }

    [Fact]
    public async Task Kept_views_become_a_story_in_their_order()
    {
        const string Kept = """{"title":"Briefing of today","views":[{"heading":"First","query":"?kind=strike&map=33.5,42,6"},{"heading":"Second","query":"?sel=here"}]}""";
        using var stranger = await PostAsync("/briefings/story", Kept, _elsewhere);
        using var told = await PostAsync("/briefings/story", Kept);
        using var untitled = await PostAsync("/briefings/story", """{"views":[]}""");

        Assert.Equal([HttpStatusCode.Forbidden, HttpStatusCode.Created, HttpStatusCode.BadRequest], [stranger.StatusCode, told.StatusCode, untitled.StatusCode]);
        var stories = _server.Services.GetRequiredService<Dashboard.Data.DashboardStore>().Stories;
        var story = Assert.Single(stories.All());
        Assert.Equal($$"""{"address":"/stories/{{story.Slug}}/edit"}""", await told.Content.ReadAsStringAsync(Stop));
        Assert.Equal(
            new StoryText("Briefing of today", "", [new StoryStep("kind=strike&map=33.5,42,6", "First", ""), new StoryStep("sel=here", "Second", "")]),
            story.Text);

        using var withHole = await PostAsync("/briefings/story", """{"title":"With a hole","views":[null,{"heading":"First","query":"?kind=strike"}]}""");
        Assert.Equal(HttpStatusCode.Created, withHole.StatusCode);
        Assert.Equal(new StoryText("With a hole", "", [new StoryStep("kind=strike", "First", "")]), stories.Find("with-a-hole")!.Text);
    }

    private static async Task<(string? Standing, string? Query)> HearAsync(StreamReader reader)
    {
        while (await reader.ReadLineAsync(Stop) is { } line)
        {
            if (line.StartsWith("data: ", StringComparison.Ordinal))
            {
                await reader.ReadLineAsync(Stop);
                var said = JsonNode.Parse(line["data: ".Length..])!;
                return ((string?)said["standing"], (string?)said["query"]);
            }
        }

        return (null, null);
    }

    private async Task<(string Token, string Key)> BeginAsync(string query)
    {
        using var begun = await PostAsync("/briefings", new JsonObject { ["name"] = "Ada", ["query"] = query }.ToJsonString());
        Assert.Equal(HttpStatusCode.Created, begun.StatusCode);
        var said = JsonNode.Parse(await begun.Content.ReadAsStringAsync(Stop))!;
        return ((string)said["token"]!, (string)said["key"]!);
    }

    private Task<HttpResponseMessage> ShowAsync(string token, string key, string message) => PostAsync($"/briefings/{token}/view", message, ("Briefing-Key", key));

    private Task<HttpResponseMessage> PostAsync(string path, string message, params ReadOnlySpan<(string Name, string Value)> headers) =>
        _server.PostAsync(path, new StringContent(message, Encoding.UTF8, "application/json"), headers);

    private async Task<string?> QueryAsync(string token)
    {
        using var answer = await FollowAsync(token);
        using var reader = new StreamReader(await answer.Content.ReadAsStreamAsync(Stop));
        return (await HearAsync(reader)).Query;
    }

    /// <summary>Begins to follow: the answer is there before its end.</summary>
    private async Task<HttpResponseMessage> FollowAsync(string token)
    {
        using var client = new HttpClient(new SocketsHttpHandler { UseCookies = false }, disposeHandler: false);
        return await client.GetAsync(new Uri(_server.Address, $"/briefings/{token}/events"), HttpCompletionOption.ResponseHeadersRead, Stop);
    }
}
