using Dashboard.Data;
using Dashboard.Domain.Places;
using Dashboard.Domain.Querying;
using Dashboard.Index;
using Dashboard.Web.Explore;

namespace Dashboard.Web.Places;

/// <summary>All that the page of one place shows: what happened within a radius of it, and what else names it. Leads are left out.</summary>
public sealed record PlaceSheet
{
    /// <summary>How many incidents each list has at most.</summary>
    public const int MostIncidents = 100;

    private const int DefaultKilometres = 25;

    /// <summary>The radii that a person can choose, in kilometres.</summary>
    public static IReadOnlyList<int> Radii { get; } = [5, DefaultKilometres, 100];

    /// <summary>As each dataset describes it that has it; at least one.</summary>
    public required IReadOnlyList<PlaceRecord> Records { get; init; }

    public required int Kilometres { get; init; }

    /// <summary>What happened within the radius; null where the place is on no map.</summary>
    public required Nearby? Near { get; init; }

    public required Histogram? Histogram { get; init; }

    /// <summary>The nearest of them, with how far away they are.</summary>
    public required IReadOnlyList<DistantIncident> Listed { get; init; }

    /// <summary>How many incidents the box around the circle has: what the dashboard shows.</summary>
    public required int InBox { get; init; }

    /// <summary>Incidents that name the place and are not within the radius, the latest first.</summary>
    public required IReadOnlyList<IncidentSummary> Naming { get; init; }

    /// <summary>True where more incidents name it than were looked for.</summary>
    public required bool HasMoreNaming { get; init; }

    public Place Place => Records[0].Place;

    /// <summary>Where it is, if the map has it.</summary>
    public GeoPoint? Centre => CentreOf(Place);

    /// <summary>What leads to the box in the dashboard.</summary>
    public ViewState View => ViewState.Default with { Query = BoxAround(Centre!.Value, Kilometres) };

    /// <param name="kilometres">One of <see cref="Radii"/>; anything else is the usual one.</param>
    /// <returns>Null where no dataset has a place of this id.</returns>
    public static PlaceSheet? Of(Exploration exploration, string id, int? kilometres)
    {
        var (store, index) = (exploration.Store, exploration.Present.Index);
        if (store.FindPlace(id) is not { Count: > 0 } records)
        {
            return null;
        }

        var radius = kilometres is { } asked && Radii.Contains(asked) ? asked : DefaultKilometres;
        var place = records[0].Place;
        var near = CentreOf(place) is { } centre ? index.Near(centre, radius * 1000.0, MostIncidents) : null;
        var naming = NamingIncidents(exploration, records);
        var apart = near is null ? naming : [.. naming.Except(index.Numbers(near.Incidents))];
        return new PlaceSheet
        {
            Records = records,
            Kilometres = radius,
            Near = near,
            Histogram = near is null ? null : index.Histogram(near.Incidents),
            Listed = near is null ? [] : List(store, near),
            InBox = CentreOf(place) is { } middle ? index.Find(BoxAround(middle, radius), null).Count : 0,
            Naming = store.ReadSummaries([.. apart.Take(MostIncidents)]),
            HasMoreNaming = apart.Count > MostIncidents || naming.Count == DashboardStore.MostLookedThrough,
        };
    }

    private static GeoPoint? CentreOf(Place place) => place.Precision is not { IsPlaced: false } ? place.Point : null;

    private static IncidentQuery BoxAround(GeoPoint centre, int kilometres) => IncidentQuery.All with { Area = GeoBox.Around(centre, kilometres * 1000.0) };

    /// <summary>Whatever names it has its name among its words: of the latest of these, those that mean this very place.</summary>
    private static IReadOnlyList<long> NamingIncidents(Exploration exploration, IReadOnlyList<PlaceRecord> records)
    {
        var present = exploration.Present;
        var found = present.Find(IncidentQuery.All with { Text = records[0].Place.Name });
        var latest = present.Index.Page(found, SortOrder.Time, descending: true, 0, DashboardStore.MostLookedThrough);
        return exploration.Store.ThatNamePlace(latest, records[0].Place.Id);
    }

    private static List<DistantIncident> List(DashboardStore store, Nearby near)
    {
        var metres = near.Nearest.ToDictionary(incident => incident.Number, incident => incident.Metres);
        return [.. store.ReadSummaries([.. near.Nearest.Select(incident => incident.Number)]).Select(incident => new DistantIncident(incident, metres[incident.Number]))];
    }
}

/// <param name="Metres">Between the points of the place and the incident.</param>
public sealed record DistantIncident(IncidentSummary Incident, double Metres);
