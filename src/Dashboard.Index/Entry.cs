using Dashboard.Domain;
using Dashboard.Domain.Incidents;
using Dashboard.Domain.Places;
using Dashboard.Domain.Sources;

namespace Dashboard.Index;

/// <summary>
/// One incident with what its dataset says about it, as the columns and facets read it while the index is built.
/// </summary>
internal sealed record Entry(string Dataset, Incident Incident, IReadOnlyList<Place> Places, IReadOnlyList<Claim> Claims)
{
    /// <summary>The sources that carry the incident or one of its claims.</summary>
    public IEnumerable<string> SourceIds => Incident.Bases
        .Concat(Claims.SelectMany(claim => claim.Evidence.Basis))
        .Select(basis => basis.SourceId)
        .Concat(Claims.Select(claim => claim.SourceId))
        .OfType<string>()
        .Distinct();

    /// <summary>
    /// The incidents of all datasets in the order of rows: by start, then slug, undated last. References are resolved
    /// within each dataset; one that leads nowhere is refused.
    /// </summary>
    public static Entry[] Collect(IReadOnlyList<Dataset> datasets)
    {
        var entries = datasets.SelectMany(Of).ToArray();
        RefuseTwins(entries, entry => entry.Incident.Id, "id");
        RefuseTwins(entries, entry => entry.Incident.Slug, "slug");
        return
        [
            .. entries
                .OrderBy(entry => entry.Incident.Occurrence is null)
                .ThenBy(entry => entry.Incident.Occurrence?.Start)
                .ThenBy(entry => entry.Incident.Slug, StringComparer.Ordinal),
        ];
    }

    private static IEnumerable<Entry> Of(Dataset dataset)
    {
        var slug = dataset.Description.Slug;
        var places = dataset.Places.ToDictionary(place => place.Id);
        var incidents = dataset.Incidents.Select(incident => incident.Id).ToHashSet();
        if (dataset.Claims.FirstOrDefault(claim => !incidents.Contains(claim.IncidentId)) is { } stray)
        {
            throw new RefusedException($"dataset {slug}: claim {stray.Id} is about {stray.IncidentId}, which is not an incident of it");
        }

        var claims = dataset.Claims.ToLookup(claim => claim.IncidentId);
        return dataset.Incidents.Select(incident => new Entry(
            slug,
            incident,
            [.. incident.PlaceIds.Select(id => places.TryGetValue(id, out var place)
                ? place
                : throw new RefusedException($"dataset {slug}: incident {incident.Id} names place {id}, which is not in it"))],
            [.. claims[incident.Id]]));
    }

    private static void RefuseTwins(Entry[] entries, Func<Entry, string> name, string what)
    {
        if (entries.CountBy(name).FirstOrDefault(pair => pair.Value > 1) is { Key: { } twin })
        {
            throw new RefusedException($"two incidents have the {what} {twin}");
        }
    }
}
