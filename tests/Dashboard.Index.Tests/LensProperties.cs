using Dashboard.Domain.Incidents;
using Dashboard.Domain.Querying;
using Dashboard.Domain.Sources;
using Dashboard.Index.Tiles;

namespace Dashboard.Index.Tests;

/// <summary>What a lens tells apart, and what is claimed in sum, against the plain evaluation and against itself.</summary>
public class LensProperties
{
    public static TheoryData<int> Seeds { get; } = [.. Enumerable.Range(0, 24)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Hidden_is_faded_without_what_is_not_mentioned(int seed) => ForEachLens(seed, (_, index, oracle, query, textMatches) =>
    {
        var faded = query with { Unmentioned = UnmentionedView.Faded };
        var all = index.Numbers(index.Find(faded, textMatches));

        var mentioned = index.Mentioned(faded, [.. all.Reverse()]);

        Assert.Equal(oracle.Find(faded, textMatches).Where(incident => oracle.IsMentioned(incident, query)).Select(oracle.NumberOf), all.Where(mentioned.Contains));
        Assert.Equal(all.Where(mentioned.Contains), index.Numbers(index.Find(query with { Unmentioned = UnmentionedView.Hidden }, textMatches)));
        Assert.Equal(mentioned.Count, index.Find(faded, textMatches).Mentioned);
    });

    [Theory]
    [MemberData(nameof(Seeds))]
    public void The_groups_of_a_faded_tile_are_together_what_is_there_without_a_lens(int seed) => ForEachLens(seed, (random, index, oracle, query, textMatches) =>
    {
        var (faded, plain) = (query with { Unmentioned = UnmentionedView.Faded }, query with { Lens = null });
        var (address, edges, stop) = (random.Tile(oracle.Datasets), random.Edges(), TestContext.Current.CancellationToken);

        AssertSame(index.Tile(plain, textMatches, address, edges, TileGroup.Kind, stop), index.Tile(faded, textMatches, address, edges, TileGroup.Kind, stop));
        AssertSame(index.Times(plain, textMatches, edges, TileGroup.Dataset, stop), index.Times(faded, textMatches, edges, TileGroup.Dataset, stop));
    });

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Lenses_are_those_who_claim_anything_the_fullest_first(int seed) => ForEachLens(seed, (_, index, oracle, query, textMatches) =>
    {
        var set = index.Find(query, textMatches);
        var found = oracle.Find(query, textMatches);
        string[] ids = [.. Enumerable.Range(0, 8).Select(actor => $"a{actor}"), .. Enumerable.Range(0, 6).Select(source => $"s{source}")];

        var lenses = index.Lenses(set, 100);

        var expected = ids.Select(id => (Id: id, Count: found.Count(incident => oracle.IsMentioned(incident, query with { Lens = id })))).Where(lens => lens.Count > 0);
        Assert.Equal(expected.Order(), lenses.Select(lens => (lens.Lens.Id, lens.Mentions)).Order());
        Assert.Equal(lenses.OrderBy(lens => lens.Lens.Kind).ThenByDescending(lens => lens.Mentions), lenses);
        Assert.Equal(
            [.. Fullest(LensKind.Actor), .. Fullest(LensKind.Source)],
            index.Lenses(set, 2).Select(lens => lens.Mentions));

        IEnumerable<int> Fullest(LensKind kind) => lenses.Where(lens => lens.Lens.Kind == kind).Take(2).Select(lens => lens.Mentions);
    });

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Bands_are_the_sums_of_the_lowest_and_the_highest_credible_figures(int seed) => ForEachLens(seed, (_, index, oracle, query, textMatches) =>
    {
        var found = oracle.Find(query, textMatches);

        var bands = index.Bands(index.Find(query, textMatches), query);

        Assert.Equal(Band(oracle, found, query, TollPredicate.Killed), bands.Killed);
        Assert.Equal(Band(oracle, found, query, TollPredicate.Injured), bands.Injured);
    });

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Bands_contain_the_total_of_every_single_claimant_whatever_credible_figure_the_others_have(int seed) => ForEachLens(seed, (_, index, oracle, query, textMatches) =>
    {
        var set = index.Find(query, textMatches);
        var bands = index.Bands(set, query);
        foreach (var lens in index.Lenses(set, 100))
        {
            var seen = query with { Lens = lens.Lens.Id };
            var own = index.Bands(set, seen).Killed.Lens!;
            var others = oracle.Find(query, textMatches).Where(incident => OwnFigures(oracle, incident, seen, TollPredicate.Killed).Count == 0)
                .Select(incident => Figures(oracle, incident, query, TollPredicate.Killed)).Where(figures => figures.Count > 0).ToList();

            Assert.InRange((own.Low ?? 0) + others.Sum(figures => figures.Max(figure => (long)figure.Low)), bands.Killed.Low, bands.Killed.High);
            Assert.InRange((own.High ?? 0) + others.Sum(figures => figures.Min(figure => (long)figure.High)), bands.Killed.Low, bands.Killed.High);
            Assert.Equal(bands.Killed with { Lens = own }, index.Bands(set, seen).Killed);
        }
    });

    private static TollBand Band(Oracle oracle, List<Incident> found, IncidentQuery query, string predicate)
    {
        var figures = found.Select(incident => Figures(oracle, incident, query, predicate)).Where(figures => figures.Count > 0).ToList();
        var own = found.Select(incident => OwnFigures(oracle, incident, query, predicate)).Where(figures => figures.Count > 0).ToList();
        return new TollBand(
            figures.Sum(some => some.Min(figure => (long)figure.Low)),
            figures.Sum(some => some.Max(figure => (long)figure.High)),
            figures.Exists(IsOrMore),
            figures.Count,
            found.Count - figures.Count,
            found.Count(incident => IsContested(oracle, incident, query, predicate)),
            oracle.HasLens(query) ? new LensTotal(
                own.Count == 0 ? null : own.Sum(some => some.Min(figure => (long)figure.Low)),
                own.Count == 0 ? null : own.Sum(some => some.Max(figure => (long)figure.High)),
                own.Exists(IsOrMore),
                own.Count) : null);
    }

    private static bool IsOrMore(List<(int Low, int High, bool IsOrMore)> figures) => figures.Exists(figure => figure.IsOrMore && figure.High == figures.Max(other => other.High));

    private static List<(int Low, int High, bool IsOrMore)> Figures(Oracle oracle, Incident incident, IncidentQuery query, string predicate)
    {
        var then = query.AsOf is { } day ? oracle.AsOf(oracle.DatasetFor(incident), incident, day) : incident;
        var toll = (predicate == TollPredicate.Killed ? then.Killed : then.Injured).Toll;
        int?[] given = [toll.Low, toll.Best, toll.High];
        return [.. Credible(oracle, incident, query, predicate).Select(Figure),
            .. toll.IsUnknown ? [] : ((int, int, bool)[])[(given.Min()!.Value, given.Max()!.Value, toll.Best is null && toll.High is null)]];
    }

    private static List<(int Low, int High, bool IsOrMore)> OwnFigures(Oracle oracle, Incident incident, IncidentQuery query, string predicate) =>
        [.. Credible(oracle, incident, query, predicate).Where(claim => oracle.IsOwn(claim, query)).Select(Figure)];

    private static (int Low, int High, bool IsOrMore) Figure(Claim claim) =>
        ((claim.Number!.Low ?? claim.Number.High)!.Value, (claim.Number.High ?? claim.Number.Low)!.Value, claim.Number.High is null);

    private static IEnumerable<Claim> Credible(Oracle oracle, Incident incident, IncidentQuery query, string predicate) =>
        oracle.ClaimsOf(oracle.DatasetFor(incident), incident, query.AsOf).Where(claim => claim.Predicate == predicate && claim.Number is { Scope: null or "" }
            && claim.Status is not (ClaimStatus.Contradicted or ClaimStatus.Unsupported or ClaimStatus.Retracted or ClaimStatus.Superseded));

    private static bool IsContested(Oracle oracle, Incident incident, IncidentQuery query, string predicate) =>
        Credible(oracle, incident, query, predicate).Select(claim => (claim.Number!.Low, claim.Number.High)).Distinct().Count() > 1
        || oracle.ClaimsOf(oracle.DatasetFor(incident), incident, query.AsOf).Exists(claim => claim.Predicate == predicate && claim.Status is (ClaimStatus.Disputed or ClaimStatus.Contradicted));

    private static void AssertSame(TimeTile plain, TimeTile faded)
    {
        Assert.Equal(ByStretch(plain), ByStretch(faded));
        Assert.Equal(ByEdges(plain), ByEdges(faded));
        Assert.Equal(plain.Undated.Sum(count => count), faded.Undated.Sum(count => count));
    }

    private static Dictionary<(int Stretch, uint Cell), long> ByStretch(TimeTile tile) => Enumerable.Range(0, tile.Edges.Count + 1)
        .SelectMany(stretch => Enumerable.Range(tile.Offsets[stretch], tile.Offsets[stretch + 1] - tile.Offsets[stretch])
            .Select(entry => (Key: (stretch, CellOf(tile, tile.Series[entry])), Count: tile.Counts[entry])))
        .GroupBy(entry => entry.Key).ToDictionary(entries => entries.Key, entries => entries.Sum(entry => (long)entry.Count));

    private static Dictionary<(int Stretch, int EndEdge, uint Cell), long> ByEdges(TimeTile tile) => tile.Late
        .GroupBy(late => (late.Stretch, late.EndEdge, CellOf(tile, late.Series))).ToDictionary(entries => entries.Key, entries => entries.Sum(entry => (long)entry.Count));

    private static uint CellOf(TimeTile tile, uint series) => tile.Cells[series / tile.Groups.Count];

    /// <summary>With lenses that somebody has.</summary>
    private static void ForEachLens(int seed, Action<RandomDatasets, IncidentIndex, Oracle, IncidentQuery, IReadOnlyList<long>?> holds)
    {
        var random = new RandomDatasets(seed);
        var datasets = random.Datasets();
        var (index, oracle) = (Facts.Index(datasets), new Oracle(datasets));
        for (var question = 0; question < 6; question++)
        {
            var query = random.Query() with { Lens = random.Lens() };
            if (oracle.HasLens(query))
            {
                holds(random, index, oracle, query, random.TextMatches(datasets));
            }
        }
    }
}
