using Dashboard.Data;

namespace Dashboard.Web.Explore;

/// <summary>
/// Revisions that are not the present one any more, for who asks what was there on a day: made when they are asked for, and
/// the last few of them kept.
/// </summary>
public sealed class EarlierRevisions : IDisposable
{
    /// <summary>How many are kept beside the present one.</summary>
    public const int MostKept = 2;

    private readonly MadeToOrder<long, ExploredRevision> _made;

    public EarlierRevisions(DashboardStore store, ILogger log, TimeProvider time) => _made = new MadeToOrder<long, ExploredRevision>("earlier revision", log, time)
    {
        Make = (revision, stop) => ExploredRevision.At(store, revision, stop),
        Surplus = (_, kept) => kept.Skip(MostKept - 1),
        ComesBackWithin = TimeSpan.FromSeconds(15),
    };

    /// <summary>The revision, if it is there already.</summary>
    public ExploredRevision? Find(long revision) => _made.Find(kept => kept.FirstOrDefault(kept => kept.Index.Revision == revision), found => found);

    /// <summary>The revision as it is there, or as soon as it is made.</summary>
    /// <param name="patience">How long to wait; null waits to the end. Who waited in vain may ask again: it goes on being made for a while.</param>
    /// <returns>Null where it was not made in time.</returns>
    /// <exception cref="OperationCanceledException">Who asked wants it no more: what nobody else waits for is given up.</exception>
    public async Task<ExploredRevision?> FindOrMakeAsync(long revision, TimeSpan? patience, CancellationToken stop) =>
        Find(revision) ?? await _made.MakeAsync(revision, patience, stop);

    public void Dispose() => _made.Dispose();
}
