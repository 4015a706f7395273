using Dashboard.Domain.Incidents;

namespace Dashboard.Domain.Tests.Incidents;

public class TollWordsTests
{
    [Theory]
    [InlineData(null, null, null, "not known")]
    [InlineData(0, 0, 0, "none")]
    [InlineData(null, 0, null, "none")]
    [InlineData(null, null, 0, "none")]
    [InlineData(3, 3, 3, "3")]
    [InlineData(3, null, 3, "3")]
    [InlineData(3, 7, 12, "3–12, best estimate 7")]
    [InlineData(25, 47, 100, "25–100, best estimate 47")]
    [InlineData(1, 1, 2, "1–2, best estimate 1")]
    [InlineData(0, 13, 13, "0–13, best estimate 13")]
    [InlineData(0, null, 36, "0–36")]
    [InlineData(34, null, null, "at least 34")]
    [InlineData(130, 130, null, "at least 130")]
    [InlineData(3, 7, null, "at least 3, best estimate 7")]
    [InlineData(0, null, null, "0 or more")]
    [InlineData(null, null, 12, "at most 12")]
    [InlineData(null, 12, 12, "at most 12")]
    [InlineData(null, 7, 12, "at most 12, best estimate 7")]
    [InlineData(null, 7, null, "best estimate 7")]
    [InlineData(1180, 1200, 1205, "1,180–1,205, best estimate 1,200")]
    public void A_toll_says_what_is_known_and_no_more(int? low, int? best, int? high, string words) =>
        Assert.Equal(words, TollWords.Of(new Toll(low, best, high)));
}
