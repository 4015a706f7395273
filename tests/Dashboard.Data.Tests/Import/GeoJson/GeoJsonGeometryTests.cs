using Dashboard.Data.Import;
using Dashboard.Domain.Places;

namespace Dashboard.Data.Tests.Import.GeoJson;

public sealed class GeoJsonGeometryTests
{
    [Fact]
    public void A_point_is_longitude_and_latitude_and_as_precise_as_its_digits()
    {
        Assert.Equal((new PointGeometry(Located(36.7, 34.8, 5566)), null), GeoJsonFile.Shape("""{"type":"Point","coordinates":[34.8,36.7]}"""));
        Assert.Equal((new PointGeometry(Located(36.72, 34.8, 557)), null), GeoJsonFile.Shape("""{"type":"Point","coordinates":[34.8,36.72]}"""));
    }

    [Fact]
    public void Lines_areas_and_several_points_keep_their_shape()
    {
        Assert.Equal((new MultiPointGeometry([Located(1, 0, 55_660), Located(3, 2, 55_660)]), null), GeoJsonFile.Shape("""{"type":"MultiPoint","coordinates":[[0,1],[2,3]]}"""));
        Assert.Equal((new LineGeometry([new(1, 0), new(3, 2)], null), null), GeoJsonFile.Shape("""{"type":"LineString","coordinates":[[0,1],[2,3]]}"""));
        Assert.Equal((new PolygonGeometry([new(0, 0), new(0, 1), new(1, 1), new(0, 0)]), null), GeoJsonFile.Shape("""{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,0]]]}"""));
        Assert.Equal((new LineGeometry([new(1, 0), new(3, 2)], null), null), GeoJsonFile.Shape("""{"type":"MultiLineString","coordinates":[[[0,1],[2,3]]]}"""));
        Assert.Equal((new PolygonGeometry([new(0, 0), new(0, 1), new(1, 1), new(0, 0)]), null), GeoJsonFile.Shape("""{"type":"MultiPolygon","coordinates":[[[[0,0],[1,0],[1,1],[0,0]]]]}"""));
    }

    [Theory]
    [InlineData("""{"type":"MultiLineString","coordinates":[[[0,1],[0,2]],[[0,1],[2,3]]]}""")]
    [InlineData("""{"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[9,9]},{"type":"LineString","coordinates":[[0,1],[2,3]]}]}""")]
    [InlineData("""{"type":"LineString","coordinates":[[0,1,250],[2,3,300]]}""")]
    public void What_a_line_leaves_out_is_kept_beside_it(string geometry) =>
        Assert.Equal((new LineGeometry([new(1, 0), new(3, 2)], null), geometry), GeoJsonFile.Shape(geometry));

    [Theory]
    [InlineData("""{"type":"Polygon","coordinates":[[[0,0],[9,0],[9,9],[0,0]],[[3,1],[4,1],[4,2],[3,1]]]}""")]
    [InlineData("""{"type":"MultiPolygon","coordinates":[[[[0,0],[1,0],[1,1],[0,0]]],[[[0,0],[9,0],[9,9],[0,0]]]]}""")]
    [InlineData("""{"type":"GeometryCollection","geometries":[{"type":"LineString","coordinates":[[0,0],[90,0]]},{"type":"Polygon","coordinates":[[[0,0],[9,0],[9,9],[0,0]]]}]}""")]
    public void What_an_area_leaves_out_is_kept_beside_it(string geometry) =>
        Assert.Equal((new PolygonGeometry([new(0, 0), new(0, 9), new(9, 9), new(0, 0)]), geometry), GeoJsonFile.Shape(geometry));

    [Fact]
    public void A_collection_of_points_is_several_points() => Assert.Equal(
        (new MultiPointGeometry([Located(1, 0, 55_660), Located(3, 2, 55_660), Located(5, 4, 55_660)]), null),
        GeoJsonFile.Shape("""{"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[0,1]},{"type":"MultiPoint","coordinates":[[2,3],[4,5]]}]}"""));

    [Fact]
    public void No_geometry_is_not_placed()
    {
        Assert.Equal((null, null), GeoJsonFile.Shape("null"));
        Assert.Null(GeoJsonFile.Incidents("""{"type":"Feature","properties":{"title":"x"}}""").Single().Geometry);
    }

    [Theory]
    [InlineData("""{"type":"Point","coordinates":[34.8,136.7]}""", "[34.8,136.7]", "latitude 136.7 is beyond the pole; the pair looks swapped: GeoJSON writes [longitude, latitude]")]
    [InlineData("""{"type":"Point","coordinates":[134.8,136.7]}""", """{"type":"Point","coordinates":[134.8,136.7]}""", "latitude 136.7 is not between -90 and 90")]
    [InlineData("""{"type":"Point","coordinates":[181,0]}""", """{"type":"Point","coordinates":[181,0]}""", "longitude 181 is not between -180 and 180")]
    [InlineData("""{"type":"Point","coordinates":["34.8","36.7"]}""", "\"34.8\"", "coordinates must be numbers, not texts")]
    [InlineData("""{"type":"Point","coordinates":[null,1]}""", "null", "it is not a number of degrees")]
    [InlineData("""{"type":"Point","coordinates":[1e400,1]}""", "1e400", "it is not a number of degrees")]
    [InlineData("""{"type":"Point","coordinates":[1]}""", "[1]", "a position needs a longitude and a latitude")]
    [InlineData("""{"type":"Point","coordinates":[]}""", "[]", "the list of numbers is empty; a feature without a place has \"geometry\": null")]
    [InlineData("""{"type":"Point","coordinates":7}""", "7", "a list of numbers is expected here")]
    [InlineData("""{"type":"Polygon","coordinates":[]}""", "[]", "the list of rings is empty; a feature without a place has \"geometry\": null")]
    [InlineData("""{"type":"GeometryCollection","geometries":[]}""", "[]", "the list of geometries is empty; a feature without a place has \"geometry\": null")]
    [InlineData("""{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,1]]]}""", """{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,1]]]}""", "an area's ring must be closed and have at least three corners")]
    [InlineData("""{"type":"LineString","coordinates":[[0,0]]}""", """{"type":"LineString","coordinates":[[0,0]]}""", "a line needs two points")]
    [InlineData("""{"type":"Sphere","coordinates":[0,0]}""", "\"Sphere\"", "'Sphere' is no type of geometry")]
    [InlineData("""{"type":"Point"}""", """{"type":"Point"}""", "a geometry of this type needs coordinates")]
    [InlineData("[]", "[]", "a geometry needs a type: Point, LineString, Polygon …")]
    public void A_geometry_that_is_none_refuses_its_feature_only(string geometry, string value, string reason)
    {
        var contents = GeoJsonFile.Read(GeoJsonFile.Collection(GeoJsonFile.Feature("null"), GeoJsonFile.Feature(geometry), GeoJsonFile.Feature("null")));
        Assert.Equal(new Refusal(2, "geometry", value, reason), Assert.Single(contents.OfType<FileContent.Refused>()).Refusal);
        Assert.Equal([1, 3], contents.OfType<FileContent.Row>().Select(row => row.Incident.Line));
    }

    private static LocatedPoint Located(double latitude, double longitude, double metres) => new(new GeoPoint(latitude, longitude), new GeoPrecision(metres), null);
}
