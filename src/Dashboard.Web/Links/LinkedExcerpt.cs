using Dashboard.Data.Links;
using Dashboard.Domain.Querying;
using Dashboard.Domain.Sharing;
using Dashboard.Web.Explore;

namespace Dashboard.Web.Links;

/// <summary>What one link shows of one revision, ready to be explored; it goes when it is dropped and nobody looks at it any more.</summary>
internal sealed class LinkedExcerpt
{
    private readonly Lock _lock = new();
    private readonly Excerpt _excerpt;
    private readonly Exploration _exploration;
    private readonly ViewState _view;
    private int _loans;
    private bool _isDropped;

    private LinkedExcerpt(SharedLink link, long revision, Excerpt excerpt, Exploration exploration, ViewState view) =>
        (Link, Revision, _excerpt, _exploration, _view) = (link.Number, revision, excerpt, exploration, view);

    public long Link { get; }

    public long Revision { get; }

    /// <summary>What its data are called in addresses.</summary>
    public string RevisionName => _exploration.Present.RevisionName;

    /// <exception cref="OperationCanceledException">It was told to stop; nothing is left of it.</exception>
    public static LinkedExcerpt Make(Exploration whole, SharedLink link, long revision, ILogger log, TimeProvider time, CancellationToken stop)
    {
        var view = ViewStateCodec.Parse(link.Query).View;
        var source = whole.NumberedAsync(revision, patience: null, stop).GetAwaiter().GetResult()!;
        var asked = LinkedQuery.Applied(view.Query, link.Redaction);
        var numbers = asked == IncidentQuery.All with { Leads = LeadView.Shown } ? null : source.Index.Numbers(source.Find(asked)).Order().ToList();
        var excerpt = Excerpt.Make(source.Store, link, source.Index.Revision, numbers, stop);
        try
        {
            var left = LinkedQuery.Left(view, link.Redaction, excerpt.SlugOf, id => source.Index.FindLens(id)?.Kind == Index.LensKind.Actor);
            return new LinkedExcerpt(link, revision, excerpt, new Exploration(excerpt.Store, log, time, isKept: false), left);
        }
        catch
        {
            excerpt.Dispose();
            throw;
        }
    }

    public Loan Lend()
    {
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_isDropped && _loans == 0, this);
            _loans++;
        }

        return new Loan(_exploration, _view, GiveBack);
    }

    /// <summary>It is lent to nobody else.</summary>
    public void Drop()
    {
        lock (_lock)
        {
            _isDropped = true;
            if (_loans > 0)
            {
                return;
            }
        }

        Close();
    }

    private void GiveBack()
    {
        lock (_lock)
        {
            if (--_loans > 0 || !_isDropped)
            {
                return;
            }
        }

        Close();
    }

    private void Close()
    {
        _exploration.Stop();
        _excerpt.Dispose();
    }
}
