using Dashboard.Domain.Places;
using Dashboard.Domain.Querying;
using Dashboard.Domain.Sources;
using Dashboard.Domain.Time;
using static Dashboard.Index.Tests.SmallDatasets;

namespace Dashboard.Index.Tests;

/// <summary>What the pages of actors and places ask.</summary>
public class NamedThingsTests
{
    public static TheoryData<int> Seeds { get; } = [.. Enumerable.Range(0, 30)];

    [Fact]
    public void An_actor_stands_below_those_it_belongs_to_and_above_its_own()
    {
        var index = Facts.Index(1, [Dataset(
            actors: [Actor("top"), Actor("middle", "top"), Actor("beside", "top"), Actor("small", "middle"), Actor("large", "middle"), Actor("leaf", "large")],
            incidents: [Incident("i", actors: ["leaf"]), Incident("j", actors: ["large", "small"]), Incident("k", actors: ["beside"]), Incident("lead", actors: ["leaf"]) with { IsLead = true }])]);

        Assert.Equal(
            new ActorLineage([new("top", "TOP", 3, [])], new("middle", "MIDDLE", 2, [new("large", "LARGE", 2, [new("leaf", "LEAF", 1, [])]), new("small", "SMALL", 1, [])])),
            index.Lineage("middle"));
        Assert.Equal(new ActorLineage([new("top", "TOP", 3, []), new("middle", "MIDDLE", 2, []), new("large", "LARGE", 2, [])], new("leaf", "LEAF", 1, [])), index.Lineage("leaf"));
        Assert.Null(index.Lineage("nobody"));
    }

    [Fact]
    public void An_alliance_has_the_incidents_of_everybody_who_acts_under_its_name()
    {
        var index = Facts.Index(1, [Dataset(
            actors: [Actor("above"), Said("alliance", "above", "umbrella brand"), Actor("other"), Said("member", "other", "militia", "alliance"), Actor("person", "member"), Said("neighbour", null, "militia", "member")],
            incidents: [Incident("i", actors: ["person"]), Incident("j", actors: ["alliance"]), Incident("k", actors: ["member", "alliance"]), Incident("l", actors: ["neighbour"])])]);

        Assert.Equal([10, 13, 16], Found("alliance"));
        Assert.Equal([10, 13, 16], Found("above"));
        Assert.Equal([10, 16], Found("member"));
        Assert.Equal([10, 16], Found("other"));
        var counts = index.Count(IncidentQuery.All, null).Actors;
        Assert.All(counts.SelectMany(actor => actor.Children.Prepend(actor)), actor => Assert.Equal(Found(actor.Id).Count, actor.Count));
        Assert.Equal(
            new ActorLineage([new("above", "ABOVE", 3, [])], new("alliance", "ALLIANCE", 3, [])) { Affiliates = [new("member", "MEMBER", 2, [new("person", "PERSON", 1, [])])] },
            index.Lineage("alliance"));

        IReadOnlyList<long> Found(string actor) => index.Numbers(index.Find(new() { Actors = [actor] }, null));

        static Domain.Actors.Actor Said(string id, string? parent, string nature, params ReadOnlySpan<string> affiliations) =>
            Actor(id, parent) with { Nature = nature, Affiliations = [.. affiliations], Evidence = new Evidence([Basis.Source("report")], null) };
    }

