using Dashboard.Domain.Sharing;
using Dashboard.Web.Explore;

namespace Dashboard.Web.Links;

/// <summary>
/// Makes what links show, and keeps the last few for all who open them. A link to the present that was shown before goes on showing
/// that until the next is ready, as every page does.
/// </summary>
internal sealed class LinkDesk(Exploration whole, ILogger log, TimeProvider time) : IDisposable
{
    /// <summary>How many are kept when nobody looks at them.</summary>
    public const int MostKept = 8;

    private readonly MadeToOrder<Wanted, LinkedExcerpt> _made = new("what a link shows", log, time)
    {
        Make = (wanted, stop) => LinkedExcerpt.Make(whole, wanted.Link, wanted.Revision, log, time, stop),
        Surplus = Surplus,
        LetGo = excerpt => excerpt.Drop(),
        ComesBackWithin = TimeSpan.FromSeconds(30),
    };

    /// <returns>Null where it was not ready in time.</returns>
    /// <exception cref="OperationCanceledException">Who asked wants it no more.</exception>
    public async Task<Loan?> OpenAsync(SharedLink link, string? revisionName, TimeSpan? patience, CancellationToken stop)
    {
        var wanted = new Wanted(link, link.FrozenAt ?? whole.Present.Index.Revision);
        if ((Lend(link, kept => kept.RevisionName == revisionName) ?? Lend(wanted)) is { } there)
        {
            return there;
        }

        // The one before stands in for it: nobody waits where something can be shown.
        if (Lend(link, _ => true) is { } before)
        {
            _made.Expect(wanted);
            return before;
        }

        return await MakeAsync(wanted, patience, stop);
    }

    /// <summary>What a live link shows of the present revision; nothing stands in for it.</summary>
    /// <exception cref="OperationCanceledException">Who asked wants it no more.</exception>
    public async Task<Loan> OpenPresentAsync(SharedLink link, CancellationToken stop)
    {
        var wanted = new Wanted(link, whole.Present.Index.Revision);
        return Lend(wanted) ?? (await MakeAsync(wanted, patience: null, stop))!;
    }

    public void Dispose() => _made.Dispose();

    private async Task<Loan?> MakeAsync(Wanted wanted, TimeSpan? patience, CancellationToken stop)
    {
        while (await _made.MakeAsync(wanted, patience, stop) is not null)
        {
            // Others may have pushed it out already.
            if (Lend(wanted) is { } made)
            {
                return made;
            }
        }

        return null;
    }

    private Loan? Lend(Wanted wanted) => Lend(wanted.Link, kept => kept.Revision == wanted.Revision);

    private Loan? Lend(SharedLink link, Func<LinkedExcerpt, bool> isWanted) =>
        _made.Find(all => all.Where(kept => kept.Link == link.Number && isWanted(kept)).MaxBy(kept => kept.Revision), found => found.Lend());

    /// <summary>Pages that are open have the one before.</summary>
    private static IEnumerable<LinkedExcerpt> Surplus(LinkedExcerpt made, IEnumerable<LinkedExcerpt> kept) =>
        kept.Where(other => other.Link == made.Link).OrderByDescending(other => other.Revision).Skip(1)
            .Concat(kept.Where(other => other.Link != made.Link).Skip(MostKept - 1));

    /// <summary>What a link shows of a revision.</summary>
    private sealed record Wanted(SharedLink Link, long Revision)
    {
        public bool Equals(Wanted? other) => other is not null && other.Link.Number == Link.Number && other.Revision == Revision;

        public override int GetHashCode() => HashCode.Combine(Link.Number, Revision);

        /// <summary>Nothing of what opens it, or of what it shows, belongs in a log.</summary>
        public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"(link {Link.Number} at revision {Revision})");
    }
}
