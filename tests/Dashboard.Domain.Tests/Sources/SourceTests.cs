using Dashboard.Domain.Sources;

namespace Dashboard.Domain.Tests.Sources;

public class SourceTests
{
    [Theory]
    [InlineData("https://example.org/a?b=c")]
    [InlineData("http://example.org/")]
    public void An_address_on_the_web_is_kept(string address) => Assert.Equal(new Uri(address), Source(new Uri(address)).Address);

    [Theory]
    [InlineData("ftp://example.org/a")]
    [InlineData("javascript:alert(1)")]
    [InlineData("data:text/html,x")]
    [InlineData("file:///etc/hosts")]
    [InlineData("/relative")]
    [InlineData("//example.org/a")]
    public void Any_other_address_is_refused(string address)
    {
        var uri = new Uri(address, UriKind.RelativeOrAbsolute);
        Assert.Equal($"'{uri}' is not an http address", Assert.Throws<RefusedException>(() => Source(uri)).Message);
    }

    [Fact]
    public void A_source_may_be_known_without_an_address() => Assert.Null(Source(null).Address);

    [Fact]
    public void A_source_needs_a_publisher() => Assert.Throws<RefusedException>(() => Source(null) with { Publisher = "" });

    [Fact]
    public void A_basis_on_a_source_names_it() => Assert.Throws<RefusedException>(() => Basis.Source(" "));

    [Theory]
    [InlineData(null, null, "a claimed number needs a low or a high; words alone are a claim without a number")]
    [InlineData(-1, null, "a claimed number cannot be negative")]
    [InlineData(null, -1, "a claimed number cannot be negative")]
    [InlineData(5, 4, "the low 5 is above the high 4")]
    public void A_claimed_number_must_be_a_range(int? low, int? high, string message) =>
        Assert.Equal(message, Assert.Throws<RefusedException>(() => new ClaimedNumber(low, high)).Message);

    [Fact]
    public void A_claim_needs_a_claimant_and_words()
    {
        Assert.Throws<RefusedException>(() => new Claimant("act-centcom", ""));
        Assert.Throws<RefusedException>(() => Claim() with { Value = "" });
        Assert.Throws<RefusedException>(() => Claim() with { Predicate = "" });
        Assert.Throws<RefusedException>(() => Claim() with { SourceId = "" });
        Assert.Throws<RefusedException>(() => Claim() with { IncidentId = "" });
    }

    private static Source Source(Uri? address) => new()
    {
        Id = "pub-1",
        Publisher = "Publisher",
        Date = null,
        Nature = "published text",
        Address = address,
        QuotesPrimaryStatement = false,
    };

    private static Claim Claim() => new()
    {
        Id = "c-1",
        IncidentId = "inc-1",
        Predicate = "responsibility",
        Claimant = new Claimant(null, "A spokesman"),
        Value = "claimed",
        Number = null,
        SourceId = "pub-1",
        Date = null,
        Status = ClaimStatus.Asserted,
        Evidence = new Evidence([], null),
    };
}
