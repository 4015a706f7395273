using Dashboard.Domain;
using Dashboard.Domain.Actors;
using Dashboard.Domain.Incidents;
using Dashboard.Domain.Places;
using Dashboard.Domain.Querying;
using Dashboard.Domain.Sources;
using Dashboard.Domain.Time;

namespace Dashboard.Index.Tests;

/// <summary>What the index must answer, found the slow and plain way: by looking at every incident with every question.</summary>
internal sealed class Oracle(IReadOnlyList<Dataset> datasets)
{
    public IReadOnlyList<Dataset> Datasets => datasets;

    private readonly List<(Dataset Dataset, Incident Incident)> _all =
        [.. datasets.SelectMany(dataset => dataset.Incidents.Select(incident => (dataset, incident)))];

    private readonly Dictionary<string, long> _numbers = datasets.SelectMany(dataset => dataset.Incidents).Index()
        .ToDictionary(pair => pair.Item.Id, pair => Facts.NumberOf(pair.Index));

    private readonly ILookup<string, Claim> _claims = datasets.SelectMany(dataset => dataset.Claims).ToLookup(claim => claim.IncidentId);

    public long NumberOf(Incident incident) => _numbers[incident.Id];

    public string DatasetOf(Incident incident) => _all.Single(pair => pair.Incident == incident).Dataset.Description.Slug;

    public Dataset DatasetFor(Incident incident) => _all.Single(pair => pair.Incident == incident).Dataset;

    /// <summary>The claims that had been made by a day, as they stood then; all of them without a day.</summary>
    public List<Claim> ClaimsOf(Dataset dataset, Incident incident, DateOnly? asOf)
    {
        List<Claim> claims = [.. _claims[incident.Id]];
        if (asOf is not { } day)
        {
            return claims;
        }

        var known = new KnownOn(day, dataset.Sources);
        return [.. claims.Where(known.Has).Select(claim => known.TurnOf(claim, claims, []) is { Day: { } turn } && turn > day ? claim with { Status = ClaimStatus.Asserted } : claim)];
    }

    /// <summary>The incident as it was known on a day.</summary>
    public Incident AsOf(Dataset dataset, Incident incident, DateOnly day)
    {
        var then = ClaimsOf(dataset, incident, day).ToDictionary(claim => claim.Id);
        return new KnownOn(day, dataset.Sources).Of(incident, [.. _claims[incident.Id]], claim => then[claim.Id].Status is not (ClaimStatus.Retracted or ClaimStatus.Superseded));
    }

    /// <summary>False where nobody has the id.</summary>
    public bool HasLens(IncidentQuery query) => query.Lens is { } id
        && (Actors().Any(actor => actor.Id == id) || _all.Exists(pair => SourcesOf(pair.Dataset, pair.Incident, null).Contains(id)));

    /// <summary>True where a claim is the query's lens's.</summary>
    public bool IsOwn(Claim claim, IncidentQuery query) => Actors().Any(actor => actor.Id == query.Lens)
        ? claim.Claimant.ActorId is { } actor && IsAtOrBelow(actor, query.Lens!)
        : claim.SourceId == query.Lens;

    public bool IsMentioned(Incident incident, IncidentQuery query) =>
        ClaimsOf(DatasetFor(incident), incident, query.AsOf).Exists(claim => IsOwn(claim, query));

    public List<Incident> Find(IncidentQuery query, IReadOnlyList<long>? textMatches)
    {
        var found = _all.Where(pair => Meets(pair.Dataset, pair.Incident, query, textMatches)).Select(pair => pair.Incident).ToList();
        found.Sort(ByStartThenSlug);
        return found;
    }

