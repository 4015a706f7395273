using Dashboard.Web.Explore;

namespace Dashboard.Web.Tests.Explore;

public class FoundTextsTests
{
    private readonly List<string> _sought = [];

    private static CancellationToken Now => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Ten_tiles_that_ask_for_a_text_at_once_look_for_it_once_and_are_told_the_same()
    {
        using var isReady = new ManualResetEventSlim();
        var texts = new FoundTexts(text =>
        {
            lock (_sought)
            {
                _sought.Add(text);
            }

            isReady.Wait(Now);
            return [3, 5];
        });
        var tiles = Enumerable.Range(0, 10).Select(_ => OnItsOwn(() => texts.Of("camp", Now))).ToArray();

        isReady.Set();
        var answers = await Task.WhenAll(tiles);

        Assert.Equal(["camp"], _sought);
        Assert.All(answers, answer => Assert.Same(answers[0], answer));
        Assert.Equal([3L, 5L], answers[0]);
    }

    [Fact]
    public void The_text_not_asked_for_longest_makes_room_and_one_that_has_no_room_by_itself_is_not_kept()
    {
        var texts = new FoundTexts(
            text =>
            {
                _sought.Add(text);
                return new long[text == "large" ? 1_000 : 100];
            },
            mostBytes: 2_500);

        Array.ForEach("a b a c a b large large b".Split(' '), text => texts.Of(text, Now));

        Assert.Equal("a b c b large large", string.Join(' ', _sought));
        Assert.Equal(2 * (800 + 2 + 256), texts.Bytes);
    }

    [Fact]
    public async Task Who_stops_waiting_takes_the_answer_from_nobody_else()
    {
        using var leaves = new CancellationTokenSource();
        using var isReady = new ManualResetEventSlim();
        using var isBegun = new ManualResetEventSlim();
        var texts = new FoundTexts(text =>
        {
            _sought.Add(text);
            isBegun.Set();
            isReady.Wait(Now);
            return [7];
        });
        var first = OnItsOwn(() => texts.Of("camp", leaves.Token));
        isBegun.Wait(Now);
        var leaving = OnItsOwn(() => texts.Of("camp", leaves.Token));
        var staying = OnItsOwn(() => texts.Of("camp", Now));

        await leaves.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => leaving);
        isReady.Set();

        Assert.Equal(7, Assert.Single(await staying));
        Assert.Equal(7, Assert.Single(await first));
        Assert.Throws<OperationCanceledException>(() => texts.Of("camp", leaves.Token));
        Assert.Equal(["camp"], _sought);
    }

    [Fact]
    public async Task A_search_that_fails_for_one_is_made_anew_for_the_other()
    {
        using var isReady = new ManualResetEventSlim();
        using var isBegun = new ManualResetEventSlim();
        var texts = new FoundTexts(text =>
        {
            _sought.Add(text);
            if (_sought.Count > 1)
            {
                return [9];
            }

            isBegun.Set();
            isReady.Wait(Now);
            throw new IOException("the disk is gone");
        });
        var first = OnItsOwn(() => texts.Of("camp", Now));
        isBegun.Wait(Now);
        var second = OnItsOwn(() => texts.Of("camp", Now));

        isReady.Set();

        await Assert.ThrowsAsync<IOException>(() => first);
        Assert.Equal(9, Assert.Single(await second));
    }

    /// <summary>On a thread of its own, so that none waits for a place in the pool.</summary>
    private static Task<long[]> OnItsOwn(Func<long[]> ask) => Task.Factory.StartNew(ask, Now, TaskCreationOptions.LongRunning, TaskScheduler.Default);
}
