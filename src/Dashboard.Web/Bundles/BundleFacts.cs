using System.Text.Encodings.Web;
using System.Text.Json;
using Dashboard.Data.Bundles;
using Dashboard.Domain.Querying;
using Dashboard.Web.Explore;
using Dashboard.Web.KnownThen;
using Dashboard.Web.Sharing;
using Dashboard.Web.Sharing.Citations;

namespace Dashboard.Web.Bundles;

/// <summary>What a bundle says of its view, and of its files, for programs.</summary>
internal static class BundleFacts
{
    private const int Format = 1;

    private static readonly JsonSerializerOptions _json = new()
    {
        // Read as JSON, never as part of a page: names in any script stay legible.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        WriteIndented = true,
        NewLine = "\n",
    };

    /// <summary>The file <c>view.json</c>.</summary>
    public static string Of(SharedView shared, string root)
    {
        var query = shared.View.Query;
        return Written(new
        {
            Format,
            shared.Title,
            Address = root + ViewAddress.Of(shared.View),
            Query = ViewStateCodec.Format(shared.View),
            shared.Filters,
            Window = shared.Period,
            AsKnownOn = query.AsOf is { } day ? KnownView.Word(day) : null,
            AsClaimedBy = shared.Lens?.Name,
            Counts = new
            {
                Words = shared.Counted,
                Incidents = shared.Count,
                shared.Found.Leads,
                OfIncidents = shared.Total,
                shared.Found.Undated,
                shared.Found.NotPlaced,
            },
            Datasets = shared.AskedDatasets.Select(dataset => new { dataset.Slug, dataset.Title, dataset.Codebook, dataset.Version, dataset.Licence, dataset.Attribution }),
            Revision = Revision(shared),
            Citation = CitationOf(shared, root),
        });
    }

    /// <summary>The file <c>manifest.json</c>.</summary>
    public static string Manifest(SharedView shared, string root, IEnumerable<BundledFileInfo> files) => Written(new
    {
        Format,
        Address = root + ViewAddress.Of(shared.View),
        Revision = Revision(shared),
        Files = files.OrderBy(file => file.Name, StringComparer.Ordinal),
    });

    /// <summary>Without the day on which it was seen, which is no part of a bundle.</summary>
    public static string CitationOf(SharedView shared, string root)
    {
        var citation = Citation.Of(shared, root, DateOnly.FromDateTime(shared.Committed.UtcDateTime));
        return $"{citation.Title}. {Citation.Publisher}. {citation.Version}. {citation.Note} {citation.Address}";
    }

    private static object Revision(SharedView shared) => new
    {
        Number = shared.Revision.Index.Revision,
        Name = shared.Revision.RevisionName,
        Committed = shared.Committed.UtcDateTime,
    };

    private static string Written<T>(T facts) => JsonSerializer.Serialize(facts, _json) + "\n";
}
