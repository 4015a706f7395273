using Dashboard.Domain.Actors;
using Dashboard.Domain.Incidents;
using Dashboard.Domain.Places;
using Dashboard.Domain.Sources;
using Dashboard.Domain.Time;

namespace Dashboard.Domain.Tests.Incidents;

public class IncidentTests
{
    private static readonly Evidence _none = new([], null);

    [Fact]
    public void An_incident_needs_an_id_a_slug_a_title_and_a_kind()
    {
        Assert.Equal("Id is empty", Refusal(() => Tower22() with { Id = "" }));
        Assert.Equal("Slug is empty", Refusal(() => Tower22() with { Slug = " " }));
        Assert.Equal("Title is empty", Refusal(() => Tower22() with { Title = "\t" }));
        Assert.Equal("Kind is empty", Refusal(() => Tower22() with { Kind = default }));
    }

    [Fact]
    public void Incidents_are_equal_by_value()
    {
        Assert.Equal(Tower22(), Tower22());
        Assert.NotEqual(Tower22(), Tower22() with { PlaceIds = ["pl-tanf"] });
    }

    [Fact]
    public void What_it_rests_on_is_everything_that_any_fact_of_it_rests_on()
    {
        var stop = new RouteStop(new LocatedPoint(new(33, 38), new(0), null), PartialDate.Parse("2024"), "", Rests("stop").Basis);
        var incident = Tower22() with
        {
            Evidence = Rests("incident"),
            OccurrenceEvidence = Rests("occurrence"),
            GeometryEvidence = Rests("geometry"),
            Killed = new TollReading(Toll.Unknown, null, Rests("killed")),
            Injured = new TollReading(Toll.Unknown, null, Rests("injured")),
            Involvements = [new Involvement("act-us", "target", null, Rests("involvement"))],
            Weapons = [new Weapon("drone", "used", Rests("weapon").Basis)],
            Geometry = new RouteGeometry([stop, stop]),
        };

        Assert.Equal(
            ["incident", "occurrence", "geometry", "killed", "injured", "involvement", "weapon", "stop"],
            incident.Bases.Select(basis => basis.SourceId));
    }

    [Fact]
    public void It_is_placed_when_something_of_it_is_drawn()
    {
        Assert.True(Tower22().IsPlaced);
        Assert.False((Tower22() with { Geometry = null }).IsPlaced);
        Assert.False((Tower22() with { Geometry = new PointGeometry(new LocatedPoint(new(33, 38), new GeoPrecision(500_000), null)) }).IsPlaced);
    }

    [Theory]
    [InlineData("attack", "Attack")]
    [InlineData("armed-clash", "Armed clash")]
    [InlineData("غارة", "غارة")]
    public void A_kind_is_shown_by_its_label(string key, string label) => Assert.Equal(label, new IncidentKind(key).Label);

    [Theory]
    [InlineData("")]
    [InlineData("Attack")]
    [InlineData("armed clash")]
    public void A_kind_that_is_no_key_is_refused(string key) => Assert.Throws<RefusedException>(() => new IncidentKind(key));

    [Fact]
    public void A_relation_needs_two_incidents()
    {
        Assert.Equal("relation r: incident i cannot be related to itself", Refusal(() => new Relation("r", "i", "follows", "i", null, _none, null)));
        Assert.Throws<RefusedException>(() => new Relation("r", "i", "follows", "", null, _none, null));
        Assert.Throws<RefusedException>(() => new Relation("", "i", "follows", "j", null, _none, null));
    }

    [Theory]
    [InlineData(-1, null, null, "a toll cannot be negative")]
    [InlineData(null, null, -1, "a toll cannot be negative")]
    [InlineData(3, 2, null, "a toll must rise from low to high: 3 – 2 – ")]
    [InlineData(null, 3, 2, "a toll must rise from low to high:  – 3 – 2")]
    [InlineData(3, null, 2, "a toll must rise from low to high: 3 –  – 2")]
    public void A_toll_must_be_a_range(int? low, int? best, int? high, string message) => Assert.Equal(message, Refusal(() => new Toll(low, best, high)));

    [Fact]
    public void An_unknown_toll_is_not_a_toll_of_zero()
    {
        Assert.True(Toll.Unknown.IsUnknown);
        Assert.False(new Toll(0, 0, 0).IsUnknown);
        Assert.NotEqual(Toll.Unknown, new Toll(0, 0, 0));
    }

    private static Evidence Rests(string source) => new([Basis.Source(source)], Confidence.High);

    private static Incident Tower22() => new()
    {
        Id = "inc-tower22",
        Slug = "2024-01-28-tower-22-drone-attack",
        Title = "Drone attack on Tower 22",
        Kind = IncidentKind.Attack,
        Summary = "",
        Occurrence = null,
        OccurrenceEvidence = _none,
        PlaceIds = ["pl-tower22"],
        Geometry = new PointGeometry(new LocatedPoint(new GeoPoint(33.3, 38.7), new GeoPrecision(500), null)),
        Precision = null,
        GeometryEvidence = _none,
        Involvements = [new Involvement("act-us", "target", null, _none)],
        Killed = new TollReading(new Toll(3, 3, 3), null, _none),
        Injured = new TollReading(Toll.Unknown, null, _none),
        Weapons = [],
        Caveats = [],
        Tags = [],
        Evidence = _none,
    };

    private static string Refusal(Func<object> make) => Assert.Throws<RefusedException>(make).Message;
}
