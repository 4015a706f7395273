using Dashboard.Web.Explore;

namespace Dashboard.Web.Tests.Explore;

public class AnswerCacheTests
{
    private readonly AnswerCache _cache = new(mostBytes: 3_000);
    private readonly List<string> _made = [];

    private static CancellationToken Now => TestContext.Current.CancellationToken;

    /// <summary>What was made, and how many bytes are kept.</summary>
    private string State => $"{string.Join(' ', _made)}: {_cache.Bytes}";

    [Fact]
    public async Task An_answer_is_made_once_and_the_one_not_asked_for_longest_makes_room()
    {
        await AskAsync("a", 1000);
        await AskAsync("b", 1000);
        await AskAsync("a", 1000);
        await AskAsync("c", 2000);
        Assert.Equal("a b c: 3000", State);

        await AskAsync("a", 1000);
        await AskAsync("b", 1000);
        Assert.Equal("a b c b: 2000", State);
    }

    [Fact]
    public async Task What_has_no_room_by_itself_is_not_kept_and_drives_nothing_out()
    {
        await AskAsync("a", 1000);
        await AskAsync("large", 3100);
        await AskAsync("large", 3100);
        await AskAsync("a", 1000);
        Assert.Equal("a large large: 1000", State);
    }

    [Fact]
    public async Task A_question_that_fails_is_asked_anew()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => _cache.GetOrMakeAsync("a", _ => throw new InvalidOperationException(), Now));
        await AskAsync("a", 1000);
        Assert.Equal("a: 1000", State);
    }

    [Fact]
    public async Task Who_asks_for_what_is_being_made_gets_that_also_when_the_first_who_asked_has_left()
    {
        using var leaves = new CancellationTokenSource();
        using var isDone = new ManualResetEventSlim();
        var first = _cache.GetOrMakeAsync("a", Make, leaves.Token);
        var second = _cache.GetOrMakeAsync("a", Make, Now);
        var third = _cache.GetOrMakeAsync("a", Make, Now);

        await leaves.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        isDone.Set();

        Assert.Same(await second, await third);
        Assert.Equal("a: 1000", State);

        KeptAnswer Make(CancellationToken stop)
        {
            _made.Add("a");
            isDone.Wait(stop);
            return Answer(1000);
        }
    }

    [Fact]
    public async Task What_nobody_waits_for_any_more_is_given_up()
    {
        var (isBegun, isGivenUp) = (new TaskCompletionSource(), new TaskCompletionSource());
        using var leaves = new CancellationTokenSource();
        var asked = Enumerable.Range(0, 2).Select(_ => _cache.GetOrMakeAsync("a", Endless, leaves.Token)).ToArray();
        await isBegun.Task.WaitAsync(Now);

        await leaves.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Task.WhenAll(asked));
        await isGivenUp.Task.WaitAsync(Now);
        await AskAsync("a", 1000);
        Assert.Equal("a: 1000", State);

        KeptAnswer Endless(CancellationToken stop)
        {
            isBegun.SetResult();
            stop.WaitHandle.WaitOne();
            isGivenUp.SetResult();
            stop.ThrowIfCancellationRequested();
            throw new InvalidOperationException("it was not told to stop");
        }
    }

    private static KeptAnswer Answer(int size) => new(new byte[size - new KeptAnswer([]).Size]);

    private async Task AskAsync(string question, int size)
    {
        var answer = await _cache.GetOrMakeAsync(question, _ =>
        {
            _made.Add(question);
            return Answer(size);
        }, Now);
        Assert.Equal(size, answer.Size);
    }
}
