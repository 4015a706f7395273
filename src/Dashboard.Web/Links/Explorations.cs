using Dashboard.Data;
using Dashboard.Data.Links;
using Dashboard.Domain.Sharing;
using Dashboard.Web.Explore;

namespace Dashboard.Web.Links;

/// <summary>What is explored: the whole store, and for each link that shows something else an exploration of its own, over what it may show.</summary>
public sealed class Explorations : IDisposable
{
    private readonly DashboardStore _store;
    private readonly LinkDesk _desk;
    private readonly TimeProvider _time;

    public Explorations(DashboardStore store, ILogger<Exploration> log, TimeProvider time)
    {
        (_store, _time) = (store, time);
        Excerpt.DeleteLeftovers(store);
        Whole = new Exploration(store, log, time);
        _desk = new LinkDesk(Whole, log, time);
    }

    /// <summary>All that there is.</summary>
    public Exploration Whole { get; }

    /// <summary>The link that a token opens now; null where it opens nothing.</summary>
    public SharedLink? Find(string? token) => _store.Links.Find(token) is { IsPlain: false } link ? link : null;

    /// <summary>What a link shows, as soon as it is ready.</summary>
    /// <param name="revisionName">Of what it showed before, to a page that is open still; null for what it shows now.</param>
    /// <param name="patience">How long to wait; null waits to the end.</param>
    /// <returns>To be disposed by who looks at it no more. Null where it was not ready in time.</returns>
    /// <exception cref="OperationCanceledException">Who asked wants it no more.</exception>
    internal async Task<Loan?> OpenAsync(SharedLink link, string? revisionName, TimeSpan? patience, CancellationToken stop) =>
        link.IsSpecial ? await _desk.OpenAsync(link, revisionName, patience, stop) : new Loan(Whole, ViewOf(link), null);

    /// <summary>What a live link shows of the present revision, and of no other, as soon as it is ready.</summary>
    /// <returns>To be disposed by who looks at it no more.</returns>
    /// <exception cref="OperationCanceledException">Who asked wants it no more.</exception>
    internal Task<Loan> OpenPresentAsync(SharedLink link, CancellationToken stop) => _desk.OpenPresentAsync(link, stop);

    public void Dispose()
    {
        _desk.Dispose();
        Whole.Stop();
    }

    private static Domain.Querying.ViewState ViewOf(SharedLink link) => Domain.Querying.ViewStateCodec.Parse(link.Query).View;
}
