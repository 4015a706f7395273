using Dashboard.Domain.Places;

namespace Dashboard.Domain.Tests.Places;

public class PrecisionWordsTests
{
    [Theory]
    [InlineData(0, "exact")]
    [InlineData(0.2, "exact to 1 m")]
    [InlineData(1, "exact to 1 m")]
    [InlineData(200, "exact to 200 m")]
    [InlineData(999.4, "exact to 999 m")]
    [InlineData(999.6, "known to 1 km")]
    [InlineData(1_000, "known to 1 km")]
    [InlineData(1_500, "known to 1.5 km")]
    [InlineData(9_970, "known to 10 km")]
    [InlineData(10_000, "known to 10 km")]
    [InlineData(500_000, "known to 500 km")]
    [InlineData(2_000_000, "known to 2,000 km")]
    public void A_precision_is_told_in_the_unit_that_fits(double metres, string words) =>
        Assert.Equal(words, PrecisionWords.Of(new GeoPrecision(metres)));

    [Fact]
    public void An_unknown_precision_says_so() => Assert.Equal("precision not known", PrecisionWords.Of(null));
}
