using Dashboard.Domain.Places;

namespace Dashboard.Domain.Tests.Places;

public class GeoBoxTests
{
    [Theory]
    [InlineData(40, 30, 41, 31, 30.5, 40.5, true)]
    [InlineData(40, 30, 41, 31, 30, 40, true)]
    [InlineData(40, 30, 41, 31, 31, 41, true)]
    [InlineData(40, 30, 41, 31, 31.1, 40.5, false)]
    [InlineData(40, 30, 41, 31, 30.5, 39.9, false)]
    [InlineData(170, -10, -170, 10, 0, 175, true)]
    [InlineData(170, -10, -170, 10, 0, 180, true)]
    [InlineData(170, -10, -170, 10, 0, -180, true)]
    [InlineData(170, -10, -170, 10, 0, -175, true)]
    [InlineData(170, -10, -170, 10, 0, 0, false)]
    [InlineData(170, -10, -170, 10, 11, 175, false)]
    [InlineData(-180, -90, 180, 90, 90, 0, true)]
    public void A_box_holds_its_edges_and_may_cross_the_antimeridian(double west, double south, double east, double north, double latitude, double longitude, bool holds) =>
        Assert.Equal(holds, new GeoBox(west, south, east, north).Contains(new GeoPoint(latitude, longitude)));

    [Theory]
    [InlineData(33.8, 42.4, 25_000)]
    [InlineData(-89.9, 10, 25_000)]
    [InlineData(60, 179.9, 100_000)]
    [InlineData(-60, -179.9, 100_000)]
    [InlineData(0, 0, 30_000_000)]
    [InlineData(84, 0, 600_000)]
    public void A_box_around_a_circle_holds_all_of_it(double latitude, double longitude, double metres)
    {
        var (centre, random) = (new GeoPoint(latitude, longitude), new Random(1));
        var box = GeoBox.Around(centre, metres);
        var inside = Enumerable.Range(0, 20_000)
            .Select(_ => new GeoPoint(Math.Clamp(latitude + ((random.NextDouble() - 0.5) * metres / 50_000), -90, 90), (random.NextDouble() * 360) - 180))
            .Concat([centre, new GeoPoint(Math.Min(90, latitude + (metres / 111_200)), longitude)])
            .Where(point => centre.MetresTo(point) <= metres);

        Assert.All(inside, point => Assert.True(box.Contains(point), $"{point}"));
        Assert.Equal(new GeoBox(42.12921, 33.57498, 42.67079, 34.02502), GeoBox.Around(new GeoPoint(33.8, 42.4), 25_000));
    }

    [Fact]
    public void A_box_off_the_globe_or_upside_down_is_refused()
    {
        Assert.Throws<RefusedException>(() => new GeoBox(-181, 0, 0, 1));
        Assert.Throws<RefusedException>(() => new GeoBox(0, double.NaN, 1, 1));
        Assert.Equal("the box's south 31 is north of its north 30", Assert.Throws<RefusedException>(() => new GeoBox(40, 31, 41, 30)).Message);
    }

    [Fact]
    public void A_box_is_kept_to_about_a_metre()
    {
        Assert.Equal(new GeoBox(40.12346, 30, 41, 31), new GeoBox(40.123456789, 30, 41, 31));
        Assert.Equal(new GeoBox(-180, 0, 180, 1), new GeoBox(40.000001, 0, 40, 1));
    }
}
