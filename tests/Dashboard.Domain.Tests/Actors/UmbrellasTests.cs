using Dashboard.Domain.Actors;
using Dashboard.Domain.Sources;

namespace Dashboard.Domain.Tests.Actors;

public class UmbrellasTests
{
    [Fact]
    public void Whoever_a_source_ties_to_an_alliance_acts_under_it_whichever_of_the_two_names_the_other() => Assert.Equal(
        [("alliance", "said-by-it"), ("alliance", "says-so")],
        Umbrellas.In([Actor("alliance", "Umbrella brand", "said-by-it", "words only"), Actor("said-by-it", "militia"), Actor("says-so", "militia", "alliance"), Actor("other", "militia", "says-so")]));

    [Fact]
    public void What_is_general_knowledge_alone_ties_nobody() => Assert.Empty(
        Umbrellas.In([Actor("alliance", "coalition"), Actor("member", "state military", "alliance") with { Evidence = new Evidence([Basis.GeneralKnowledge], null) }]));

    [Fact]
    public void A_tie_that_both_name_is_one() => Assert.Equal(
        [("alliance", "member")],
        Umbrellas.In([Actor("alliance", "alliance", "member"), Actor("member", "militia", "alliance")]));

    private static Actor Actor(string id, string nature, params ReadOnlySpan<string> affiliations) => new()
    {
        Id = id,
        Name = id,
        Nature = nature,
        ParentId = null,
        Affiliations = [.. affiliations],
        Aliases = [],
        Evidence = new Evidence([Basis.Source("report")], null),
    };
}
