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
            Facts.Index(1, [Dataset(actors: [Actor("top"), Actor("c", "a"), Actor("a", "b"), Actor("b", "c"), Actor("below", "a"), Actor("leaf", "top")])]));

        Assert.Equal("these actors stand above themselves: a, b, c", refusal.Message);
    }

    [Fact]
    public void What_no_dataset_describes_is_called_by_its_id()
    {
        var counts = Facts.Index(1, [Dataset(actors: [Actor("a", "b")], incidents: [Incident("i", actors: ["a", "c"], sources: ["s"])])]).Count(IncidentQuery.All, null);

        Assert.Equal([new("b", "b", 1, [new("a", "A", 1, [])]), new("c", "c", 1, [])], counts.Actors);
        Assert.Equal([new("s", "s", 1)], counts.Sources);
    }

    [Fact]
    public void Incidents_are_told_by_ascending_number()
    {
        var builder = new IndexBuilder(1, []);
        var facts = Facts.Of([Dataset(incidents: [Incident("i"), Incident("j")])]).ToArray();
        builder.Add(facts[1]);

        Assert.Throws<ArgumentException>(() => builder.Add(facts[0]));
    }

    [Fact]
    public void Of_very_many_options_the_commonest_and_the_chosen_are_listed_and_the_others_counted()
    {
        var ids = Enumerable.Range(0, 300).Select(number => $"{number:000}").ToArray();
        var index = Facts.Index(1,
        [
            Dataset(
                actors: ids.Select(id => Actor(id, id == "299" ? "idle" : null)).Append(Actor("idle")).ToValueList(),
                sources: ids.Select(id => Source(id, $"Publisher {id}")).ToValueList(),
                incidents: [.. ids.Select(id => Incident($"i{id}", actors: [id], sources: [id])), Incident("twice", actors: ["250"], sources: ["250"])]),
        ]);

        var counts = index.Count(new() { Sources = ["298", "unheard-of"], Actors = ["299"] }, null);

        // With the chosen source nothing of the others' actors is left, and the other way round.
        string[] commonest = ["250", .. ids.Take(199)];
        Assert.Equal([.. commonest.Select(id => new OptionCount(id, $"Publisher {id}", 0)), new("298", "Publisher 298", 0)], counts.Sources);
        Assert.Equal([.. commonest.Select(id => new ActorCount(id, id, 0, [])), new("idle", "IDLE", 0, [new("299", "299", 0, [])])], counts.Actors);
        Assert.Equal(new OptionsLeftOut(Kinds: 0, Actors: 99, Countries: 0, Sources: 99), counts.LeftOut);
    }

    [Fact]
    public void Leads_are_counted_apart_and_left_out_unless_they_are_asked_for()
    {
        var lead = Incident("lead", new Occurrence(_noon, null, TimeSpan.Zero, TimePrecision.Day), kind: "protest") with { IsLead = true };
        var index = Facts.Index(1,
        [
            Dataset("a", incidents: [Incident("i", new Occurrence(_noon.AddDays(-1), null, TimeSpan.Zero, TimePrecision.Day))]),
            Dataset("b", incidents: [lead]),
        ]);

        Assert.Equal((1, 1), (index.Total, index.Leads));
        Assert.Equal(new TimeWindow(_noon.AddDays(-1), _noon), index.Extent);
        Assert.Equal(new TimeWindow(_noon.AddDays(-1), _noon.AddDays(1)), index.ExtentWith(LeadView.Shown));
        Assert.Equal(new TimeWindow(_noon, _noon.AddDays(1)), index.ExtentWith(LeadView.Only));
        AssertFinds([10], [new("attack", "Attack", 1)], [new("a", "a", 1), new("b", "b", 0)], LeadView.Hidden);
        AssertFinds([10, 13], [new("attack", "Attack", 1), new("protest", "Protest", 1)], [new("a", "a", 1), new("b", "b", 1)], LeadView.Shown);
        AssertFinds([13], [new("protest", "Protest", 1)], [new("b", "b", 1), new("a", "a", 0)], LeadView.Only);

        void AssertFinds(long[] numbers, ValueList<OptionCount> kinds, ValueList<OptionCount> datasets, LeadView leads)
        {
            var query = new IncidentQuery { Leads = leads };
            var (set, counts) = (index.Find(query, null), index.Count(query, null));
            Assert.Equal(numbers, index.Numbers(set));
            Assert.Equal((kinds, datasets, 1), (counts.Kinds, counts.Datasets, counts.Leads));
        }
    }

    [Fact]
    public void Options_are_named_for_a_person_and_the_fullest_come_first()
    {
        var index = Facts.Index(1,
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

        Assert.Null(Facts.Index(1, []).Coverage);
        Assert.Equal(new TimeWindow(one, three), Facts.Index(1, [Dataset("a", new(one, two)), Dataset("b", new(two, three))]).Coverage);
        Assert.Equal(new TimeWindow(null, three), Facts.Index(1, [Dataset("a", new(one, two)), Dataset("b", new(null, three))]).Coverage);
        Assert.Equal(TimeWindow.All, Facts.Index(1, [Dataset("a", new(one, null)), Dataset("b", new(null, three))]).Coverage);
        Assert.Equal(
            [new("a", new(one, two)), new("b", new(two, three))],
            Facts.Index(1, [Dataset("a", new(one, two)), Dataset("b", new(two, three))]).Coverages);
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
        var index = Facts.Index(0, []);
        var set = index.Find(new() { Kinds = ["attack"], Area = new(0, 0, 1, 1), Text = "x" }, [1]);

        Assert.Equal((0, 0, 0, 0), (index.Total, set.Count, set.Undated, set.NotPlaced));
        Assert.Equal([], index.Page(set, SortOrder.Title, descending: true, 0, 50));
        var counted = index.Count(IncidentQuery.All, null);
        Assert.Equal(new FacetCounts([], [], [], [], [], [], counted.Precision, 0, default), counted);
        Assert.All(counted.Precision.Places, demand => Assert.Equal(0, demand.Count));
        Assert.All(counted.Precision.Times, demand => Assert.Equal(0, demand.Count));
    }

    [Fact]
    public void A_set_is_read_only_by_the_index_that_found_it()
    {
        var set = Facts.Index(1, [Dataset()]).Find(IncidentQuery.All, null);
        var next = Facts.Index(2, [Dataset()]);

        Assert.Throws<ArgumentException>(() => next.Numbers(set));
        Assert.Throws<ArgumentException>(() => next.Page(set, SortOrder.Time, descending: false, 0, 1));
    }

    [Fact]
    public async Task Many_threads_may_ask_at_once()
    {
        var random = new RandomDatasets(7);
        var datasets = random.Datasets();
        var index = Facts.Index(1, datasets);
        var alone = Facts.Index(1, datasets);
        var ordered = Enum.GetValues<SortOrder>().Select(sort => alone.Page(alone.Find(IncidentQuery.All, null), sort, true, 0, 1000)).ToArray();

        await Parallel.ForAsync(0, 200, (number, _) =>
        {
            var sort = Enum.GetValues<SortOrder>()[number % ordered.Length];
            Assert.Equal(ordered[(int)sort], index.Page(index.Find(IncidentQuery.All, null), sort, true, 0, 1000));
            return ValueTask.CompletedTask;
        });
    }

    private static TimeWindow? Extent(Occurrence? one, Occurrence? other) =>
        Facts.Index(1, [Dataset(incidents: [Incident("i", one), Incident("j", other)])]).Extent;
}
