using Dashboard.Domain;
using Dashboard.Domain.Incidents;
using Dashboard.Domain.Places;

namespace Dashboard.Data.Tests;

public sealed class QuestionTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();
    private readonly DashboardStore _store;
    private readonly Dataset _small = SmallDataset.Create();

    public QuestionTests()
    {
        _store = _directory.Open();
        _store.Add(_small);
        _store.Add(SmallDataset.Create("other", "other-"));
    }

    public void Dispose()
    {
        _store.Dispose();
        _directory.Dispose();
    }

    [Fact]
    public void A_summary_is_a_line_of_the_list() => Assert.Equal(
        new IncidentSummary
        {
            Number = 1,
            Dataset = "small",
            Slug = "2024-01-02-shelling",
            Title = "shelling",
            Kind = IncidentKind.Attack,
            IsLead = false,
            Occurrence = Incident("shelling").Occurrence,
            Places = ["As-Suwayda", "Somewhere"],
            Countries = ["SY"],
            Actors = ["The Brigade", "The Front"],
            Killed = new Toll(0, 2, 5),
            Injured = Toll.Unknown,
            Precision = new GeoPrecision(1500),
            IsPlaced = true,
        },
        Assert.Single(_store.ReadSummaries([Number("2024-01-02-shelling")])));

    [Fact]
    public void Summaries_come_in_the_order_asked_for_without_those_unknown()
    {
        string[] slugs = ["road", "other-2024-01-05-journey", "area"];
        var numbers = slugs.Select(Number).ToList();
        Assert.Equal(slugs, _store.ReadSummaries([numbers[0], 999, numbers[1], numbers[2]]).Select(summary => summary.Slug));
        Assert.Equal(["small", "other", "small"], _store.ReadSummaries(numbers).Select(summary => summary.Dataset));
    }

    [Fact]
    public void No_numbers_give_no_summaries() => Assert.Empty(_store.ReadSummaries([]));

    [Fact]
    public void Perpetrators_stand_before_the_others()
    {
        _store.Add(StarterDataset.Load());
        Assert.Equal(["Islamic Resistance in Iraq", "Kata'ib Hezbollah"],
            Assert.Single(_store.ReadSummaries([Number("2024-01-28-tower-22-drone-attack")])).Actors.Take(2));
    }

    [Fact]
    public void More_numbers_than_a_list_or_a_map_has_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => _store.ReadSummaries([.. Enumerable.Repeat(1L, DashboardStore.MostSummaries + 1)]));
        Assert.Throws<ArgumentOutOfRangeException>(() => _store.ReadDrawn([.. Enumerable.Repeat(1L, DashboardStore.MostDrawn + 1)]));
    }

    [Fact]
    public void What_is_drawn_comes_in_the_order_asked_for_with_the_names_of_its_places()
    {
        var drawn = _store.ReadDrawn([Number("other-road"), 999, Number("2024-01-02-shelling")]);
        Assert.Equal(["other-road", "2024-01-02-shelling"], drawn.Select(one => one.Incident.Slug));
        Assert.Equal(["other", "small"], drawn.Select(one => one.Dataset));
        Assert.Equal(Incident("shelling"), drawn[1].Incident);
        Assert.Equal(new Dictionary<string, string> { ["town"] = "As-Suwayda", ["somewhere"] = "Somewhere" }, drawn[1].PlaceNames);
    }

    [Fact]
    public void A_record_has_everything_about_one_incident_and_nothing_about_another()
    {
        var journey = Incident("journey");
        var road = Incident("road");
        Assert.Equal(
            new IncidentRecord
            {
                Number = 1,
                Dataset = _small.Description,
                Incident = Incident("shelling"),
                Places = _small.Places,
                Actors = _small.Actors,
                Claims = _small.Claims,
                Sources = _small.Sources,
                Answers = [new RelatedIncident(_small.Relations[1], road.Slug, road.Title, road.Kind, road.Occurrence)],
                AnsweredBy = [new RelatedIncident(_small.Relations[0], journey.Slug, journey.Title, journey.Kind, null)],
                Conflicts = _small.Conflicts,
                Revisions = [_store.Revisions.Last(10)[^1]],
            },
            _store.FindIncident("2024-01-02-shelling"));
    }

    [Fact]
    public void A_record_names_the_sources_of_its_stops_and_relations() =>
        Assert.Equal(["report", "rumour"], _store.FindIncident("2024-01-05-journey")!.Sources.Select(source => source.Id));

    [Fact]
    public void A_record_is_equal_to_its_part_of_the_dataset()
    {
        var starter = StarterDataset.Load();
        _store.Add(starter);
        Assert.All(starter.Incidents, incident =>
        {
            var record = _store.FindIncident(incident.Slug)!;
            Assert.Equal(incident, record.Incident);
            Assert.Equal(starter.Claims.Where(claim => claim.IncidentId == incident.Id), record.Claims);
            Assert.Equal(starter.Places.Where(place => incident.PlaceIds.Contains(place.Id)), record.Places);
            Assert.Equal(starter.Relations.Where(relation => relation.FromId == incident.Id), record.Answers.Select(related => related.Relation));
            Assert.Equal(starter.Relations.Where(relation => relation.ToId == incident.Id), record.AnsweredBy.Select(related => related.Relation));
            Assert.Equal(starter.Conflicts.Where(conflict => conflict.IncidentIds.Contains(incident.Id)), record.Conflicts);
            Assert.All(record.Conflicts, conflict => Assert.Subset(record.Sources.Select(source => source.Id).ToHashSet(), conflict.SourceIds.ToHashSet()));
        });
    }

    [Fact]
    public void What_is_counted_in_a_whole_and_its_parts_stands_beside_each_other_with_its_units()
    {
        _store.Add(StarterDataset.Load());
        var whole = _store.FindIncident("2024-02-03-us-strikes-iraq-syria")!;
        var part = _store.FindIncident("2024-02-03-us-strikes-deir-ez-zor-albu-kamal")!;

        Assert.Equal(
            [("cl-024", part.Incident.Slug, "pub-sohr-324427"), ("cl-025", part.Incident.Slug, "pub-sohr-324467"), ("cl-026", part.Incident.Slug, "article-2")],
            whole.ClaimsElsewhere.Select(other => (other.Claim.Id, other.Slug, other.Source.Id)));
        Assert.Equal(["cl-022", "cl-023"], part.ClaimsElsewhere.Select(other => other.Claim.Id));
        Assert.Equal([], _store.FindIncident("2024-01-28-tower-22-drone-attack")!.ClaimsElsewhere);
    }

    [Fact]
    public void A_correction_comes_with_those_who_made_it()
    {
        _store.Add(StarterDataset.Load());
        var correction = Assert.Single(_store.FindIncident("2024-02-03-us-strikes-iraq-syria")!.Corrections);

        Assert.Equal("2024-02-05-us-withdraws-prior-notice-claim", correction.Slug);
        Assert.Equal(["Vedant Patel", "John Kirby"], correction.Speakers);
        Assert.Equal("rel-031", correction.Relation.Id);
    }

    [Theory]
    [InlineData("")]
    [InlineData("nowhere")]
    [InlineData("2024-01-02-SHELLING")]
    [InlineData("' OR 1=1 --")]
    public void A_slug_that_nobody_has_finds_nothing(string slug) => Assert.Null(_store.FindIncident(slug));

    private long Number(string slug) => _store.FindIncident(slug)!.Number;

    private Incident Incident(string id) => _small.Incidents.Single(incident => incident.Id == id);
}
