using System.Text;
using Dashboard.Data;
using Dashboard.Data.Bundles;
using Dashboard.Domain.Querying;
using Dashboard.Web.Endpoints;
using Dashboard.Web.Explore;
using Dashboard.Web.KnownThen;
using Dashboard.Web.Sharing;

namespace Dashboard.Web.Bundles;

/// <summary>
/// What a view shows, to be kept as evidence: its incidents, claims and sources, what the view is, how to read it, and a
/// manifest by which everybody can tell that nothing was altered. The same view of the same revision makes the same bytes.
/// </summary>
/// <param name="Export">The incidents.</param>
/// <param name="Shared">What the view says of itself.</param>
/// <param name="Root">Where the world reaches this server, without a slash at its end; empty where that is not configured.</param>
internal sealed record EvidenceBundle(Export Export, SharedView Shared, string Root)
{
    /// <param name="revision">The one that the day of the view is seen on.</param>
    /// <param name="view">As it is drawn: its day, if it has one, is over.</param>
    /// <param name="publicAddress">As it is configured; null where it is not.</param>
    public static EvidenceBundle Of(ExploredRevision revision, ViewState view, string? publicAddress) =>
        new(Export.Of(revision.Store, revision, view), SharedView.Of(revision, view), publicAddress ?? "");

    /// <summary>Of a store that nobody explores.</summary>
    public static EvidenceBundle OfLast(DashboardStore store, ViewState asked, string? publicAddress, CancellationToken stop)
    {
        var view = asked.Query.AsOf < DateOnly.FromDateTime(DateTime.UtcNow) ? asked : KnownView.Now(asked);
        var last = view.Query.AsOf is { } day ? KnownView.LastOn(store, day) : null;
        var revision = last is not null && last.Id < store.Revision ? ExploredRevision.At(store, last.Id, stop) : ExploredRevision.Last(store, stop);
        return Of(revision, view, publicAddress);
    }

    /// <summary>True where there is nothing to give evidence of.</summary>
    public bool IsEmpty => Export.Numbers.Count == 0;

    /// <summary>Why there is no bundle of a view without incidents.</summary>
    public string EmptyReason
    {
        get
        {
            var asked = new[] { Shared.Period }.OfType<string>().Concat(Shared.Filters).ToList();
            return asked.Count == 0
                ? "There are no incidents, so there is nothing to give evidence of."
                : $"No incident is left by this view ({string.Join(" · ", asked)}), so there is nothing to give evidence of. Take a filter away or widen the window.";
        }
    }

    /// <summary>The same for the same view of the same revision.</summary>
    public string FileName => FormattableString.Invariant($"evidence-{Export.FileName}-revision-{Shared.Revision.Index.Revision}.zip");

    /// <summary>Writes it as fast as it is taken.</summary>
    /// <returns>The SHA-256 of its manifest.</returns>
    public Task<string> WriteAsync(Stream to, CancellationToken stop)
    {
        var claims = Export.Claims(isRaw: false);
        BundledFile[] files =
        [
            Text("README.txt", () => BundleReadme.Of(Shared, Root)),
            Text("view.json", () => BundleFacts.Of(Shared, Root)),
            new("incidents.csv", async (file, stop) => await Export.WriteCsvAsync(file, isRaw: false, stop)),
            new("claims.csv", async (file, stop) => await claims.WriteClaimsAsync(file, stop)),
            new("sources.csv", async (file, stop) => await claims.WriteSourcesAsync(file, stop)),
            new("incidents.geojson", async (file, stop) => await Export.WriteGeoJsonAsync(file, stop, new StandingClock(Shared.Committed))),
        ];
        return BundleWriter.WriteAsync(to, Shared.Committed, files, written => Text("manifest.json", () => BundleFacts.Manifest(Shared, Root, written)), stop);
    }

    private static BundledFile Text(string name, Func<string> text) => new(name, async (file, stop) =>
    {
        await file.WriteAsync(Encoding.UTF8.GetBytes(text()), stop);
        return null;
    });

    /// <summary>What is made of a revision says the time of the revision, whenever it is made.</summary>
    private sealed class StandingClock(DateTimeOffset moment) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => moment;
    }
}
