using Dashboard.Data.Import;
using Dashboard.Data.Staging;
using Dashboard.Domain;
using Dashboard.Domain.Incidents;
using Dashboard.Domain.Sources;

namespace Dashboard.Data.Tests.Staging;

/// <summary>Datasets as our own export tells them.</summary>
public sealed class WholeDatasetTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();
    private readonly DashboardStore _store;

    public WholeDatasetTests() => _store = _directory.Open();

    public void Dispose()
    {
        _store.Dispose();
        _directory.Dispose();
    }

    [Fact]
    public void An_exported_dataset_comes_back_the_same()
    {
        var dataset = SmallDataset.Create();
        using var staged = Staged(dataset);
        staged.Commit("x", skipRefused: false, TestContext.Current.CancellationToken);
        SameDataset.Assert(dataset, Assert.Single(_store.ReadDatasets()));

        var corrected = dataset with { Actors = dataset.Actors.Select(actor => actor with { Name = actor.Name + "!" }).ToValueList() };
        using var again = Staged(corrected);
        Assert.Equal((0, 0), (again.Difference.Added, again.Difference.Changed));
        Assert.Equal(2, again.Commit("y", skipRefused: false, TestContext.Current.CancellationToken).Revision);
        Assert.Equal(Contents.Ordered(corrected), Assert.Single(Contents.Of(_store)));
    }

    [Fact]
    public void A_relation_with_an_incident_that_does_not_exist_is_refused_and_the_others_are_kept()
    {
        var dataset = SmallDataset.Create();
        var lost = new Relation("lost", "shelling", "part_of", "nowhere", null, new Evidence([], null), null);
        using var staged = Staged(dataset with { Relations = [.. dataset.Relations, lost] });
        var refusal = new Refusal(1, "relations", "shelling part_of nowhere", "relation lost: there is no incident nowhere, neither in the file nor in the dataset; add it, or leave the relation out");
        Assert.Equal([refusal], staged.Difference.Refusals);
        Assert.Equal((1, [refusal]), (staged.Difference.Refused, staged.Refusals().ToValueList()));
        Assert.Throws<RefusedException>(() => staged.Commit("x", skipRefused: false, TestContext.Current.CancellationToken));

        staged.Commit("x", skipRefused: true, TestContext.Current.CancellationToken);
        SameDataset.Assert(dataset, Assert.Single(_store.ReadDatasets()));
    }

    [Fact]
    public void A_relation_may_be_with_an_incident_that_only_the_store_has()
    {
        var dataset = SmallDataset.Create();
        _store.Add(dataset);
        var related = new Relation("late", "shelling", "follows", "journey", null, new Evidence([], null), null);
        using var staged = Staged(dataset with { Incidents = [], Claims = [], Relations = [related] });
        Assert.Empty(staged.Refusals());

        staged.Commit("x", skipRefused: false, TestContext.Current.CancellationToken);
        Assert.Contains(related, Assert.Single(_store.ReadDatasets()).Relations);
    }

    [Fact]
    public void A_relation_that_makes_an_incident_part_of_itself_is_refused_and_the_others_are_kept()
    {
        var dataset = SmallDataset.Create();
        var circle = new Relation("circle", "road", "part_of", "shelling", null, new Evidence([], null), null);
        using var staged = Staged(dataset with { Relations = [.. dataset.Relations, circle] });
        var refusal = new Refusal(1, "relations", "road part_of shelling",
            "relation circle: road would be part of itself: road, part of shelling, part of road; leave one of these relations out");
        Assert.Equal([refusal], staged.Refusals().ToValueList());

        staged.Commit("x", skipRefused: true, TestContext.Current.CancellationToken);
        SameDataset.Assert(dataset, Assert.Single(_store.ReadDatasets()));
    }

    [Fact]
    public void A_relation_must_not_close_a_circle_with_those_of_the_store()
    {
        var dataset = SmallDataset.Create();
        _store.Add(dataset);
        var circle = new Relation("circle", "road", "part_of", "shelling", null, new Evidence([], null), null);
        using var staged = Staged(dataset with { Incidents = [], Claims = [], Relations = [circle] });
        Assert.Equal("relation circle: road would be part of itself: road, part of shelling, part of road; leave one of these relations out", Assert.Single(staged.Refusals()).Reason);
    }

    [Fact]
    public void A_relation_that_the_file_turns_round_closes_no_circle()
    {
        var dataset = SmallDataset.Create();
        _store.Add(dataset);
        var turned = new Relation("context", "road", "part_of", "shelling", null, new Evidence([], null), null);
        using var staged = Staged(dataset with { Incidents = [], Claims = [], Relations = [turned] });
        Assert.Empty(staged.Refusals());
    }

    private StagedImport Staged(Dataset dataset)
    {
        var staged = _store.Stage();
        foreach (var content in Export(dataset))
        {
            staged.Add(content);
        }

        staged.Finish(TestContext.Current.CancellationToken);
        return staged;
    }

    private static IEnumerable<FileContent> Export(Dataset dataset)
    {
        yield return new FileContent.Whole(dataset with { Incidents = [], Claims = [] }, 1);
        foreach (var (incident, index) in dataset.Incidents.Select((incident, index) => (incident, index)))
        {
            var actors = incident.Involvements.Select(involvement => involvement.ActorId).ToHashSet();
            yield return new FileContent.Row(new ImportedIncident(dataset.Description.Slug, index + 1, incident,
                [.. dataset.Claims.Where(claim => claim.IncidentId == incident.Id)],
                [.. dataset.Actors.Where(actor => actors.Contains(actor.Id))],
                [.. dataset.Places.Where(place => incident.PlaceIds.Contains(place.Id))],
                dataset.Sources));
        }
    }
}
