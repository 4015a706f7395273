using Dashboard.Domain.Incidents;
using Dashboard.Domain.Sources;

namespace Dashboard.Data.Tests;

public sealed class ChainTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();
    private readonly DashboardStore _store;

    public ChainTests()
    {
        _store = _directory.Open();
        _store.Add(StarterDataset.Load());
    }

    public void Dispose()
    {
        _store.Dispose();
        _directory.Dispose();
    }

    [Fact]
    public void Of_the_starter_relations_the_record_contradicts_the_Yemen_strikes_for_Jordan_and_no_other()
    {
        var numbers = _store.ReadDatasets()[0].Incidents.Select(incident => _store.FindIncident(incident.Slug)!.Number).ToList();
        var relations = _store.ReadRelations(numbers, 1000);

        Assert.Equal(43, relations.Count);
        Assert.Equal(["rel-026"], relations.Where(relation => relation.Standing == RelationStanding.Contradicted).Select(relation => relation.Relation.Id));
        Assert.Equal(["rel-028"], relations.Where(relation => relation.Standing == RelationStanding.Uncertain).Select(relation => relation.Relation.Id));
    }

    [Theory]
    [InlineData("2024-01-28-tower-22-drone-attack", 0)]
    [InlineData("2024-02-05-al-omar-drone-attack", 3)]
    [InlineData("2024-02-07-baghdad-us-strike-abu-baqir-al-saadi", 4)]
    public void Whichever_step_is_asked_about_the_chain_is_the_same(string slug, int position)
    {
        var chain = _store.ReadChain(slug)!;

        Assert.Equal(
            [
                "2024-01-28-tower-22-drone-attack", "2024-01-30-kataib-hezbollah-suspends-operations", "2024-02-03-us-strikes-iraq-syria",
                "2024-02-05-al-omar-drone-attack", "2024-02-07-baghdad-us-strike-abu-baqir-al-saadi",
            ],
            chain.Steps.Select(step => step.Incident.Slug));
        Assert.Equal(["rel-016", "rel-020", "rel-030", "rel-032"], chain.Answers.Select(answer => answer.Relation.Id).Order());
        Assert.Equal((position, false), (chain.Position, chain.IsCut));
    }

    [Fact]
    public void What_the_record_contradicts_is_no_step_but_is_told()
    {
        var jordan = _store.ReadChain("2024-01-28-tower-22-drone-attack")!;
        var yemen = _store.ReadChain("2024-02-03-us-uk-strikes-yemen")!;

        Assert.Equal(["rel-017", "rel-026", "rel-040"], jordan.Others.Select(other => other.Relation.Id));
        Assert.Equal(["2024-02-03-us-uk-strikes-yemen"], yemen.Steps.Select(step => step.Incident.Slug));
        Assert.Equal(["rel-026", "rel-028"], yemen.Others.Select(other => other.Relation.Id));
        Assert.Empty(yemen.Answers);
    }

    [Fact]
    public void The_actors_of_a_chain_come_with_all_above_them()
    {
        var actors = _store.ReadChain("2024-01-28-tower-22-drone-attack")!.Actors.ToDictionary(actor => actor.Id, actor => actor.ParentId);

        Assert.Equal(["act-centcom", "act-dod", "act-usa", null], Above("act-us-forces"));

        List<string?> Above(string id) => actors[id] is { } parent ? [parent, .. Above(parent)] : [null];
    }

    [Fact]
    public void A_long_chain_is_cut_and_says_so()
    {
        var small = SmallDataset.Create("long", "long-");
        var first = small.Incidents[0];
        var incidents = Enumerable.Range(0, IncidentChain.MostSteps + 5).Select(i => first with { Id = $"i{i}", Slug = $"long-{i}" }).ToList();
        _store.Add(small with
        {
            Incidents = [.. incidents],
            Claims = [],
            Conflicts = [],
            Relations = [.. incidents.Skip(1).Select((later, i) => new Relation($"r{i}", later.Id, "follows", incidents[i].Id, null, new Evidence([], null), null))],
        });

        var chain = _store.ReadChain("long-0")!;

        Assert.Equal((IncidentChain.MostSteps, IncidentChain.MostSteps - 1, true), (chain.Steps.Count, chain.Answers.Count, chain.IsCut));
    }

    [Fact]
    public void Relations_are_read_only_where_both_ends_are_asked_for_and_no_more_than_asked_for()
    {
        long[] numbers = [.. new[] { "2024-01-28-tower-22-drone-attack", "2024-02-03-us-uk-strikes-yemen", "2024-02-03-us-strikes-iraq-syria" }.Select(slug => _store.FindIncident(slug)!.Number)];

        Assert.Equal(["rel-020", "rel-026"], _store.ReadRelations(numbers, 10).Select(relation => relation.Relation.Id));
        Assert.Equal(["rel-020"], _store.ReadRelations(numbers, 1).Select(relation => relation.Relation.Id));
        Assert.Null(_store.ReadChain("nowhere"));
    }
}
