using Dashboard.Domain;
using Dashboard.Domain.Incidents;
using Dashboard.Domain.Places;
using Dashboard.Domain.Querying;
using Dashboard.Domain.Sources;
using Dashboard.Index.Claims;
using Dashboard.Index.Tiles;

namespace Dashboard.Index;

/// <summary>
/// Builds an index from facts that are told one after the other and not kept. One thread at a time; it builds once.
/// </summary>
/// <param name="revision">The number of the revision that holds all the facts.</param>
/// <param name="datasets">Every dataset of the revision, in their order.</param>
public sealed class IndexBuilder(long revision, IReadOnlyList<IndexedDataset> datasets)
{
    /// <summary>So many facts are noted at once, a column after the other: few enough that they are at hand for all of these.</summary>
    private const int Batch = 512;

    private readonly BuildStages _stages = new();
    private readonly IncidentFacts[] _batch = new IncidentFacts[Batch];
    private readonly NotedNumbers _numbers = new();
    private readonly NotedFacts _facts = new();
    private readonly NotedFacets _facets = new();
    private readonly NotedTexts _texts = new();
    private readonly NotedClaims _claims = new();
    private int _batched;
    private long _last = long.MinValue;

    /// <summary>An index of so few points counts them one by one.</summary>
    internal int FewPoints { get; init; } = PointIndex.Few;

    /// <summary>The way to count points, for one who compares the ways.</summary>
    internal Plan Plan { get; init; } = Plan.Cheapest;

    /// <summary>What the parts of building took so far.</summary>
    public IReadOnlyList<BuildStage> Stages => _stages.All;

    /// <param name="facts">Of the next incident; its number is higher than that of the one before.</param>
    /// <exception cref="ArgumentException">The number is not higher.</exception>
    public void Add(IncidentFacts facts)
    {
        if (facts.Number <= _last)
        {
            throw new ArgumentException($"incident {facts.Number} is told after incident {_last}", nameof(facts));
        }

        _numbers.Add(_last = facts.Number);
        _batch[_batched++] = facts;
        if (_batched == Batch)
        {
            _stages.Of("noting", Note)();
        }
    }

    /// <exception cref="RefusedException">An actor stands above itself.</exception>
    public IncidentIndex Build()
    {
        _stages.Of("noting", Note)();
        foreach (var dataset in datasets)
        {
            _facts.Datasets.Number(dataset.Description.Slug);
        }

        if (_claims.Turns.Count > 0)
        {
            // On the days before they turned they stood.
            _facets.Statuses.Number(ViewStateCodec.Word(ClaimStatus.Asserted));
        }

        Arrangement arrangement = null!;
        var buffers = new BufferPool();
        _stages.Of("arrangement", () => arrangement = Arranged(buffers))();
        _texts.ForgetSlugs();
        var (leads, times, strata) = (_facts.Leads(arrangement), default(TimeColumns)!, default(Strata)!);
        SideBySide.Run(
            _stages.Of("times", () => times = _facts.Times.Build(arrangement)),
            _stages.Of("strata", () => strata = _facts.Strata.Build(arrangement)));

        PointIndex map = null!;
        ActorIndex actors = null!;
        FacetIndex kinds = null!, claimants = null!, claimSources = null!, statuses = null!, inDatasets = null!, countries = null!, sources = null!;
        RankedPair titlesAndPlaces = null!;
        TollColumn killed = null!, injured = null!;
        ClaimColumns claims = null!;
        RowOrder order = null!;
        PrecisionColumn precisions = null!, timePrecisions = null!;
        var sourceLabels = SourceLabels.For(datasets.SelectMany(dataset => dataset.Sources));
        SideBySide.Run(
            _stages.Of("points", () => map = new PointIndex(_facts.Points.Build(arrangement), strata, times, FewPoints, Plan, buffers)),
            _stages.Of("actors", () => actors = new ActorIndex(_facets.Actors, arrangement, leads, datasets.SelectMany(dataset => dataset.Actors))),
            _stages.Of("sources", () => sources = new FacetIndex(_facets.Sources, arrangement, leads, sourceLabels)),
            _stages.Of("claims", () => claims = new ClaimColumnsBuilder(_claims, _facets, arrangement).Build()),
            _stages.Of("titles, places", () => titlesAndPlaces = new RankedPair(_texts.Titles.Build(arrangement), _texts.Places.Build(arrangement), buffers)),
            _stages.Of("countries", () => countries = new FacetIndex(_facets.Countries, arrangement, leads, Countries.Name)),
            _stages.Of("kinds", () => kinds = new FacetIndex(_facts.Kinds, arrangement, leads, key => new IncidentKind(key).Label)),
            _stages.Of("precisions", () => precisions = new PrecisionColumn(_facts.Precisions.Build(arrangement, arrangement.Count), PrecisionCounts.Metres)),
            _stages.Of("precisions of times", () => timePrecisions = new PrecisionColumn(_facts.TimePrecisions.Build(arrangement, arrangement.Count), IndexColumns.Units)),
            _stages.Of("killed", () => killed = _texts.Killed.Build(arrangement)),
            _stages.Of("order", () => order = new RowOrder(_numbers, arrangement)),
            _stages.Of("claimants", () => claimants = new FacetIndex(_claims.Claimants, arrangement, leads, id => id)),
            _stages.Of("sources of claims", () => claimSources = new FacetIndex(_claims.Sources, arrangement, leads, sourceLabels)),
            _stages.Of("statuses", () => statuses = new FacetIndex(_facets.Statuses, arrangement, leads, Capitalised)),
            _stages.Of("datasets", () => inDatasets = new FacetIndex(_facts.Datasets, arrangement, leads, DatasetTitles())),
            _stages.Of("injured", () => injured = _texts.Injured.Build(arrangement)));
        return new IncidentIndex(revision, new IndexColumns
        {
            Order = order,
            Leads = leads,
            Times = times,
            Strata = strata,
            Everything = Bitmap.Full(arrangement.Count),
            Map = map,
            Precisions = precisions,
            TimePrecisions = timePrecisions,
            Kinds = kinds,
            Actors = actors,
            Claimants = claimants,
            ClaimSources = claimSources,
            Claims = claims,
            Countries = countries,
            Sources = sources,
            Statuses = statuses,
            Datasets = inDatasets,
            TitlesAndPlaces = titlesAndPlaces,
            Killed = killed,
            Injured = injured,
            Coverages = datasets.Select(dataset => new DatasetCoverage(dataset.Description.Slug, dataset.Description.Coverage)).ToValueList(),
            Incidents = _facts.Incidents.Window,
            LeadsOnly = _facts.LeadsOnly.Window,
        });
    }

    /// <summary>Notes what was told, a column after the other.</summary>
    private void Note()
    {
        var some = _batch.AsSpan(0, _batched);
        _facets.Add(some);
        _facts.Add(some);
        _texts.Add(some);
        _claims.Add(some);
        some.Clear();
        _batched = 0;
    }

    private Arrangement Arranged(BufferPool buffers)
    {
        using var starts = _facts.Times.Starts(buffers);
        return new Arrangement(starts.All, _texts.Slugs, buffers);
    }

    private Func<string, string> DatasetTitles()
    {
        var titles = datasets.DistinctBy(dataset => dataset.Description.Slug).ToDictionary(dataset => dataset.Description.Slug, dataset => dataset.Description.Title);
        return slug => titles.GetValueOrDefault(slug, slug);
    }

    private static string Capitalised(string word) => char.ToUpperInvariant(word[0]) + word[1..];
}
