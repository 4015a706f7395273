using Dashboard.Domain.Sources;

namespace Dashboard.Domain.Tests.Sources;

public class OwnTollTests
{
    [Fact]
    public void It_goes_from_the_lowest_figure_to_the_highest() =>
        Assert.Equal(new OwnToll(25, 47, IsOrMore: false), OwnToll.Of([new(25, 25), new(34, null), new(41, 47)]));

    [Fact]
    public void It_has_no_end_where_the_highest_figure_is_a_least() =>
        Assert.Equal(new OwnToll(25, 34, IsOrMore: true), OwnToll.Of([new(25, 25), new(34, null)]));

    [Fact]
    public void A_most_is_all_that_is_known_of_a_figure_without_a_low() =>
        Assert.Equal(new OwnToll(8, 8, IsOrMore: false), OwnToll.Of([new(null, 8)]));

    [Fact]
    public void Without_a_figure_there_is_none() => Assert.Null(OwnToll.Of([]));

    [Theory]
    [InlineData(ClaimStatus.Asserted, null, true)]
    [InlineData(ClaimStatus.Disputed, null, true)]
    [InlineData(ClaimStatus.Unverified, "", true)]
    [InlineData(ClaimStatus.Asserted, "civilians", false)]
    [InlineData(ClaimStatus.Retracted, null, false)]
    [InlineData(ClaimStatus.Superseded, null, false)]
    [InlineData(ClaimStatus.Contradicted, null, false)]
    [InlineData(ClaimStatus.Unsupported, null, false)]
    public void A_figure_counts_while_it_stands_and_is_about_the_whole(ClaimStatus status, string? scope, bool counts) =>
        Assert.Equal(counts, OwnToll.Counts(new ClaimedNumber(3, 3, scope), status));

    [Fact]
    public void Words_alone_are_no_figure() => Assert.False(OwnToll.Counts(null, ClaimStatus.Supported));
}
