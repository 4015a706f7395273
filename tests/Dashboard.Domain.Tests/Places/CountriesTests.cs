using Dashboard.Domain.Places;

namespace Dashboard.Domain.Tests.Places;

public class CountriesTests
{
    [Theory]
    [InlineData("IQ", "Iraq")]
    [InlineData("SY", "Syria")]
    [InlineData("JO", "Jordan")]
    [InlineData("AD", "Andorra")]
    [InlineData("ZW", "Zimbabwe")]
    [InlineData("CI", "Côte d’Ivoire")]
    [InlineData("XX", "XX")]
    public void A_country_is_told_by_its_short_name(string code, string name) => Assert.Equal(name, Countries.Name(code));

    [Fact]
    public void Every_code_of_the_standard_has_a_name()
    {
        Assert.Equal(249, Countries.Codes.Count());
        Assert.All(Countries.Codes, code => Assert.Matches("^[A-Z]{2}$", code));
        Assert.Equal(249, Countries.Codes.Select(Countries.Name).Distinct().Count());
    }
}
