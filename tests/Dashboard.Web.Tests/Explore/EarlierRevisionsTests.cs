using Dashboard.Data;
using Dashboard.Web.Explore;
using Dashboard.Web.Tests.Harness;
using Microsoft.Extensions.Logging.Abstractions;

namespace Dashboard.Web.Tests.Explore;

/// <summary>Earlier revisions are made when they are asked for, one at a time, and the last two are kept.</summary>
public sealed class EarlierRevisionsTests : IDisposable
{
    private readonly ChangedDashboard _changed = new();
    private readonly EarlierRevisions _earlier;

    public EarlierRevisionsTests()
    {
        foreach (var number in Enumerable.Range(1, 4))
        {
            _changed.Add(Revisions.DatasetOf($"dataset-{number}", number));
        }

        _earlier = new EarlierRevisions(_changed.Store, NullLogger.Instance, TimeProvider.System);
    }

    private DashboardStore Store => _changed.Store;

    public void Dispose()
    {
        _earlier.Dispose();
        _changed.Dispose();
    }

    [Fact]
    public async Task Everyone_gets_the_same_one_and_the_one_asked_for_longest_ago_goes()
    {
        var asked = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => MakeAsync(1)));
        await MakeAsync(2);
        Assert.Same(asked[0], _earlier.Find(1));
        await MakeAsync(3);

        Assert.All(asked, made => Assert.Same(asked[0], made));
        Assert.Equal([1, 3, 6], new[] { asked[0], (await MakeAsync(2)), (await MakeAsync(3)) }.Select(made => made!.Index.Total));
        Assert.Equal((false, true, true), (_earlier.Find(1) is not null, _earlier.Find(2) is not null, _earlier.Find(3) is not null));
    }

    [Fact]
    public async Task Who_does_not_wait_finds_it_when_they_come_back()
    {
        var atOnce = await _earlier.FindOrMakeAsync(1, TimeSpan.Zero, TestContext.Current.CancellationToken);
        var later = await MakeAsync(1);

        // Where the machine is quick enough it is there at once.
        Assert.Contains(atOnce, new[] { null, later });
        Assert.Equal(1, later!.Index.Revision);
    }

    [Fact]
    public async Task Who_wants_another_one_stops_waiting_and_gets_that()
    {
        using var superseded = new CancellationTokenSource();
        var first = _earlier.FindOrMakeAsync(1, null, superseded.Token);
        await superseded.CancelAsync();

        Assert.Equal(2, (await MakeAsync(2))!.Index.Revision);
        await Task.WhenAny(first);
        Assert.Equal(superseded.Token.IsCancellationRequested, first.IsCanceled || first.IsCompletedSuccessfully);
        Assert.Equal(1, (await MakeAsync(1))!.Index.Revision);
        Assert.Equal("4-", Store.RevisionName[..2]);
    }

    private Task<ExploredRevision?> MakeAsync(long revision) => _earlier.FindOrMakeAsync(revision, null, TestContext.Current.CancellationToken);
}
