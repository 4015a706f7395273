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
            Id = "shelling",
            Slug = "2024-01-02-shelling",
            Title = "shelling",
            Kind = IncidentKind.Attack,
            Occurrence = Incident("shelling").Occurrence,
            Places = ["As-Suwayda", "Somewhere"],
            Countries = ["SY"],
            Actors = ["The Brigade", "The Front"],
            Killed = new Toll(0, 2, 5),
            Injured = Toll.Unknown,
            Precision = new GeoPrecision(1500),
            IsPlaced = true,
        },
        Assert.Single(_store.ReadSummaries(["shelling"])));

    [Fact]
    public void Summaries_come_in_the_order_asked_for_without_those_unknown() =>
        Assert.Equal(["road", "other-journey", "area"], _store.ReadSummaries(["road", "nowhere", "other-journey", "area"]).Select(summary => summary.Id));

    [Fact]
    public void No_ids_give_no_summaries() => Assert.Empty(_store.ReadSummaries([]));

    [Fact]
    public void Perpetrators_stand_before_the_others()
    {
        var actors = StarterDataset.Load();
        _store.Add(actors);
        Assert.Equal(["Islamic Resistance in Iraq", "Kata'ib Hezbollah"], Assert.Single(_store.ReadSummaries(["inc-20240128-tower22"])).Actors.Take(2));
    }

    [Fact]
    public void More_ids_than_a_list_has_are_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => _store.ReadSummaries([.. Enumerable.Repeat("shelling", DashboardStore.MostSummaries + 1)]));

    [Fact]
    public void A_record_has_everything_about_one_incident_and_nothing_about_another()
    {
        var journey = Incident("journey");
        var road = Incident("road");
        Assert.Equal(
            new IncidentRecord
            {
                Dataset = _small.Description,
                Incident = Incident("shelling"),
                Places = _small.Places,
                Actors = _small.Actors,
                Claims = _small.Claims,
                Sources = _small.Sources,
                Answers = [new RelatedIncident(_small.Relations[1], road.Slug, road.Title, road.Kind, road.Occurrence)],
                AnsweredBy = [new RelatedIncident(_small.Relations[0], journey.Slug, journey.Title, journey.Kind, null)],
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
        });
    }

    [Theory]
    [InlineData("")]
    [InlineData("nowhere")]
    [InlineData("2024-01-02-SHELLING")]
    [InlineData("' OR 1=1 --")]
    public void A_slug_that_nobody_has_finds_nothing(string slug) => Assert.Null(_store.FindIncident(slug));

    private Incident Incident(string id) => _small.Incidents.Single(incident => incident.Id == id);
}
