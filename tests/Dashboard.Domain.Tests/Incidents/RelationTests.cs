using Dashboard.Domain.Incidents;
using Dashboard.Domain.Sources;

namespace Dashboard.Domain.Tests.Incidents;

public sealed class RelationTests
{
    [Theory]
    [InlineData("retaliation_for", ClaimStatus.Contradicted, RelationStanding.Contradicted)]
    [InlineData("response_to", ClaimStatus.Retracted, RelationStanding.Contradicted)]
    [InlineData("retaliation_for", ClaimStatus.Disputed, RelationStanding.Asserted)]
    [InlineData("retaliation_for", ClaimStatus.Supported, RelationStanding.Asserted)]
    [InlineData("part_of", ClaimStatus.Contradicted, RelationStanding.Asserted)]
    public void A_relation_that_says_why_is_contradicted_where_the_motive_its_source_claims_is(string kind, ClaimStatus status, RelationStanding standing) =>
        Assert.Equal(standing, RelationStandings.Of(Relation(kind, Confidence.High, "paper"), [Motive("paper", status)]));

    [Fact]
    public void One_source_that_is_not_contradicted_is_enough_for_it_to_stand()
    {
        var relation = Relation("retaliation_for", Confidence.High, "paper", "agency");

        Assert.Equal(RelationStanding.Asserted, RelationStandings.Of(relation, [Motive("paper", ClaimStatus.Contradicted)]));
        Assert.Equal(RelationStanding.Contradicted, RelationStandings.Of(relation, [Motive("paper", ClaimStatus.Contradicted), Motive("agency", ClaimStatus.Retracted)]));
    }

    [Fact]
    public void A_source_that_also_claims_a_motive_that_stands_is_not_contradicted() =>
        Assert.Equal(RelationStanding.Asserted, RelationStandings.Of(
            Relation("retaliation_for", null, "paper"), [Motive("paper", ClaimStatus.Contradicted), Motive("paper", ClaimStatus.Asserted)]));

    [Fact]
    public void What_rests_on_nothing_cannot_be_contradicted_and_low_confidence_is_uncertain()
    {
        Assert.Equal(RelationStanding.Asserted, RelationStandings.Of(Relation("retaliation_for", null), [Motive("paper", ClaimStatus.Contradicted)]));
        Assert.Equal(RelationStanding.Uncertain, RelationStandings.Of(Relation("comments_on", Confidence.Low, "paper"), []));
    }

    [Fact]
    public void Claims_about_anything_but_the_motive_do_not_count() =>
        Assert.Equal(RelationStanding.Asserted, RelationStandings.Of(
            Relation("retaliation_for", null, "paper"), [Motive("paper", ClaimStatus.Contradicted) with { Predicate = "target_count" }]));

    [Fact]
    public void What_is_said_instead_leaves_out_what_is_contradicted_and_withdrawn()
    {
        var (stands, fell, withdrawn) = (Motive("a", ClaimStatus.Supported), Motive("b", ClaimStatus.Contradicted), Motive("c", ClaimStatus.Retracted));
        Assert.Equal([stands], RelationStandings.Instead([fell, stands, withdrawn, stands with { Predicate = "target_count" }]));
    }

    [Fact]
    public void A_part_of_a_part_of_itself_is_a_circle_whichever_closes_it()
    {
        var circles = new PartCircles();
        Assert.Null(circles.Add(Part("a", "b")));
        Assert.Null(circles.Add(Part("b", "c")));
        Assert.Null(circles.Add(Part("a", "c")));
        Assert.Equal(["c", "a", "c"], circles.Add(Part("c", "a"))!);
        Assert.Null(circles.Add(Part("c", "d")));
        Assert.Equal(["d", "b", "c", "d"], circles.Add(Part("d", "b"))!);
    }

    [Fact]
    public void Responses_may_go_round_only_parts_may_not()
    {
        var circles = new PartCircles();
        Assert.Null(circles.Add(new Relation("1", "a", "response_to", "b", null, new Evidence([], null), null)));
        Assert.Null(circles.Add(new Relation("2", "b", "response_to", "a", null, new Evidence([], null), null)));
        Assert.Null(circles.Add(Part("b", "a")));
    }

    private static Relation Part(string part, string whole) => new($"{part}{whole}", part, "part_of", whole, null, new Evidence([], null), null);

    private static Relation Relation(string kind, Confidence? confidence, params string[] sources) =>
        new("r", "strike", kind, "attack", null, new Evidence([.. sources.Select(Basis.Source)], confidence), null);

    private static Claim Motive(string source, ClaimStatus status) => new()
    {
        Id = source,
        IncidentId = "strike",
        Predicate = "motive",
        Claimant = new Claimant(null, source),
        Value = "because",
        Number = null,
        SourceId = source,
        Date = null,
        Status = status,
        Evidence = new Evidence([], null),
    };
}
