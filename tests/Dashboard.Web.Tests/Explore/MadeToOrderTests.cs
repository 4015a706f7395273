using System.Collections.Concurrent;
using Dashboard.Web.Explore;
using Dashboard.Web.Tests.Harness;
using Microsoft.Extensions.Logging.Abstractions;

namespace Dashboard.Web.Tests.Explore;

/// <summary>What takes a while is made when it is asked for, once for all who ask, and given up when nobody wants it any more.</summary>
public sealed class MadeToOrderTests : IDisposable
{
    private readonly HandTimer _clock = new();
    private readonly BlockingCollection<string> _begun = [];
    private readonly ConcurrentQueue<string> _givenUp = new();
    private readonly ConcurrentQueue<string> _letGo = new();
    private readonly SemaphoreSlim _mayEnd = new(0);
    private readonly MadeToOrder<string, string> _made;

    public MadeToOrderTests() => _made = new MadeToOrder<string, string>("words", NullLogger.Instance, _clock)
    {
        Make = Make,
        Surplus = (_, kept) => kept.Skip(1),
        LetGo = _letGo.Enqueue,
        ComesBackWithin = TimeSpan.FromSeconds(10),
    };

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _made.Dispose();
        _begun.Dispose();
        _mayEnd.Dispose();
    }

    [Fact]
    public async Task It_is_made_once_for_all_who_ask()
    {
        var asked = Enumerable.Range(0, 5).Select(_ => _made.MakeAsync("a", null, Stop)).ToList();
        _mayEnd.Release(5);

        Assert.Equal("A A A A A", string.Join(' ', await Task.WhenAll(asked)));
        Assert.Equal(["a"], _begun);
        Assert.Equal(("A", null), (Kept("A"), Kept("B")));
    }

    [Fact]
    public async Task One_is_made_at_a_time_in_the_order_in_which_they_were_asked_for()
    {
        var asked = new[] { "a", "b", "c" }.Select(key => _made.MakeAsync(key, null, Stop)).ToList();
        Assert.Equal("a", _begun.Take(Stop));
        Assert.Empty(_begun);
        _mayEnd.Release(3);

        Assert.Equal("A B C", string.Join(' ', await Task.WhenAll(asked)));
        Assert.Equal(["b", "c"], _begun);
    }

    [Fact]
    public async Task What_there_is_no_room_for_is_let_go_but_not_what_was_asked_for_since()
    {
        _mayEnd.Release(3);
        await _made.MakeAsync("a", null, Stop);
        await _made.MakeAsync("b", null, Stop);
        Assert.Equal("A", Kept("A"));
        await _made.MakeAsync("c", null, Stop);

        Assert.Equal(["B"], _letGo);
        _made.Dispose();
        Assert.Equal(["A", "B", "C"], _letGo.Order());
    }

    [Fact]
    public async Task What_the_only_one_who_waits_wants_no_more_is_given_up_and_made_anew_for_the_next()
    {
        using var superseded = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        var first = _made.MakeAsync("a", null, superseded.Token);
        _begun.Take(Stop);
        await superseded.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        var second = _made.MakeAsync("a", null, Stop);
        _begun.Take(Stop);
        _mayEnd.Release();

        Assert.Equal("A", await second);
        Assert.Equal(["a"], _givenUp);
    }

    [Fact]
    public async Task Who_went_away_to_come_back_is_waited_for_a_while()
    {
        Assert.Null(await _made.MakeAsync("a", TimeSpan.Zero, Stop));
        Assert.Equal("a", _begun.Take(Stop));
        _clock.Move(TimeSpan.FromSeconds(9));
        _made.Expect("b");
        Assert.Empty(_givenUp);
        _clock.Move(TimeSpan.FromSeconds(9));
        var last = _made.MakeAsync("c", null, Stop);
        Assert.Equal("b", _begun.Take(Stop));
        _mayEnd.Release(2);

        Assert.Equal("C", await last);
        Assert.Equal(["c"], _begun);
        Assert.Equal(["a"], _givenUp);
    }

    [Fact]
    public async Task Whoever_waits_hears_what_went_wrong_and_the_next_one_is_made()
    {
        var fails = _made.MakeAsync("", null, Stop);
        var works = _made.MakeAsync("a", null, Stop);
        _mayEnd.Release(2);

        Assert.Equal("there is no such word", (await Assert.ThrowsAsync<InvalidDataException>(() => fails)).Message);
        Assert.Equal("A", await works);
    }

    [Fact]
    public async Task Nobody_waits_any_more_when_it_ends()
    {
        var underWay = _made.MakeAsync("a", null, Stop);
        var next = _made.MakeAsync("b", null, Stop);
        _begun.Take(Stop);
        _made.Dispose();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => underWay);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => next);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => _made.MakeAsync("a", null, Stop));
        Assert.Equal(["a"], _givenUp);
    }

    private string? Kept(string word) => _made.Find(kept => kept.FirstOrDefault(one => one == word), found => found);

    private string Make(string key, CancellationToken stop)
    {
        _begun.Add(key, CancellationToken.None);
        try
        {
            _mayEnd.Wait(stop);
        }
        catch (OperationCanceledException)
        {
            _givenUp.Enqueue(key);
            throw;
        }

        return key.Length > 0 ? key.ToUpperInvariant() : throw new InvalidDataException("there is no such word");
    }
}
