using Dashboard.Domain;
using Dashboard.Domain.Incidents;
using Dashboard.Domain.Places;
using Dashboard.Domain.Querying;
using Dashboard.Domain.Time;

namespace Dashboard.Data.Documents;

/// <summary>Reads of an incident's document what questions ask for, which stands at its beginning.</summary>
/// <param name="dataset">The slug of the dataset that the documents belong to.</param>
/// <param name="places">Its places by id.</param>
internal sealed class FactsDocument(string dataset, IReadOnlyDictionary<string, PartName> places)
{
    /// <exception cref="InvalidDataException">It is no document of an incident.</exception>
    public IncidentFacts Read(long number, ReadOnlySpan<byte> json)
    {
        var document = new DocumentReader(json);
        var sources = new SourceIds();
        document.Open();
        document.Skip("id"u8);
        var slug = document.Text("slug"u8);
        var title = document.Text("title"u8);
        var kind = document.Text("kind"u8);
        ReadSources(ref document, "evidence"u8, sources);
        var (statuses, claimants) = ClaimJson.ReadFacts(ref document, "claims"u8, sources);
        var isLead = document.Has("lead"u8) && document.Flag();
        Occurrence? occurrence = document.Has("time"u8) ? OccurrenceJson.Read(ref document) : null;
        ReadSources(ref document, "timeEvidence"u8, sources);
        var placeIds = document.Texts("places"u8);
        var geometry = document.Has("shape"u8) ? GeometryJson.Read(ref document) : null;
        GeoPrecision? precision = document.Has("precision"u8) ? new GeoPrecision(document.Number()) : null;
        ReadSources(ref document, "shapeEvidence"u8, sources);
        var actors = InvolvementJson.ReadFacts(ref document, "involved"u8, sources);
        var killed = TollJson.ReadFacts(ref document, "killed"u8, sources);
        var injured = TollJson.ReadFacts(ref document, "injured"u8, sources);
        WeaponJson.ReadFacts(ref document, "weapons"u8, sources);
        AddSources(geometry, sources);
        IReadOnlyList<GeoPoint> drawn = geometry is null ? [] : [.. geometry.DrawnPoints];
        return new IncidentFacts
        {
            Number = number,
            Dataset = dataset,
            Slug = slug,
            Title = title,
            Kind = new IncidentKind(kind),
            IsLead = isLead,
            Occurrence = occurrence,
            DrawnPoints = drawn,
            IsPlaced = drawn.Count > 0,
            Precision = precision,
            Place = placeIds.Count == 0 ? null : places.GetValueOrDefault(placeIds[0])?.Name,
            Countries = CountriesOf(placeIds),
            ActorIds = actors,
            ClaimantIds = claimants,
            SourceIds = sources.Ids,
            Statuses = statuses,
            Killed = killed,
            Injured = injured,
        };
    }

    private List<string> CountriesOf(ValueList<string> placeIds)
    {
        List<string> countries = [];
        foreach (var id in placeIds)
        {
            if (places.GetValueOrDefault(id)?.Country is { } country && !countries.Contains(country))
            {
                countries.Add(country);
            }
        }

        return countries;
    }

    private static void ReadSources(ref DocumentReader document, ReadOnlySpan<byte> property, SourceIds sources)
    {
        if (document.Has(property))
        {
            EvidenceJson.ReadSources(ref document, sources);
        }
    }

    private static void AddSources(Geometry? geometry, SourceIds sources)
    {
        foreach (var basis in geometry is RouteGeometry route ? route.Stops.SelectMany(stop => stop.Basis) : [])
        {
            if (basis.SourceId is { } id)
            {
                sources.Add(id);
            }
        }
    }
}
