using Dashboard.Domain.Querying;

namespace Dashboard.Index.Tests;

/// <summary>The index against the plain evaluation, on many random datasets and questions.</summary>
public class IncidentIndexProperties
{
    private const int QuestionsPerDataset = 25;

    public static TheoryData<int> Seeds { get; } = [.. Enumerable.Range(0, 40)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void It_finds_what_looking_at_every_incident_finds(int seed) => ForEachQuestion(seed, (index, oracle, query, textMatches) =>
    {
        var found = oracle.Find(query, textMatches);
        var set = index.Find(query, textMatches);

        Assert.Equal(found.Select(oracle.NumberOf), index.Numbers(set));
        Assert.Equal(found.Count, set.Count);
        Assert.Equal(found.Count(incident => incident.IsLead), set.Leads);
        Assert.Equal(found.Count(incident => incident.Occurrence is null), set.Undated);
        Assert.Equal(found.Count(incident => !Oracle.IsPlaced(incident)), set.NotPlaced);
        Assert.Equal(found.Count(Oracle.IsApproximate), set.Approximate);
        Assert.Equal(oracle.HasLens(query) ? found.Count(incident => oracle.IsMentioned(incident, query)) : null, set.Mentioned);
        Assert.Equal(found.Where(incident => !Oracle.IsPlaced(incident)).Select(oracle.NumberOf).Take(5), index.Unplaced(set, 5));
    });

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Each_option_counts_what_it_would_leave_with_its_own_facet_left_out(int seed) => ForEachQuestion(seed, (index, oracle, query, textMatches) =>
    {
        var counted = index.Count(query, textMatches);
        var expected = oracle.Count(query, textMatches);

        Assert.Equal(expected.Kinds, counted.Kinds);
        Assert.Equal(expected.Actors, counted.Actors);
        Assert.Equal(expected.Countries, counted.Countries);
        Assert.Equal(expected.Sources, counted.Sources);
        Assert.Equal(expected.Statuses, counted.Statuses);
        Assert.Equal(expected.Datasets, counted.Datasets);
        Assert.Equal(expected, counted);
    }, questions: 3);

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Pages_follow_one_another_in_the_order_asked_for(int seed) => ForEachQuestion(seed, (index, oracle, query, textMatches) =>
    {
        var set = index.Find(query, textMatches);
        foreach (var sort in Enum.GetValues<SortOrder>())
        {
            foreach (var descending in (bool[])[false, true])
            {
                var ordered = oracle.Order(oracle.Find(query, textMatches), sort, descending, query.AsOf);
                Assert.Equal(ordered, index.Page(set, sort, descending, 0, int.MaxValue));
                Assert.Equal(ordered.Skip(3).Take(7), index.Page(set, sort, descending, 3, 7));
            }
        }
    }, questions: 3);

    [Theory]
    [MemberData(nameof(Seeds))]
    public void The_order_by_start_needs_no_index(int seed)
    {
        var datasets = new RandomDatasets(seed).Datasets();
        var index = Facts.Index(seed, datasets);
        var everything = index.Find(IncidentQuery.All with { Leads = LeadView.Shown }, null);
        Assert.Equal(
            index.Page(everything, SortOrder.Time, descending: false, 0, int.MaxValue),
            ByStart.Numbers(Facts.Of(datasets).Select(facts => new IncidentStart(facts.Number, facts.Dataset, facts.Slug, facts.IsLead, facts.Occurrence?.Start))));
    }

    private static void ForEachQuestion(int seed, Action<IncidentIndex, Oracle, IncidentQuery, IReadOnlyList<long>?> holds, int questions = QuestionsPerDataset)
    {
        var random = new RandomDatasets(seed);
        var datasets = random.Datasets();
        var (index, oracle) = (Facts.Index(seed, datasets), new Oracle(datasets));
        holds(index, oracle, IncidentQuery.All, null);
        for (var question = 0; question < questions; question++)
        {
            holds(index, oracle, random.Query(), random.TextMatches(datasets));
        }
    }
}
