using Dashboard.Domain.Places;

namespace Dashboard.Domain.Tests.Places;

public class CoordinateWordsTests
{
    [Theory]
    [InlineData(33.78556, 42.44117, 2500, "33.79° N, 42.44° E")]
    [InlineData(33.78556, 42.44117, 6000, "33.8° N, 42.4° E")]
    [InlineData(33.78556, 42.44117, 1, "33.78556° N, 42.44117° E")]
    [InlineData(33.78556, 42.44117, 0, "33.78556° N, 42.44117° E")]
    [InlineData(33.78556, 42.44117, 500_000, "34° N, 42° E")]
    [InlineData(-0.04, -70.5, 10_000, "0.0°, 70.5° W")]
    [InlineData(-33.5, 151.26, 20_000, "33.5° S, 151.3° E")]
    public void A_point_has_as_many_digits_as_its_precision_allows(double latitude, double longitude, double metres, string words) =>
        Assert.Equal(words, CoordinateWords.Of(new GeoPoint(latitude, longitude), new GeoPrecision(metres)));

    [Fact]
    public void Nobody_says_how_exactly_and_so_it_is_whole_degrees() =>
        Assert.Equal("34° N, 42° E", CoordinateWords.Of(new GeoPoint(33.78556, 42.44117), null));

    [Theory]
    [InlineData(1)]
    [InlineData(40)]
    [InlineData(900)]
    [InlineData(7_000)]
    [InlineData(60_000)]
    public void Rounding_moves_a_point_by_no_more_than_its_precision_and_one_digit_less_would(double metres)
    {
        var digits = CoordinateWords.Digits(new GeoPrecision(metres));
        Assert.True(111_320 * Math.Pow(10, -digits) / 2 <= metres || digits == 5);
        Assert.True(digits == 0 || 111_320 * Math.Pow(10, -(digits - 1)) / 2 > metres);
    }
}
