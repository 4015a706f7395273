using Dashboard.Domain.Querying;
using Dashboard.Web.Explore;

namespace Dashboard.Web.Links;

/// <summary>What one link shows, lent to one request or one circuit: as long as anybody has it, it stays.</summary>
/// <param name="view">What whoever opens the link begins with.</param>
/// <param name="giveBack">Null where there is nothing to be given back.</param>
internal sealed class Loan(Exploration exploration, ViewState view, Action? giveBack) : IDisposable
{
    private Action? _giveBack = giveBack;

    public Exploration Exploration => exploration;

    public ViewState View => view;

    public void Dispose() => Interlocked.Exchange(ref _giveBack, null)?.Invoke();
}
