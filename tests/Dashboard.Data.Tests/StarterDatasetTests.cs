using Dashboard.Domain;
using Dashboard.Domain.Incidents;
using Dashboard.Domain.Places;
using Dashboard.Domain.Sources;
using Dashboard.Domain.Time;

namespace Dashboard.Data.Tests;

public sealed class StarterDatasetTests
{
    private static readonly Dataset _starter = StarterDataset.Load();

    [Fact]
    public void Every_kind_of_thing_is_there()
    {
        Assert.Equal((43, 63, 42, 182, 43, 151, 36, 19),
            (_starter.Incidents.Count, _starter.Actors.Count, _starter.Places.Count, _starter.Claims.Count, _starter.Relations.Count,
                _starter.Sources.Count, _starter.Conflicts.Count, _starter.Notes.Count));
        Assert.Equal((145, 26, 56, 4, 67), (
            _starter.Incidents.Sum(incident => incident.Involvements.Count),
            _starter.Incidents.Sum(incident => incident.Weapons.Count),
            _starter.Incidents.Sum(incident => incident.Caveats.Count),
            _starter.Incidents.Sum(incident => incident.Tags.Count),
            _starter.Incidents.Sum(incident => incident.PlaceIds.Count)));
        Assert.Equal(
            [("attack", 9), ("campaign", 1), ("deployment", 1), ("diplomacy", 3), ("statement", 13), ("strike", 16)],
            _starter.Incidents.CountBy(incident => incident.Kind.Key).Select(kind => (kind.Key, kind.Value)).Order());
        Assert.Equal(
            [
                (ClaimStatus.Asserted, 135), (ClaimStatus.Supported, 21), (ClaimStatus.Disputed, 5), (ClaimStatus.Contradicted, 9), (ClaimStatus.Retracted, 1),
                (ClaimStatus.Superseded, 5), (ClaimStatus.Incomplete, 2), (ClaimStatus.Unsupported, 1), (ClaimStatus.Unverified, 3),
            ],
            _starter.Claims.CountBy(claim => claim.Status).Select(status => (status.Key, status.Value)).Order());
        Assert.Equal((63, 40), (Claims("fatalities"), Claims("injuries")));
    }

    [Fact]
    public void Shapes_are_more_than_pins()
    {
        Assert.Equal(
            [("LineGeometry", 1), ("MultiPointGeometry", 8), ("PointGeometry", 32), ("PolygonGeometry", 1), ("RouteGeometry", 1)],
            _starter.Incidents.CountBy(incident => incident.Geometry!.GetType().Name).Select(shape => (shape.Key, shape.Value)).Order());
        var corridor = Assert.IsType<LineGeometry>(Incident("2024-02-03-us-strikes-deir-ez-zor-albu-kamal").Geometry);
        Assert.Equal((7, 6000), (corridor.Path.Count, corridor.HalfWidthMetres));
        var route = Assert.IsType<RouteGeometry>(Incident("2024-02-04-blinken-regional-trip").Geometry);
        Assert.Equal(
            ["pl-washington", "pl-riyadh", "pl-cairo", "pl-doha", "pl-telaviv", "pl-jerusalem", "pl-ramallah", "pl-telaviv"],
            route.Stops.Select(stop => stop.Location.PlaceId));
        Assert.Equal(9, Assert.IsType<PolygonGeometry>(Incident("2023-10-07-hamas-attack-southern-israel").Geometry).Ring.Count);
    }

    [Fact]
    public void Countries_are_not_placed_and_a_province_is_not_among_the_drawn_points()
    {
        Assert.Equal(["inc-campaign-2023-24", "inc-period-oir"],
            _starter.Incidents.Where(incident => !incident.IsPlaced).Select(incident => incident.Id).Order(StringComparer.Ordinal));
        Assert.Single(Incident("2023-11-22-jurf-al-sakhar-anbar-us-strikes").Geometry!.DrawnPoints);
    }