    [Fact]
    public void Incidents_are_found_by_who_claims_something_of_them_involved_or_not()
    {
        var folder = Directory.CreateTempSubdirectory("index-claimants-");
        try
        {
            var index = Facts.Index(1, [Dataset(
                incidents: [Incident("i", actors: ["said-of"]), Incident("j"), Incident("lead") with { IsLead = true }],
                claims: [By("speaker", "i"), By("speaker", "j"), By("speaker", "lead"), By("other", "i"), By(null, "j")])]);
            var path = Path.Combine(folder.FullName, "index");
            IndexFile.Write(index, path, "r");

            Assert.All(new[] { index, IndexFile.Open(path, "r")! }, one =>
            {
                Assert.Equal([10, 13], one.Numbers(one.ClaimedBy("speaker")));
                Assert.Equal([10], one.Numbers(one.ClaimedBy("other")));
                Assert.Equal(0, one.ClaimedBy("said-of").Count);
            });
        }
        finally
        {
            folder.Delete(recursive: true);
        }

        static Claim By(string? actor, string incident) => Claim($"{actor}-{incident}", incident, "s", ClaimStatus.Asserted) with { Claimant = new Claimant(actor, "named") };
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Near_a_point_is_what_measuring_every_point_finds(int seed)
    {
        var (random, datasets) = (new Random(seed), new RandomDatasets(seed).Datasets());
        var index = Facts.Index(1, datasets);
        foreach (var (centre, metres) in Enumerable.Range(0, 30).Select(_ => (new GeoPoint(random.Next(-90, 91), random.Next(-180, 181)), Math.Pow(10, 4 + (random.NextDouble() * 3)))))
        {
            var expected = datasets.SelectMany(dataset => dataset.Incidents).Index()
                .Where(pair => !pair.Item.IsLead)
                .Select(pair => (Number: Facts.NumberOf(pair.Index), Metres: pair.Item.Geometry?.DrawnPoints.Select(centre.MetresTo).Append(double.MaxValue).Min() ?? double.MaxValue))
                .Where(pair => pair.Metres <= metres)
                .ToDictionary(pair => pair.Number, pair => pair.Metres);
            var near = index.Near(centre, metres, 5);

            Assert.Equal(expected.Keys.Order(), index.Numbers(near.Incidents).Order());
            Assert.Equal(expected.Values.Order().Take(5), near.Nearest.Select(incident => incident.Metres), (one, other) => Math.Abs(one - other) < 1.5);
            Assert.All(near.Nearest, incident => Assert.Equal(expected[incident.Number], incident.Metres, 1.5));
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Bars_and_the_undated_are_all_incidents_of_the_set(int seed)
    {
        var random = new RandomDatasets(seed);
        var datasets = random.Datasets();
        var (index, oracle, query) = (Facts.Index(1, datasets), new Oracle(datasets), random.Query());
        var found = oracle.Find(query, null);
        var histogram = index.Histogram(index.Find(query, null));

        Assert.Equal(found.Count(incident => incident.Occurrence is null), histogram.Undated);
        Assert.Equal(found.Count, histogram.Undated + histogram.Bars.Sum(bar => bar.Total));
        Assert.All(histogram.Bars, bar => Assert.Equal(
            histogram.Kinds.Select(kind => found.Count(incident => incident.Kind.Key == kind && incident.Occurrence is { } when && DateOnly.FromDateTime(when.Start.UtcDateTime) is var day && day >= bar.From && day < bar.To)),
            bar.Counts));
        Assert.All(histogram.Bars.Zip(histogram.Bars.Skip(1)), pair => Assert.Equal(pair.First.To, pair.Second.From));
    }

    [Theory]
    [InlineData("2024-01-03", "2024-02-07", HistogramStep.Week, "2024-01-01", "2024-02-12", 6)]
    [InlineData("2014-10-17", "2024-02-04", HistogramStep.Month, "2014-10-01", "2024-03-01", 113)]
    [InlineData("1989-01-01", "2025-12-31", HistogramStep.Year, "1989-01-01", "2026-01-01", 37)]
    [InlineData("1816-06-01", "2025-12-31", HistogramStep.Decade, "1810-01-01", "2030-01-01", 22)]
    [InlineData("0001-01-01", "9999-12-31", HistogramStep.Century, "0001-01-01", "9999-12-31", 100)]
    public void Bars_are_as_short_as_a_page_has_room_for(string first, string last, HistogramStep step, string from, string to, int bars)
    {
        var index = Facts.Index(1, [Dataset(incidents: [Incident("i", On(first)), Incident("j", On(last))])]);
        var histogram = index.Histogram(index.Find(IncidentQuery.All, null));

        Assert.Equal((step, DateOnly.Parse(from), DateOnly.Parse(to), bars, 2), (histogram.Step, histogram.Bars[0].From, histogram.Bars[^1].To, histogram.Bars.Count, histogram.Bars.Sum(bar => bar.Total)));

        static Occurrence On(string day) => new(new DateTimeOffset(DateOnly.Parse(day), TimeOnly.MinValue, TimeSpan.Zero), null, TimeSpan.Zero, TimePrecision.Minute);
    }
}