    public FacetCounts Count(IncidentQuery query, IReadOnlyList<long>? textMatches)
    {
        var kinds = Options(Facet.Kind, _all.Select(pair => pair.Incident.Kind.Key), key => key switch
        {
            "attack" => "Attack",
            "strike" => "Strike",
            _ => "Armed clash",
        });
        var countries = Options(Facet.Country, _all.SelectMany(pair => CountriesOf(pair.Dataset, pair.Incident)), code => code switch
        {
            "IQ" => "Iraq",
            "SY" => "Syria",
            _ => "Jordan",
        });
        var sources = Options(Facet.Source, _all.SelectMany(pair => SourcesOf(pair.Dataset, pair.Incident, null)), id => $"Publisher {id}");
        var statuses = Options(Facet.Status, _all.SelectMany(pair => StatusesOf(pair.Dataset, pair.Incident, null)).Concat(HasTurns() ? [ClaimStatus.Asserted] : []).Select(status => status.ToString().ToLowerInvariant()),
            word => Enum.Parse<ClaimStatus>(word, ignoreCase: true).ToString());
        var inDatasets = Options(Facet.Dataset, datasets.Select(dataset => dataset.Description.Slug), slug => datasets.Single(dataset => dataset.Description.Slug == slug).Description.Title, isEmptyListed: true);
        var precision = new PrecisionCounts(
            ((double?[])[1_000, 5_000, 25_000, 100_000, null]).Select(metres => new PlaceDemand(metres, Find(query with { PrecisionMetres = metres }, textMatches).Count)).ToValueList(),
            Enum.GetValues<TimePrecision>().Cast<TimePrecision?>().Append(null).Select(unit => new TimeDemand(unit, Find(query with { TimePrecision = unit }, textMatches).Count)).ToValueList());
        return new FacetCounts(kinds, ActorsBelow(null), countries, sources, statuses, inDatasets, precision, Find(query with { Leads = LeadView.Only }, textMatches).Count, default);

        ValueList<OptionCount> Options(Facet facet, IEnumerable<string> values, Func<string, string> label, bool isEmptyListed = false) => values
            .Distinct()
            .Select(value => (Value: value, Total: Total(facet, value)))
            .Where(option => option.Total > 0 || isEmptyListed || Values(query, facet).Contains(option.Value))
            .OrderByDescending(option => option.Total)
            .ThenBy(option => label(option.Value), StringComparer.OrdinalIgnoreCase)
            .ThenBy(option => option.Value, StringComparer.Ordinal)
            .Select(option => new OptionCount(option.Value, label(option.Value), Find(With(query, facet, option.Value), textMatches).Count))
            .ToValueList();

        ValueList<ActorCount> ActorsBelow(string? parent) => Actors()
            .Where(actor => actor.ParentId == parent)
            .Select(actor => (Actor: actor, Total: Total(Facet.Actor, actor.Id)))
            .Where(pair => pair.Total > 0 || query.Actors.Any(chosen => IsKnown(chosen) && IsAtOrBelow(chosen, pair.Actor.Id)))
            .OrderByDescending(pair => pair.Total)
            .ThenBy(pair => pair.Actor.Name, StringComparer.OrdinalIgnoreCase)
            .ThenBy(pair => pair.Actor.Id, StringComparer.Ordinal)
            .Select(pair => new ActorCount(pair.Actor.Id, pair.Actor.Name, Find(With(query, Facet.Actor, pair.Actor.Id), textMatches).Count, ActorsBelow(pair.Actor.Id)))
            .ToValueList();

        int Total(Facet facet, string value) => Find(With(new() { Leads = query.Leads }, facet, value), null).Count;

        bool IsKnown(string actor) => Actors().Any(one => one.Id == actor);
    }

    /// <param name="asOf">The day of which the tolls are; null for the record's.</param>
    public List<long> Order(IEnumerable<Incident> incidents, SortOrder sort, bool descending, DateOnly? asOf = null)
    {
        var list = incidents.ToList();
        list.Sort((left, right) =>
        {
            var (one, other) = (Key(left, sort, asOf), Key(right, sort, asOf));
            if (one is null || other is null)
            {
                return (one is null, other is null) switch
                {
                    (true, true) => ByStartThenSlug(left, right),
                    (true, false) => 1,
                    _ => -1,
                };
            }

            var byKey = one is string text ? string.Compare(text, (string)other, StringComparison.OrdinalIgnoreCase) : one.CompareTo(other);
            return byKey == 0 ? ByStartThenSlug(left, right) : descending ? -byKey : byKey;
        });
        return [.. list.Select(NumberOf)];
    }

    public static bool IsPlaced(Incident incident) => incident.Geometry switch
    {
        null => false,
        PointGeometry point => point.Location.Precision.Metres <= 100_000,
        MultiPointGeometry several => several.Locations.Any(location => location.Precision.Metres <= 100_000),
        _ => true,
    };

    /// <summary>Drawn as a region: to more than 5 km, or nobody says how precisely.</summary>
    public static bool IsApproximate(Incident incident) => IsPlaced(incident) && incident.Precision is not { Metres: <= 5_000 };

    private bool Meets(Dataset dataset, Incident incident, IncidentQuery query, IReadOnlyList<long>? textMatches) =>
        (query.Leads == LeadView.Shown || incident.IsLead == (query.Leads == LeadView.Only))
        && (incident.Occurrence is { } occurrence ? occurrence.Meets(query.Window) : query.Window == TimeWindow.All)
        && (query.Kinds.Count == 0 || query.Kinds.Contains(incident.Kind.Key))
        && (query.Actors.Count == 0 || query.Actors.Any(asked => incident.Involvements.Any(involvement => IsAtOrBelow(involvement.ActorId, asked))))
        && (query.Countries.Count == 0 || query.Countries.Intersect(CountriesOf(dataset, incident)).Any())
        && (query.Sources.Count == 0 || query.Sources.Intersect(SourcesOf(dataset, incident, query.AsOf)).Any())
        && (query.Statuses.Count == 0 || query.Statuses.Intersect(StatusesOf(dataset, incident, query.AsOf)).Any())
        && (query.Datasets.Count == 0 || query.Datasets.Contains(dataset.Description.Slug))
        && (query.Text is null || textMatches is null || textMatches.Contains(NumberOf(incident)))
        && (query.Area is not { } box || DrawnPoints(incident).Any(point => IsIn(box, point)))
        && (query.PrecisionMetres is not { } metres || (incident.Precision is { } precision && precision.Metres <= metres))
        && (query.TimePrecision is not { } unit || incident.Occurrence?.Precision <= unit)
        && (query.AsOf is not { } day || new KnownOn(day, dataset.Sources).HasAnything(incident, _claims[incident.Id].ToList()))
        && (query.Unmentioned == UnmentionedView.Faded || !HasLens(query) || IsMentioned(incident, query));

