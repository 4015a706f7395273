using Dashboard.Domain.Querying;
using Dashboard.Domain.Sources;
using Dashboard.Index.Tiles;

namespace Dashboard.Index.Tests;

/// <summary>What was known on a day, against the plain evaluation and against itself. All other properties ask about days too.</summary>
public class KnownOnProperties
{
    public static TheoryData<int> Seeds { get; } = [.. Enumerable.Range(0, 24)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void As_known_today_is_as_if_no_day_was_asked_for(int seed) => ForEachQuestion(seed, (index, oracle, query, textMatches) =>
    {
        var (today, always) = (query with { AsOf = index.Knowledge?.Last ?? new DateOnly(2026, 11, 21) }, query with { AsOf = null });

        Assert.Equal(index.Numbers(index.Find(always, textMatches)), index.Numbers(index.Find(today, textMatches)));
        Assert.Equal(index.Count(always, textMatches), index.Count(today, textMatches));
        Assert.Equal(oracle.Find(always, textMatches), oracle.Find(today, textMatches));
        Assert.Equal(
            TimeTileFormat.Write(index.Overview(always, textMatches, TileGroup.Kind, TestContext.Current.CancellationToken)),
            TimeTileFormat.Write(index.Overview(today, textMatches, TileGroup.Kind, TestContext.Current.CancellationToken)));
        foreach (var sort in Enum.GetValues<SortOrder>())
        {
            Assert.Equal(
                index.Page(index.Find(always, textMatches), sort, descending: true, 0, int.MaxValue),
                index.Page(index.Find(today, textMatches), sort, descending: true, 0, int.MaxValue));
        }
    });

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Exactly_placed_approximate_and_not_placed_are_the_whole_and_so_are_dated_and_undated(int seed) => ForEachQuestion(seed, (index, oracle, query, textMatches) =>
    {
        var (set, found) = (index.Find(query, textMatches), oracle.Find(query, textMatches));

        Assert.Equal(set.Count, found.Count(incident => Oracle.IsPlaced(incident) && !Oracle.IsApproximate(incident)) + set.Approximate + set.NotPlaced);
        Assert.Equal(set.Count, found.Count(incident => incident.Occurrence is not null) + set.Undated);
    });

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Before_the_first_day_nothing_that_has_a_day_is_known_and_from_the_last_one_on_everything(int seed)
    {
        var datasets = new RandomDatasets(seed).Datasets();
        var index = Facts.Index(datasets);
        if (index.Knowledge is not { } knowledge)
        {
            return;
        }

        var all = IncidentQuery.All with { Leads = LeadView.Shown };
        var undated = datasets.SelectMany(dataset => dataset.Incidents.Where(incident => incident.Occurrence is null
            && (dataset.Claims.Where(claim => claim.IncidentId == incident.Id).ToList() is var claims && (claims.Count == 0 || claims.Exists(claim => new KnownOn(default, dataset.Sources).DayOf(claim) is null)))));
        Assert.Equal(undated.Count(), index.Find(all with { AsOf = DateOnly.MinValue }, null).Count);
        Assert.Equal(index.Find(all, null).Count, index.Find(all with { AsOf = knowledge.Last }, null).Count);
        Assert.Equal((knowledge.First, knowledge.Last), (knowledge.Stretches[0].From, knowledge.Stretches[^1].To));
        Assert.Equal(knowledge.Stretches.Skip(1).Select(stretch => stretch.From), knowledge.Stretches.SkipLast(1).Select(stretch => stretch.To.AddDays(1)));
        Assert.InRange(knowledge.Stretches.Count, 1, Knowledge.MostStretches);
        var dated = datasets.SelectMany(dataset => dataset.Claims.Where(claim => !dataset.Incidents.Single(incident => incident.Id == claim.IncidentId).IsLead
            && new KnownOn(default, dataset.Sources).DayOf(claim) is not null));
        Assert.InRange(knowledge.Stretches.Sum(stretch => stretch.Count), dated.Count(), int.MaxValue);
    }

    private static void ForEachQuestion(int seed, Action<IncidentIndex, Oracle, IncidentQuery, IReadOnlyList<long>?> holds)
    {
        var random = new RandomDatasets(seed);
        var datasets = random.Datasets();
        var (index, oracle) = (Facts.Index(datasets), new Oracle(datasets));
        for (var question = 0; question < 4; question++)
        {
            holds(index, oracle, random.Query() with { AsOf = random.Day() }, random.TextMatches(datasets));
        }
    }
}
