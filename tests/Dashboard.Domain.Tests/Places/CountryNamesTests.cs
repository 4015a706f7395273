using Dashboard.Domain.Places;

namespace Dashboard.Domain.Tests.Places;

/// <summary>Datasets call countries by many names; each is one code.</summary>
public sealed class CountryNamesTests
{
    [Theory]
    [InlineData("DR Congo (Zaire)", "CD")]
    [InlineData("Democratic Republic of Congo", "CD")]
    [InlineData("Republic of Congo", "CG")]
    [InlineData("Bosnia-Herzegovina", "BA")]
    [InlineData("Yemen (North Yemen)", "YE")]
    [InlineData("Russia (Soviet Union)", "RU")]
    [InlineData("Serbia (Yugoslavia)", "RS")]
    [InlineData("Myanmar (Burma)", "MM")]
    [InlineData("Ivory Coast", "CI")]
    [InlineData("Cote d'Ivoire", "CI")]
    [InlineData("Côte d’Ivoire", "CI")]
    [InlineData("Turkey", "TR")]
    [InlineData("Türkiye", "TR")]
    [InlineData("  united states of america ", "US")]
    [InlineData("Zimbabwe (Rhodesia)", "ZW")]
    [InlineData("Kingdom of eSwatini (Swaziland)", "SZ")]
    [InlineData("sy", "SY")]
    [InlineData("Atlantis", null)]
    [InlineData("", null)]
    public void A_country_is_known_by_each_of_its_names(string name, string? code) => Assert.Equal(code, Countries.CodeOf(name));

    [Fact]
    public void Every_country_is_known_by_its_own_name() =>
        Assert.All(Countries.Codes, code => Assert.Equal(code, Countries.CodeOf(Countries.Name(code))));
}
