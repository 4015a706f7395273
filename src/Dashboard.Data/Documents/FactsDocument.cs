using Dashboard.Domain;
using Dashboard.Domain.Incidents;
using Dashboard.Domain.Places;
using Dashboard.Domain.Querying;
using Dashboard.Domain.Sources;
using Dashboard.Domain.Time;

namespace Dashboard.Data.Documents;

/// <summary>Reads of an incident's document what questions ask for, which stands at its beginning.</summary>
/// <param name="dataset">The slug of the dataset that the documents belong to.</param>
/// <param name="places">Its places by id.</param>
/// <param name="known">Tells when something became known.</param>
internal sealed class FactsDocument(string dataset, IReadOnlyDictionary<string, PartName> places, KnownFacts known)
{
    /// <exception cref="InvalidDataException">It is no document of an incident.</exception>
    public IncidentFacts Read(long number, ReadOnlySpan<byte> json)
    {
        var document = new DocumentReader(json);
        var sources = new SourceIds(known.SourceDays);
        document.Open();
        var id = document.Cut("id"u8);
        var slug = document.Text("slug"u8);
        var title = document.Text("title"u8);
        var kind = document.Text("kind"u8);
        ReadSources(ref document, "evidence"u8, sources);
        var claims = ClaimFactsJson.Read(ref document, "claims"u8, id, known, sources);
        var isLead = document.Has("lead"u8) && document.Flag();
        Occurrence? occurrence = document.Has("time"u8) ? OccurrenceJson.Read(ref document) : null;
        ReadSources(ref document, "timeEvidence"u8, sources);
        var placeIds = document.Texts("places"u8);
        var geometry = document.Has("shape"u8) ? GeometryJson.Read(ref document) : null;
        GeoPrecision? precision = document.Has("precision"u8) ? new GeoPrecision(document.Number()) : null;
        ReadSources(ref document, "shapeEvidence"u8, sources);
        var actors = InvolvementJson.ReadFacts(ref document, "involved"u8, sources);
        var killed = TollJson.ReadFacts(ref document, "killed"u8, sources, LastDay(claims, ClaimTopic.Killed));
        var injured = TollJson.ReadFacts(ref document, "injured"u8, sources, LastDay(claims, ClaimTopic.Injured));
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
            SourceIds = sources.Ids,
            SourceDays = sources.Since,
            Statuses = StatusesOf(claims),
            Claims = claims,
            Killed = killed,
            Injured = injured,
        };
    }

    /// <summary>The day from which a reading of the toll holds as it is: all that was claimed of it is known.</summary>
    private static DateOnly? LastDay(List<ClaimFacts> claims, ClaimTopic topic)
    {
        DateOnly? last = null;
        foreach (var claim in claims)
        {
            last = claim.Topic == topic && !(claim.Day <= last) ? claim.Day ?? last : last;
        }

        return last;
    }

    private static List<ClaimStatus> StatusesOf(List<ClaimFacts> claims)
    {
        List<ClaimStatus> statuses = [];
        foreach (var claim in claims)
        {
            if (!statuses.Contains(claim.Status))
            {
                statuses.Add(claim.Status);
            }
        }

        return statuses;
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
