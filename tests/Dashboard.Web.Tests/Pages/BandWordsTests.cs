using Dashboard.Index;
using Dashboard.Web.Lens;

namespace Dashboard.Web.Tests.Pages;

public class BandWordsTests
{
    [Theory]
    [InlineData(62, 108, true, 29, "62–108 or more")]
    [InlineData(1180, 1205, false, 1, "1,180–1,205")]
    [InlineData(3, 3, false, 1, "3")]
    [InlineData(3, 3, true, 1, "3 or more")]
    [InlineData(0, 0, false, 4, "none")]
    [InlineData(0, 0, true, 4, "0 or more")]
    [InlineData(0, 0, false, 0, "not known")]
    public void A_band_is_a_range_and_never_a_zero_that_nobody_stated(long low, long high, bool orMore, int with, string words) =>
        Assert.Equal(words, BandWords.Of(new TollBand(low, high, orMore, with, 14, 9, null)));

    [Fact]
    public void What_is_contested_is_a_share_of_all_incidents_and_what_has_no_figure_is_counted() =>
        Assert.Equal(("contested in 9 (21 %)", "no figure in 14"), (BandWords.Contested(Band(29, 14, 9)), BandWords.Without(Band(29, 14, 9))));

    [Fact]
    public void Nothing_is_said_of_what_there_is_none_of() =>
        Assert.Equal((null, null), (BandWords.Contested(Band(43, 0, 0)), BandWords.Without(Band(43, 0, 0))));

    [Theory]
    [InlineData(3L, 5L, false, 4, "3–5 in 4 incidents")]
    [InlineData(4L, 4L, true, 1, "4 or more in 1 incident")]
    [InlineData(null, null, false, 0, "no figure")]
    public void The_lens_s_own_total_says_over_how_many_incidents(long? low, long? high, bool orMore, int incidents, string words) =>
        Assert.Equal(words, BandWords.Of(new LensTotal(low, high, orMore, incidents)));

    private static TollBand Band(int with, int without, int contested) => new(62, 108, true, with, without, contested, null);
}
