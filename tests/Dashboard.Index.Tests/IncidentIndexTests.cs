using Dashboard.Domain;
using Dashboard.Domain.Querying;
using Dashboard.Domain.Sources;
using Dashboard.Domain.Time;
using static Dashboard.Index.Tests.SmallDatasets;

namespace Dashboard.Index.Tests;

public class IncidentIndexTests
{
    private static readonly DateTimeOffset _noon = new(2024, 2, 2, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Actors_that_stand_above_themselves_are_refused_by_name()
    {
        var refusal = Assert.Throws<RefusedException>(() =>
            IncidentIndex.Build(1, [Dataset(actors: [Actor("top"), Actor("c", "a"), Actor("a", "b"), Actor("b", "c"), Actor("below", "a"), Actor("leaf", "top")])]));

        Assert.Equal("these actors stand above themselves: a, b, c", refusal.Message);
    }

    [Fact]
    public void A_reference_that_leads_nowhere_is_refused_by_name()
    {
        AssertRefused("dataset small: incident i names place p, which is not in it", Dataset(incidents: [Incident("i", places: ["p"])]));
        AssertRefused("actor a is named, but no dataset has it", Dataset(incidents: [Incident("i", actors: ["a"])]));
        AssertRefused("actor b is named, but no dataset has it", Dataset(actors: [Actor("a", "b")]));
        AssertRefused("source s is named, but no dataset has it", Dataset(incidents: [Incident("i", sources: ["s"])]));
        AssertRefused("dataset small: claim c is about i, which is not an incident of it", Dataset(claims: [Claim("c", "i", "s", ClaimStatus.Asserted)]));
    }

    [Fact]
    public void Two_incidents_of_one_name_are_refused()
    {
        AssertRefused("two incidents have the id i", Dataset("a", incidents: [Incident("i")]), Dataset("b", incidents: [Incident("i", slug: "j")]));
        AssertRefused("two incidents have the slug i", Dataset("a", incidents: [Incident("i")]), Dataset("b", incidents: [Incident("j", slug: "i")]));
    }

    [Fact]
    public void Options_are_named_for_a_person_and_the_fullest_come_first()
    {
        var index = IncidentIndex.Build(1,
        [
            Dataset(
                actors: [Actor("leaf", "middle"), Actor("middle", "top"), Actor("top"), Actor("other"), Actor("idle")],
                sources: [Source("s1", "Tass"), Source("s2", "AP", "2023-11-12"), Source("s3", "AP", "2024"), Source("s4", "Blog"), Source("s5", "Blog"), Source("s6", "Unused")],
                incidents:
                [
                    Incident("i1", kind: "armed-clash", actors: ["leaf"], sources: ["s1", "s2", "s3", "s4", "s5"]),
                    Incident("i2", kind: "armed-clash", actors: ["top", "leaf"]),
                    Incident("i3", actors: ["other"], sources: ["s5"]),
                ],
                claims: [Claim("c1", "i3", "s3", ClaimStatus.Unverified), Claim("c2", "i3", "s3", ClaimStatus.Unverified)]),
        ]);

        var counts = index.Count(new() { Kinds = ["attack"] }, null);

        Assert.Equal([new("armed-clash", "Armed clash", 2), new("attack", "Attack", 1)], counts.Kinds);
        Assert.Equal([new("top", "TOP", 0, [new("middle", "MIDDLE", 0, [new("leaf", "LEAF", 0, [])])]), new("other", "OTHER", 1, [])], counts.Actors);
        Assert.Equal(
            [new("s3", "AP, 2024", 1), new("s5", "Blog (2)", 1), new("s2", "AP, 12 Nov 2023", 0), new("s4", "Blog (1)", 0), new("s1", "Tass", 0)],
            counts.Sources);
        Assert.Equal([new("unverified", "Unverified", 1)], counts.Statuses);
        Assert.Equal([], counts.Countries);
    }

    [Fact]
    public void Coverage_is_what_the_datasets_cover_together()
    {
        var (one, two, three) = (_noon, _noon.AddDays(1), _noon.AddDays(2));

        Assert.Null(IncidentIndex.Build(1, []).Coverage);
        Assert.Equal(new TimeWindow(one, three), IncidentIndex.Build(1, [Dataset("a", new(one, two)), Dataset("b", new(two, three))]).Coverage);
        Assert.Equal(new TimeWindow(null, three), IncidentIndex.Build(1, [Dataset("a", new(one, two)), Dataset("b", new(null, three))]).Coverage);
        Assert.Equal(TimeWindow.All, IncidentIndex.Build(1, [Dataset("a", new(one, null)), Dataset("b", new(null, three))]).Coverage);
    }

    [Fact]
    public void The_extent_holds_every_dated_incident()
    {
        var day = new Occurrence(_noon, null, TimeSpan.Zero, TimePrecision.Day);
        var ongoing = new Occurrence(_noon.AddDays(-9), null, TimeSpan.Zero, TimePrecision.Minute, isOngoing: true);
        var moment = new Occurrence(_noon.AddDays(3), null, TimeSpan.Zero, TimePrecision.Minute);
        var last = new Occurrence(DateTimeOffset.MaxValue, null, TimeSpan.Zero, TimePrecision.Minute);

        Assert.Null(Extent(null, null));
        Assert.Equal(new TimeWindow(_noon, _noon.AddDays(1)), Extent(day, null));
        Assert.Equal(new TimeWindow(_noon.AddDays(-9), _noon.AddDays(1)), Extent(ongoing, day));
        Assert.Equal(new TimeWindow(_noon, _noon.AddDays(3).AddMinutes(1)), Extent(moment, day));
        Assert.Equal(new TimeWindow(_noon, null), Extent(last, day));
    }

    [Fact]
    public void An_empty_index_answers()
    {
        var index = IncidentIndex.Build(0, []);
        var set = index.Find(new() { Kinds = ["attack"], Area = new(0, 0, 1, 1), Text = "x" }, new HashSet<string> { "i" });

        Assert.Equal((0, 0, 0, 0), (index.Total, set.Count, set.Undated, set.NotPlaced));
        Assert.Equal([], index.Page(set, SortOrder.Title, descending: true, 0, 50));
        Assert.Equal(new FacetCounts([], [], [], [], []), index.Count(IncidentQuery.All, null));
    }

    [Fact]
    public void A_set_is_read_only_by_the_index_that_found_it()
    {
        var set = IncidentIndex.Build(1, [Dataset()]).Find(IncidentQuery.All, null);
        var next = IncidentIndex.Build(2, [Dataset()]);

        Assert.Throws<ArgumentException>(() => next.Incidents(set));
        Assert.Throws<ArgumentException>(() => next.Page(set, SortOrder.Time, descending: false, 0, 1));
    }

    [Fact]
    public async Task Many_threads_may_ask_at_once()
    {
        var random = new RandomDatasets(7);
        var datasets = random.Datasets();
        var index = IncidentIndex.Build(1, datasets);
        var alone = IncidentIndex.Build(1, datasets);
        var ordered = Enum.GetValues<SortOrder>().Select(sort => alone.Page(alone.Find(IncidentQuery.All, null), sort, true, 0, 1000)).ToArray();

        await Parallel.ForAsync(0, 200, (number, _) =>
        {
            var sort = Enum.GetValues<SortOrder>()[number % ordered.Length];
            Assert.Equal(ordered[(int)sort], index.Page(index.Find(IncidentQuery.All, null), sort, true, 0, 1000));
            return ValueTask.CompletedTask;
        });
    }

    private static TimeWindow? Extent(Occurrence? one, Occurrence? other) =>
        IncidentIndex.Build(1, [Dataset(incidents: [Incident("i", one), Incident("j", other)])]).Extent;

    private static void AssertRefused(string message, params Dataset[] datasets) =>
        Assert.Equal(message, Assert.Throws<RefusedException>(() => IncidentIndex.Build(1, datasets)).Message);
}