    [Fact]
    public void The_presence_goes_on_and_everything_else_has_ended() =>
        Assert.Equal(["inc-period-oir"], _starter.Incidents.Where(incident => incident.Occurrence!.IsOngoing).Select(incident => incident.Id));

    [Fact]
    public void Tower_22_is_told_as_it_is_known()
    {
        var tower = Incident("2024-01-28-tower-22-drone-attack");
        Assert.Equal("Drone attack on Tower 22, Jordan", tower.Title);
        Assert.Equal(new Toll(3, 3, 3), tower.Killed.Toll);
        Assert.Equal(new Toll(25, 47, 100), tower.Injured.Toll);
        Assert.Equal(
            new Occurrence(new DateTimeOffset(2024, 1, 28, 2, 30, 0, TimeSpan.Zero), null, TimeSpan.FromHours(3), TimePrecision.Hour, TimeSpan.FromHours(1)),
            tower.Occurrence);
        Assert.Equal(
            [
                ("act-us-forces", "target", null), ("act-iri", "claimant", null), ("act-iri", "perpetrator", "attributed"), ("act-kh", "perpetrator", "suspected"),
                ("act-haaa", "participant", "involved, per the US State Department"), ("act-kirby", "attributed-by", null),
                ("act-iran", "speaker", "denies involvement"), ("act-mubaidin", "speaker", null),
            ],
            tower.Involvements.Select(involvement => (involvement.ActorId, involvement.Role, involvement.Qualifier)));
        Assert.Equal(
            [(25, 25), (34, null), (40, null), (41, 41), (47, 47), (80, null), (100, null)],
            _starter.Claims.Where(claim => claim.IncidentId == tower.Id && claim.Predicate == "injuries").Select(claim => (claim.Number!.Low, claim.Number.High)));
    }

    [Fact]
    public void The_claim_that_its_author_withdrew_is_there() =>
        Assert.Equal(("John Kirby", "inc-20240202-us-strikes"), _starter.Claims.Where(claim => claim.Status == ClaimStatus.Retracted)
            .Select(claim => (claim.Claimant.Name, claim.IncidentId)).Single());

    [Fact]
    public void Names_are_there_in_every_spelling() => Assert.Equal(
        [
            new Alias("Abu Kamal"), new Alias("Al-Bukamal"), new Alias("Al-Bokamal"), new Alias("Boukamal"), new Alias("Abukamal"),
            new Alias("Abukama", "AP typo"), new Alias("البوكمال", "Arabic"),
        ],
        _starter.Places.Single(place => place.Id == "pl-albukamal").Aliases);

    [Fact]
    public void Slugs_begin_with_the_day_and_go_on_in_plain_words() =>
        Assert.All(_starter.Incidents, incident => Assert.Matches("^20[0-9]{2}-[0-9]{2}-[0-9]{2}(-[a-z0-9]+)+$", incident.Slug));

    [Fact]
    public void Claims_stand_in_the_order_of_their_incidents()
    {
        var claims = _starter.Claims.ToLookup(claim => claim.IncidentId);
        Assert.Equal(_starter.Incidents.SelectMany(incident => claims[incident.Id]), _starter.Claims);
    }

    [Fact]
    public void Every_incident_and_claim_rests_on_something()
    {
        Assert.All(_starter.Incidents, incident => Assert.NotEmpty(incident.Evidence.Basis));
        Assert.All(_starter.Claims, claim => Assert.NotEmpty(claim.Evidence.Basis));
    }

    [Fact]
    public void The_store_gives_back_the_starter_dataset()
    {
        using var directory = new TemporaryDirectory();
        using var store = directory.Open();
        store.Add(_starter);
        SameDataset.Assert(_starter, Assert.Single(store.ReadDatasets()));
    }

    private static int Claims(string predicate) => _starter.Claims.Count(claim => claim.Predicate == predicate && claim.Value.Length > 0);

    private static Incident Incident(string slug) => _starter.Incidents.Single(incident => incident.Slug == slug);
}