    private static IncidentQuery With(IncidentQuery query, Facet facet, string value) => facet switch
    {
        Facet.Kind => query with { Kinds = [value] },
        Facet.Actor => query with { Actors = [value] },
        Facet.Country => query with { Countries = [value] },
        Facet.Source => query with { Sources = [value] },
        Facet.Dataset => query with { Datasets = [value] },
        _ => query with { Statuses = [Enum.Parse<ClaimStatus>(value, ignoreCase: true)] },
    };

    private static IEnumerable<string> Values(IncidentQuery query, Facet facet) => facet switch
    {
        Facet.Kind => query.Kinds,
        Facet.Country => query.Countries,
        Facet.Source => query.Sources,
        Facet.Dataset => query.Datasets,
        _ => query.Statuses.Select(ViewStateCodec.Word),
    };

    private bool HasTurns() => _all.Exists(pair => _claims[pair.Incident.Id].Any(claim => new KnownOn(default, pair.Dataset.Sources).TurnOf(claim, [.. _claims[pair.Incident.Id]], []) is { Day: not null }));

    private IEnumerable<Actor> Actors() => datasets.Count == 0 ? [] : datasets[0].Actors;

    private bool IsAtOrBelow(string actor, string asked) =>
        actor == asked || (Actors().Single(one => one.Id == actor).ParentId is { } parent && IsAtOrBelow(parent, asked));

    private static IEnumerable<string> CountriesOf(Dataset dataset, Incident incident) =>
        dataset.Places.Where(place => incident.PlaceIds.Contains(place.Id) && place.Country is not null).Select(place => place.Country!);

    private IEnumerable<ClaimStatus> StatusesOf(Dataset dataset, Incident incident, DateOnly? asOf) =>
        ClaimsOf(dataset, incident, asOf).Select(claim => claim.Status);

    private IEnumerable<string> SourcesOf(Dataset dataset, Incident incident, DateOnly? asOf) => asOf is not { } day
        ? Facts.SourcesOf(incident, _claims[incident.Id])
        : Facts.SourcesOf(AsOf(dataset, incident, day), ClaimsOf(dataset, incident, day))
            .Where(id => dataset.Sources.Where(source => source.Id == id).All(new KnownOn(day, dataset.Sources).Has));

    public static IEnumerable<GeoPoint> DrawnPoints(Incident incident) => incident.Geometry switch
    {
        PointGeometry point => Placed([point.Location]),
        MultiPointGeometry several => Placed(several.Locations),
        LineGeometry line => line.Path,
        PolygonGeometry area => area.Ring,
        RouteGeometry route => route.Stops.Select(stop => stop.Location.Point),
        _ => [],
    };

    private static IEnumerable<GeoPoint> Placed(IEnumerable<LocatedPoint> locations) =>
        locations.Where(location => location.Precision.Metres <= 100_000).Select(location => location.Point);

    private static bool IsIn(GeoBox box, GeoPoint point)
    {
        var isInside = box.South <= point.Latitude && point.Latitude <= box.North;
        return isInside && (box.West <= box.East
            ? box.West <= point.Longitude && point.Longitude <= box.East
            : point.Longitude >= box.West || point.Longitude <= box.East);
    }

    private static int ByStartThenSlug(Incident left, Incident right)
    {
        var (one, other) = (left.Occurrence?.Start.Ticks ?? long.MaxValue, right.Occurrence?.Start.Ticks ?? long.MaxValue);
        return one != other ? one.CompareTo(other) : string.CompareOrdinal(left.Slug, right.Slug);
    }

    private IComparable? Key(Incident incident, SortOrder sort, DateOnly? asOf) => sort switch
    {
        SortOrder.Time => incident.Occurrence?.Start,
        SortOrder.Title => incident.Title,
        SortOrder.Kind => incident.Kind.Key,
        SortOrder.Place => incident.PlaceIds.Count == 0 ? null : datasets.SelectMany(dataset => dataset.Places).Single(place => place.Id == incident.PlaceIds[0]).Name,
        SortOrder.Killed => Amount((asOf is { } day ? AsOf(DatasetFor(incident), incident, day) : incident).Killed.Toll),
        _ => Amount((asOf is { } day ? AsOf(DatasetFor(incident), incident, day) : incident).Injured.Toll),
    };

    /// <summary>Tolls of the test are below ten: three digits, the best estimate first.</summary>
    private static IComparable? Amount(Toll toll)
    {
        var number = toll.Best ?? toll.High ?? toll.Low;
        return number is null ? null : (100 * number) + (10 * (toll.High ?? number)) + (toll.Low ?? number);
    }
}
