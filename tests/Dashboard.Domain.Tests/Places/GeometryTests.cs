using Dashboard.Domain.Places;
using Dashboard.Domain.Time;

namespace Dashboard.Domain.Tests.Places;

public class GeometryTests
{
    private static readonly GeoPoint _deirEzZor = new(35.34, 40.14);
    private static readonly GeoPoint _mayadin = new(35.02, 40.45);
    private static readonly GeoPoint _albuKamal = new(34.45, 40.92);

    [Theory]
    [InlineData(91, 0, "latitude 91 is not between -90 and 90")]
    [InlineData(-90.1, 0, "latitude -90.1 is not between -90 and 90")]
    [InlineData(double.NaN, 0, "latitude NaN is not between -90 and 90")]
    [InlineData(0, 180.1, "longitude 180.1 is not between -180 and 180")]
    [InlineData(0, double.NegativeInfinity, "longitude -Infinity is not between -180 and 180")]
    public void A_point_off_the_globe_is_refused(double latitude, double longitude, string message) =>
        Assert.Equal(message, Refusal(() => new GeoPoint(latitude, longitude)));

    [Theory]
    [InlineData(-1)]
    [InlineData(20_037_509)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_precision_that_is_no_radius_on_earth_is_refused(double metres) =>
        Assert.Throws<RefusedException>(() => new GeoPrecision(metres));

    [Fact]
    public void A_shape_that_is_none_is_refused()
    {
        Assert.Equal("a multipoint needs a point", Refusal(() => new MultiPointGeometry([])));
        Assert.Equal("a line needs two points", Refusal(() => new LineGeometry([_mayadin], null)));
        Assert.Equal("a corridor's width must be positive", Refusal(() => new LineGeometry([_mayadin, _albuKamal], 0)));
        Assert.Equal("a corridor's width must be positive", Refusal(() => new LineGeometry([_mayadin, _albuKamal], double.NaN)));
        Assert.Equal("a corridor's width must be positive", Refusal(() => new LineGeometry([_mayadin, _albuKamal], double.PositiveInfinity)));
        Assert.Equal("a route needs two stops", Refusal(() => new RouteGeometry([Stop("2024-02-05")])));
    }

    [Fact]
    public void An_area_must_be_closed_and_have_three_corners()
    {
        const string Message = "an area's ring must be closed and have at least three corners";

        Assert.Equal(Message, Refusal(() => new PolygonGeometry([_deirEzZor, _mayadin, _albuKamal])));
        Assert.Equal(Message, Refusal(() => new PolygonGeometry([_deirEzZor, _mayadin, _albuKamal, _mayadin])));
        Assert.Equal(Message, Refusal(() => new PolygonGeometry([_deirEzZor, _mayadin, _mayadin, _deirEzZor])));
        Assert.Equal(4, new PolygonGeometry([_deirEzZor, _mayadin, _albuKamal, _deirEzZor]).Ring.Count);
    }

    [Fact]
    public void A_route_must_be_in_the_order_of_its_dates()
    {
        Assert.Equal("a route's stops must be in the order of their dates: 2024-02-04 comes after 2024-02-05", Refusal(() => Route("2024-02-05", "2024-02-04")));
        Assert.Equal("a route's stops must be in the order of their dates: 2024-02-01 comes after 2024-02-05", Refusal(() => Route("2024-02-05", "2024", "2024-02-01")));
        Assert.Equal(4, Route("2024-02-05", "2024-02-05/06", "2024-02-05", "2024-02").Stops.Count);
    }

    [Fact]
    public void Only_what_stands_for_a_province_or_a_country_is_not_drawn()
    {
        var (placed, unplaced) = (new LocatedPoint(_mayadin, new GeoPrecision(100_000), null), new LocatedPoint(_albuKamal, new GeoPrecision(100_001), null));

        Assert.Equal([_mayadin], new PointGeometry(placed).DrawnPoints);
        Assert.Equal([], new PointGeometry(unplaced).DrawnPoints);
        Assert.Equal([_mayadin], new MultiPointGeometry([unplaced, placed]).DrawnPoints);
        Assert.Equal([_albuKamal, _mayadin], new MultiPointGeometry([unplaced, placed]).Points);
        Assert.Equal([_deirEzZor, _albuKamal], new LineGeometry([_deirEzZor, _albuKamal], 10_000).DrawnPoints);
        Assert.Equal([_mayadin, _mayadin], Route("2024", "2024").DrawnPoints);
    }

    [Fact]
    public void Shapes_are_equal_by_their_points() =>
        Assert.Equal(new LineGeometry([_deirEzZor, _albuKamal], 10_000), new LineGeometry([_deirEzZor, _albuKamal], 10_000));

    private static RouteGeometry Route(params string[] dates) => new(dates.Select(Stop).ToValueList());

    private static RouteStop Stop(string date) => new(new LocatedPoint(_mayadin, new GeoPrecision(500_000), null), PartialDate.Parse(date), "talks", []);

    private static string Refusal(Func<object> make) => Assert.Throws<RefusedException>(make).Message;
}
