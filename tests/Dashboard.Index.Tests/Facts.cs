using Dashboard.Domain;
using Dashboard.Domain.Incidents;
using Dashboard.Domain.Querying;
using Dashboard.Domain.Sources;
using Dashboard.Domain.Time;
using Dashboard.Index.Tiles;

namespace Dashboard.Index.Tests;

/// <summary>Indexes whole datasets: what a store does, which the index never sees.</summary>
internal static class Facts
{
    public static IncidentIndex Index(params IReadOnlyList<Dataset> datasets) => Index(1, datasets);

    public static IncidentIndex Index(long revision, IReadOnlyList<Dataset> datasets) =>
        Built(new IndexBuilder(revision, Described(datasets)), datasets);

    /// <summary>With everything that makes counting many points quick, and one way to count them.</summary>
    public static IncidentIndex Index(IReadOnlyList<Dataset> datasets, Plan plan) =>
        Built(new IndexBuilder(1, Described(datasets)) { FewPoints = 0, Plan = plan }, datasets);

    private static IndexedDataset[] Described(IReadOnlyList<Dataset> datasets) =>
        [.. datasets.Select(dataset => new IndexedDataset(dataset.Description, dataset.Actors, dataset.Sources))];

    private static IncidentIndex Built(IndexBuilder builder, IReadOnlyList<Dataset> datasets)
    {
        foreach (var facts in Of(datasets))
        {
            builder.Add(facts);
        }

        return builder.Build();
    }

    /// <summary>Incidents are numbered 10, 13, 16 … in the order in which they stand.</summary>
    public static IEnumerable<IncidentFacts> Of(IReadOnlyList<Dataset> datasets) =>
        from pair in datasets.SelectMany(dataset => dataset.Incidents.Select(incident => (dataset, incident))).Index()
        let dataset = pair.Item.dataset
        let incident = pair.Item.incident
        let claims = dataset.Claims.Where(claim => claim.IncidentId == incident.Id).ToArray()
        let places = incident.PlaceIds.Select(id => dataset.Places.Single(place => place.Id == id)).ToArray()
        select new IncidentFacts
        {
            Number = NumberOf(pair.Index),
            Dataset = dataset.Description.Slug,
            Slug = incident.Slug,
            Title = incident.Title,
            Kind = incident.Kind,
            IsLead = incident.IsLead,
            Occurrence = incident.Occurrence,
            DrawnPoints = [.. incident.Geometry?.DrawnPoints ?? []],
            IsPlaced = incident.IsPlaced,
            Precision = incident.Precision,
            Place = places.FirstOrDefault()?.Name,
            Countries = [.. places.Select(place => place.Country).OfType<string>().Distinct()],
            ActorIds = [.. incident.Involvements.Select(involvement => involvement.ActorId).Distinct()],
            SourceIds = [.. SourcesOf(incident, claims)],
            SourceDays = [.. SourcesOf(incident, claims).Select(id => FirstDay(id, incident, claims, dataset))],
            Claims = [.. claims.Select(claim => ToFacts(claim, claims, dataset))],
            Statuses = [.. claims.Select(claim => claim.Status).Distinct()],
            Killed = incident.Killed.Toll,
            Injured = incident.Injured.Toll,
        };

    public static long NumberOf(int position) => 10 + (3 * position);

    /// <summary>A claim with the day on which it ceased to stand, if any tells.</summary>
    public static ClaimFacts ToFacts(Claim claim, IReadOnlyList<Claim> claims, Dataset dataset)
    {
        var known = new KnownOn(DateOnly.MaxValue, dataset.Sources);
        var topic = claim.Predicate switch
        {
            TollPredicate.Killed => ClaimTopic.Killed,
            TollPredicate.Injured => ClaimTopic.Injured,
            _ => ClaimTopic.Other,
        };
        return new ClaimFacts
        {
            ClaimantId = claim.Claimant.ActorId,
            SourceId = claim.SourceId,
            Day = known.DayOf(claim),
            Status = claim.Status,
            TurnDay = known.TurnOf(claim, claims, [])?.Day,
            Topic = topic,
            Number = topic == ClaimTopic.Other ? null : claim.Number,
        };
    }

    /// <summary>The sources that carry an incident or one of its claims.</summary>
    public static IEnumerable<string> SourcesOf(Incident incident, IEnumerable<Claim> claims) =>
        incident.Bases.Concat(claims.SelectMany(claim => claim.Evidence.Basis)).Select(basis => basis.SourceId).Concat(claims.Select(claim => claim.SourceId)).OfType<string>().Distinct();

    /// <summary>The first day on which a source carries an incident, found by asking on every day on which anything is said.</summary>
    private static DateOnly? FirstDay(string source, Incident incident, IReadOnlyList<Claim> claims, Dataset dataset)
    {
        var days = dataset.Sources.Select(one => one.Date).Concat(claims.Select(claim => claim.Date)).OfType<PartialDate>().Select(date => date.Earliest);
        var first = days.Append(DateOnly.MinValue).Order().First(day =>
        {
            var known = new KnownOn(day, dataset.Sources);
            return dataset.Sources.All(one => one.Id != source || known.Has(one)) && SourcesOf(known.Of(incident, claims, _ => true), claims.Where(known.Has)).Contains(source);
        });
        return first == DateOnly.MinValue ? null : first;
    }
}
