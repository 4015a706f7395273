using Dashboard.Domain.Places;
using Dashboard.Domain.Querying;
using Dashboard.Domain.Sources;
using Dashboard.Domain.Time;

namespace Dashboard.Data.Documents;

/// <summary>Reads of an incident's document what questions ask for, which stands at its beginning.</summary>
/// <param name="dataset">The slug of the dataset that the documents belong to.</param>
/// <param name="values">Its places and what else they name.</param>
/// <param name="known">Tells when something became known.</param>
internal sealed class FactsDocument(string dataset, DatasetValues values, KnownFacts known)
{
    /// <exception cref="InvalidDataException">It is no document of an incident.</exception>
    public IncidentFacts Read(long number, ReadOnlySpan<byte> json)
    {
        var document = new DocumentReader(json);
        var sources = new SourceIds(known);
        document.Open();
        var id = document.Cut("id"u8);
        var slug = document.Text("slug"u8);
        var title = document.Text("title"u8);
        var kind = document.Text("kind"u8, values.Kinds);
        ReadSources(ref document, "evidence"u8, sources);
        var claims = ClaimFactsJson.Read(ref document, "claims"u8, id, values, known, sources);
        var isLead = document.Has("lead"u8) && document.Flag();
        Occurrence? occurrence = document.Has("time"u8) ? OccurrenceJson.Read(ref document) : null;
        ReadSources(ref document, "timeEvidence"u8, sources);
        var (place, countries) = ReadPlaces(ref document, "places"u8);
        var drawn = document.Has("shape"u8) ? GeometryJson.ReadFacts(ref document, sources) : [];
        GeoPrecision? precision = document.Has("precision"u8) ? new GeoPrecision(document.Number()) : null;
        ReadSources(ref document, "shapeEvidence"u8, sources);
        var actors = InvolvementJson.ReadFacts(ref document, "involved"u8, values.ActorIds, sources);
        var killed = TollJson.ReadFacts(ref document, "killed"u8, sources, LastDay(claims, ClaimTopic.Killed));
        var injured = TollJson.ReadFacts(ref document, "injured"u8, sources, LastDay(claims, ClaimTopic.Injured));
        WeaponJson.ReadFacts(ref document, "weapons"u8, sources);
        return new IncidentFacts
        {
            Number = number,
            Dataset = dataset,
            Slug = slug,
            Title = title,
            Kind = kind,
            IsLead = isLead,
            Occurrence = occurrence,
            DrawnPoints = drawn,
            IsPlaced = drawn.Count > 0,
            Precision = precision,
            Place = place,
            Countries = countries,
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

    /// <summary>The name of the first place, and the countries of all of them, each once.</summary>
    private (string? First, IReadOnlyList<string> Countries) ReadPlaces(ref DocumentReader document, ReadOnlySpan<byte> property)
    {
        if (!document.Has(property))
        {
            return (null, []);
        }

        var (first, isFirst) = (default(string), true);
        List<string> countries = [];
        document.Open();
        for (; !document.TryClose(); isFirst = false)
        {
            var place = document.Text(values.Places);
            first = isFirst ? place?.Name : first;
            if (place?.Country is { } country && !countries.Contains(country))
            {
                countries.Add(country);
            }
        }

        return (first, countries);
    }

    private static void ReadSources(ref DocumentReader document, ReadOnlySpan<byte> property, SourceIds sources)
    {
        if (document.Has(property))
        {
            EvidenceJson.ReadSources(ref document, sources);
        }
    }
}
