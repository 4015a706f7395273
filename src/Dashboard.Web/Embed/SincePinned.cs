using System.Globalization;
using Dashboard.Domain.Querying;
using Dashboard.Domain.Sharing;
using Dashboard.Web.Corrections;
using Dashboard.Web.Endpoints;
using Dashboard.Web.Explore;
using Dashboard.Web.Links;

namespace Dashboard.Web.Embed;

/// <summary>
/// What a frame that stays at one revision says of what came after: how many corrections there were of the incidents that it shows. Where
/// its link keeps something of them back, no more than that there were some, whatever the address asks for.
/// </summary>
/// <param name="Words">"3 corrections since this was pinned".</param>
/// <param name="Address">Where they are told; null where whoever looks at the frame may not see them.</param>
public sealed record SincePinned(string Words, string? Address)
{
    private const string Somehow = "The data have changed since this was pinned";

    /// <param name="drawn">The revision that the frame shows.</param>
    /// <param name="view">What it shows of that.</param>
    /// <returns>Null where it is not pinned, and where nothing was corrected.</returns>
    /// <exception cref="OperationCanceledException">Who asked wants it no more.</exception>
    internal static async Task<SincePinned?> OfAsync(Explorations explorations, Seen seen, ExploredRevision drawn, ViewState view, bool readersNeedLink, CancellationToken stop)
    {
        var (whole, link) = (explorations.Whole, seen.Link);
        var (present, pinned) = (whole.Present, link is { IsSpecial: true } ? link.FrozenAt : view.Query.AsOf is null ? null : drawn.Index.Revision);
        if (pinned is not { } number || number >= present.Index.Revision)
        {
            return null;
        }

        if (await whole.NumberedAsync(number, NotReady.Patience, stop) is not { } then)
        {
            return new SincePinned(Somehow, null);
        }

        var asked = view.Query with { AsOf = null, Lens = null, Link = null };
        if (link is not { IsSpecial: true } || link.Redaction.IsNone)
        {
            return Of(CorrectionList.Count(whole.Store, present, then, asked), readersNeedLink ? null : CorrectionsAddress.OfPage(asked, since: number));
        }

        var shown = LinkedQuery.Applied(ViewStateCodec.Parse(link.Query).View.Query, link.Redaction);
        return link.Redaction.ChangesIncidents
            ? CorrectionList.Count(whole.Store, present, then, shown) == 0 ? null : new SincePinned(Somehow, null)
            : Of(CorrectionList.Count(whole.Store, present, then, asked, shown), null);
    }

    private static SincePinned? Of(int? count, string? address) => count switch
    {
        0 => null,
        null => new SincePinned(Somehow, address),
        1 => new SincePinned("1 correction since this was pinned", address),
        > CorrectionList.PageLength => new SincePinned(string.Create(CultureInfo.InvariantCulture, $"More than {CorrectionList.PageLength} corrections since this was pinned"), address),
        { } some => new SincePinned(string.Create(CultureInfo.InvariantCulture, $"{some} corrections since this was pinned"), address),
    };
}
