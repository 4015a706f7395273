using System.Text.Json;
using Dashboard.Data.Tests.Staging;
using Dashboard.Domain;
using Dashboard.Domain.Incidents;

namespace Dashboard.Data.Tests;

/// <summary>Whatever is asked about an earlier revision is answered as it was answered while that revision was the last one.</summary>
public sealed class EarlierRevisionTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();
    private readonly DashboardStore _store;
    private readonly List<(long Revision, string Name, string Answers)> _asked = [];

    public EarlierRevisionTests()
    {
        _store = _directory.Open();
        Ask(() => _store.Add(SmallDataset.Create()));
        Ask(() => _store.Add(StarterDataset.Load()));
        Ask(() => _store.Import(SmallFile.Rows(4)));
        Ask(() => _store.Import(SmallFile.Rows(5, row => row.Incident.Slug == "file-102" ? row : row.With(Corrected))));
        Ask(() => _store.Undo(4));
        Ask(() => _store.Undo(2));
    }

    public void Dispose()
    {
        _store.Dispose();
        _directory.Dispose();
    }

    [Fact]
    public void Facts_lists_marks_incidents_chains_relations_and_parts_are_what_they_were()
    {
        Assert.Equal([1, 2, 3, 4, 5, 6], _asked.Select(asked => asked.Revision));
        Assert.All(_asked, asked => Assert.Equal((asked.Name, asked.Answers), (_store.Revisions.NameOf(asked.Revision), Answers(asked.Revision))));
    }

    [Fact]
    public void Each_revision_has_other_facts_and_the_last_has_those_that_hold()
    {
        Assert.Equal([4, 47, 51, 52, 51, 8], _asked.Select(asked => _store.Read(reader => reader.Facts().Count(), asked.Revision)));
        Assert.Equal(
            ["Corrected", "Corrected", "Fighting number 2", "Corrected", "Corrected"],
            _store.Read(reader => reader.Facts().Where(facts => facts.Dataset == SmallFile.Dataset).OrderBy(facts => facts.Slug).Select(facts => facts.Title).ToList(), 4));
        Assert.Equal(Json(_store.Read(reader => reader.Facts().ToList())), Json(_store.Read(reader => reader.Facts().ToList(), _store.Revision)));
    }

    [Fact]
    public void Who_asked_about_an_earlier_revision_sees_the_last_one_again()
    {
        Assert.Throws<InvalidOperationException>(() => _store.Read<int>(_ => throw new InvalidOperationException("the question failed"), 1));
        Assert.Equal(_asked[^1].Answers, Answers(null));
    }

    [Fact]
    public void A_revision_that_was_never_committed_has_no_name_and_no_answers()
    {
        Assert.Null(_store.Revisions.NameOf(7));
        Assert.Throws<ArgumentOutOfRangeException>(() => _store.Read(reader => reader.Revision, 7));
    }

    private static Incident Corrected(Incident incident) => incident with { Title = "Corrected", Killed = incident.Killed with { Toll = Toll.Unknown } };

    private void Ask(Action change)
    {
        change();
        _asked.Add((_store.Revision, _store.RevisionName, Answers(null)));
    }

    /// <summary>Everything that pages ask, as text. What became of a change since is told of every revision alike, and is left out.</summary>
    private string Answers(long? revision)
    {
        var (facts, parts) = _store.Read(
            reader => (reader.Facts().ToList(), reader.Descriptions.Select(description => new object[]
            {
                description, reader.Actors(description.Slug), reader.Places(description.Slug), reader.Sources(description.Slug),
                reader.Relations(description.Slug), reader.Conflicts(description.Slug), reader.Notes(description.Slug),
            }).ToList()),
            revision);
        var numbers = facts.Select(fact => fact.Number).ToList();
        var incidents = facts.Select(fact => _store.FindIncident(fact.Slug, revision)!).Select(record => record with { Revisions = record.Revisions.Select(change => change with { UndoneBy = null }).ToValueList() });
        return Json(new object[]
        {
            facts, parts, incidents.ToList(),
            _store.ReadSummaries(numbers, revision), _store.ReadDrawn(numbers, revision), _store.ReadRelations(numbers, 500, revision),
            facts.Select(fact => _store.ReadChain(fact.Slug, revision)!).Select(chain => new object[] { chain.Steps, chain.Answers, chain.Others }),
            _store.FindByText("fighting", revision),
        });
    }

    private static string Json(object answers) => JsonSerializer.Serialize(answers, new JsonSerializerOptions { MaxDepth = 256 });
}
