using System.Text;
using System.Text.Json.Nodes;
using Dashboard.Domain.Places;
using Dashboard.Web.Briefings;

namespace Dashboard.Web.Tests.Briefings;

public sealed class BriefingDeskTests : IDisposable
{
    private readonly TurnedClock _clock = new();
    private readonly BriefingDesk _desk;

    public BriefingDeskTests() => _desk = new BriefingDesk(_clock);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _desk.Dispose();

    [Fact]
    public async Task Who_comes_late_gets_the_present_state_and_nothing_of_before()
    {
        var briefing = Begin("q=first");
        briefing.Show(View("q=second&kind=strike&map=33.5,42,6&from=2024-01-18&to=2024-01-19"));
        using var late = briefing.Join()!;

        var news = await late.NextAsync(Stop);

        Assert.Equal(
            """
            {"presenter":"Ada","standing":"Live","query":"from=2024-01-18&to=2024-01-19&kind=strike&q=second&map=33.5,42,6","from":1705536000000,"to":1705708800000,"map":[33.5,42,6],"selected":null,"mode":"window","colour":"kind","relations":"selection","pointer":null,"size":null}
            """.Trim(),
            Said(news).ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));
    }

    [Fact]
    public async Task A_slow_follower_skips_to_the_newest_state()
    {
        var briefing = Begin("q=0");
        using var slow = briefing.Join()!;
        await slow.NextAsync(Stop);
        for (var step = 1; step <= 9; step++)
        {
            Assert.Equal(Hearing.Heard, briefing.Show(View($"q={step}")));
        }

        Assert.Equal("q=9", (string?)Said(await slow.NextAsync(Stop))["query"]);
        Assert.False(slow.NextAsync(Stop).IsCompleted);
    }

    [Fact]
    public async Task One_state_is_written_once_for_all_who_follow()
    {
        var briefing = Begin("q=all");
        using var one = briefing.Join()!;
        using var other = briefing.Join()!;

        Assert.Same(await one.NextAsync(Stop), await other.NextAsync(Stop));
    }

    [Fact]
    public void The_same_state_again_is_a_sign_of_life_and_no_news()
    {
        var briefing = Begin("q=same&map=1,2,3");
        using var follower = briefing.Join()!;
        Assert.True(follower.NextAsync(Stop).IsCompletedSuccessfully);
        var next = follower.NextAsync(Stop);

        _clock.Turn(Briefing.AwayAfter - TimeSpan.FromSeconds(1));
        Assert.Equal(Hearing.Heard, briefing.Show(View("q=same&map=1,2,3")));
        _clock.Turn(Briefing.AwayAfter - TimeSpan.FromSeconds(1));
        _desk.Look();

        Assert.Equal((BriefingStanding.Live, false), (briefing.Standing, next.IsCompleted));
    }

    [Fact]
    public void Ten_messages_a_second_are_heard_and_those_above_it_left_out()
    {
        var briefing = Begin("q=0");
        var heard = new List<int>();
        for (var second = 0; second < 3; second++)
        {
            heard.Add(Enumerable.Range(0, 40).Count(step => briefing.Show(View($"q={second}-{step}")) == Hearing.Heard));
            _clock.Turn(TimeSpan.FromSeconds(1));
        }

        Assert.Equal([10, 10, 10], heard);
        Assert.Equal("2-9", briefing.Shown.View.Query.Text);
    }

    [Fact]
    public async Task While_it_is_paused_what_was_shown_last_stays()
    {
        var briefing = Begin("q=shown");
        briefing.Show(View("q=shown") with { Pointer = new GeoPoint(1, 2) });
        using var follower = briefing.Join()!;

        briefing.Pause();
        var paused = Said(await follower.NextAsync(Stop));
        briefing.Show(View("q=later"));
        var later = Said(await follower.NextAsync(Stop));

        Assert.Equal(("Paused", "q=shown", null), ((string?)paused["standing"], (string?)paused["query"], paused["pointer"]));
        Assert.Equal(("Live", "q=later"), ((string?)later["standing"], (string?)later["query"]));
    }

    [Fact]
    public async Task A_presenter_who_is_not_heard_is_away_comes_back_and_after_five_minutes_it_ends()
    {
        var briefing = Begin("q=x");
        using var follower = briefing.Join()!;
        await follower.NextAsync(Stop);

        _clock.Turn(Briefing.AwayAfter);
        _desk.Look();
        Assert.Equal("Away", (string?)Said(await follower.NextAsync(Stop))["standing"]);

        briefing.Show(View("q=x"));
        Assert.Equal("Live", (string?)Said(await follower.NextAsync(Stop))["standing"]);

        _clock.Turn(Briefing.EndsAfter);
        _desk.Look();
        Assert.Equal("Ended", (string?)Said(await follower.NextAsync(Stop))["standing"]);
        Assert.Equal((Hearing.Over, false, 0), (briefing.Show(View("q=y")), _desk.TryFind(briefing.Token, out _), _desk.Count));
        Assert.Null(briefing.Join());
    }

    [Fact]
    public async Task Between_states_a_follower_gets_a_sign_of_life_every_fifteen_seconds()
    {
        var briefing = Begin("q=x");
        using var follower = briefing.Join()!;
        Assert.True(follower.NextAsync(Stop).IsCompletedSuccessfully);
        var next = follower.NextAsync(Stop);

        for (var second = 1; second < Briefing.BeatsEvery.TotalSeconds; second++)
        {
            Turn(second);
            Assert.False(next.IsCompleted);
        }

        Turn(15);
        Assert.Null(await next);

        void Turn(int second)
        {
            _clock.Turn(TimeSpan.FromSeconds(1));
            Assert.Equal(Hearing.Heard, briefing.Show(View("q=x")));
            _desk.Look();
        }
    }

    [Fact]
    public void A_hundred_followers_who_leave_leave_nothing_behind()
    {
        var briefing = Begin("q=x");
        var gone = FollowAndLeave(briefing);

        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();

        Assert.Equal(0, briefing.Followers);
        Assert.All(gone, follower => Assert.False(follower.TryGetTarget(out _)));
    }

    [Fact]
    public void Who_leaves_twice_is_counted_once()
    {
        var briefing = Begin("q=x");
        using var stays = briefing.Join();
        var leaves = briefing.Join()!;
        leaves.Dispose();
        leaves.Dispose();

        Assert.Equal(1, briefing.Followers);
    }

    [Fact]
    public void There_are_so_many_followers_and_no_more()
    {
        var briefing = Begin("q=x");
        for (var follower = 0; follower < Briefing.MostFollowers; follower++)
        {
            Assert.NotNull(briefing.Join());
        }

        Assert.Null(briefing.Join());
    }

    [Fact]
    public void There_are_so_many_briefings_and_no_more_until_one_ends()
    {
        var begun = Enumerable.Range(0, BriefingDesk.MostBriefings).Select(_ => _desk.Begin("Ada", View(""))!).ToList();
        Assert.Null(_desk.Begin("Bo", View("")));

        _desk.End(begun[0]);

        Assert.NotNull(_desk.Begin("Bo", View("")));
        Assert.Equal(BriefingDesk.MostBriefings, _desk.Count);
    }

    [Fact]
    public void Tokens_and_keys_are_128_bits_that_never_repeat_and_open_one_door_each()
    {
        var briefings = Enumerable.Range(0, BriefingDesk.MostBriefings).Select(_ => _desk.Begin("Ada", View(""))!).ToList();
        var secrets = briefings.SelectMany(briefing => new[] { briefing.Token, briefing.Key }).ToList();

        Assert.Equal(secrets.Count, secrets.Distinct().Count());
        Assert.All(secrets, secret => Assert.Matches("^[A-Za-z0-9_-]{22}$", secret));
        Assert.Equal((true, false, false, false), (briefings[0].IsKey(briefings[0].Key), briefings[0].IsKey(briefings[1].Key), briefings[0].IsKey(briefings[0].Token), briefings[0].IsKey(null)));
    }

    [Theory]
    [InlineData("  Ada Lovelace ", null, "Ada Lovelace")]
    [InlineData("", "noor", "noor")]
    [InlineData(null, null, "the presenter")]
    [InlineData("Ada\u202egnirts\n<b>", null, "Ada gnirts <b>")]
    [InlineData("1234567890123456789012345678901234567890 and more", null, "1234567890123456789012345678901234567890")]
    public void A_presenter_has_a_name_of_one_readable_line(string? typed, string? account, string expected) => Assert.Equal(expected, PresenterName.Of(typed, account));

    private static List<WeakReference<BriefingFollower>> FollowAndLeave(Briefing briefing)
    {
        var followers = Enumerable.Range(0, 100).Select(_ => briefing.Join()!).ToList();
        foreach (var follower in followers)
        {
            Assert.True(follower.NextAsync(Stop).IsCompletedSuccessfully);
            using var leaving = new CancellationTokenSource();
            var next = follower.NextAsync(leaving.Token);
            leaving.Cancel();
            Assert.True(next.IsCanceled);
            follower.Dispose();
        }

        return [.. followers.Select(follower => new WeakReference<BriefingFollower>(follower))];
    }

    private static PresentedView View(string query) => PresentedView.Of(new PresenterSaid(null, query, null, null, IsPaused: false));

    private static JsonNode Said(BriefingNews? news)
    {
        var text = Encoding.UTF8.GetString(news!.Bytes.Span);
        Assert.StartsWith("data: ", text, StringComparison.Ordinal);
        Assert.EndsWith("\n\n", text, StringComparison.Ordinal);
        return JsonNode.Parse(text["data: ".Length..])!;
    }

    private Briefing Begin(string query) => _desk.Begin("Ada", View(query))!;
}
