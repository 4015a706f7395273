using Dashboard.Domain;
using Dashboard.Domain.Incidents;
using Dashboard.Domain.Places;
using Dashboard.Domain.Querying;
using Dashboard.Index.Tiles;

namespace Dashboard.Index;

/// <summary>
/// Builds an index from facts that are told one after the other and not kept. One thread at a time; it builds once.
/// </summary>
/// <param name="revision">The number of the revision that holds all the facts.</param>
/// <param name="datasets">Every dataset of the revision, in their order.</param>
public sealed class IndexBuilder(long revision, IReadOnlyList<IndexedDataset> datasets)
{
    /// <summary>So many facts are noted at once, by two threads.</summary>
    private const int Batch = 4096;

    private readonly List<IncidentFacts> _batch = new(Batch);
    private readonly List<long> _numbers = [];
    private readonly NotedFacts _facts = new();
    private readonly NotedTexts _texts = new();

    /// <summary>An index of so few points counts them one by one.</summary>
    internal int FewPoints { get; init; } = PointIndex.Few;

    /// <summary>The way to count points, for one who compares the ways.</summary>
    internal Plan Plan { get; init; } = Plan.Cheapest;

    /// <param name="facts">Of the next incident; its number is higher than that of the one before.</param>
    /// <exception cref="ArgumentException">The number is not higher.</exception>
    public void Add(IncidentFacts facts)
    {
        if (_numbers.Count > 0 && facts.Number <= _numbers[^1])
        {
            throw new ArgumentException($"incident {facts.Number} is told after incident {_numbers[^1]}", nameof(facts));
        }

        _numbers.Add(facts.Number);
        _batch.Add(facts);
        if (_batch.Count == Batch)
        {
            Note();
        }
    }

    /// <exception cref="RefusedException">An actor stands above itself.</exception>
    public IncidentIndex Build()
    {
        Note();
        foreach (var dataset in datasets)
        {
            _facts.Datasets.Number(dataset.Description.Slug);
        }

        var order = new RowOrder(_numbers, _facts.Times.Starts, _texts.Slugs);
        var leads = _facts.Leads(order);
        var titles = datasets.DistinctBy(dataset => dataset.Description.Slug).ToDictionary(dataset => dataset.Description.Slug, dataset => dataset.Description.Title);
        var (times, strata) = (_facts.Times.Build(order), _facts.Strata.Build(order));
        var map = Task.Run(() => new PointIndex(_facts.Points.Build(order), strata, times, FewPoints, Plan));
        var actors = Task.Run(() => new ActorIndex(_facts.Actors, order, leads, datasets.SelectMany(dataset => dataset.Actors)));
        var sources = Task.Run(() => new FacetIndex(_facts.Sources, order, leads, SourceLabels.For(datasets.SelectMany(dataset => dataset.Sources))));
        var countries = Task.Run(() => new FacetIndex(_facts.Countries, order, leads, Countries.Name));
        var sorted = Task.Run(() => new Dictionary<SortOrder, SortedColumn>
        {
            [SortOrder.Time] = new(times.Ranks()),
            [SortOrder.Title] = _texts.Titles.Build(order),
            [SortOrder.Kind] = _facts.Kinds.Sorted(order),
            [SortOrder.Place] = _texts.Places.Build(order),
            [SortOrder.Killed] = _texts.Killed.Build(order),
            [SortOrder.Injured] = _texts.Injured.Build(order),
        });
        return new IncidentIndex(revision, new IndexColumns
        {
            Order = order,
            Leads = leads,
            Times = times,
            Strata = strata,
            Everything = Bitmap.Full(order.Count),
            Precisions = new PrecisionColumn(order.Arrange(_facts.Precisions)),
            Kinds = new FacetIndex(_facts.Kinds, order, leads, key => new IncidentKind(key).Label),
            Statuses = new FacetIndex(_facts.Statuses, order, leads, Capitalised),
            Datasets = new FacetIndex(_facts.Datasets, order, leads, slug => titles.GetValueOrDefault(slug, slug)),
            Countries = countries.GetAwaiter().GetResult(),
            Sources = sources.GetAwaiter().GetResult(),
            Actors = actors.GetAwaiter().GetResult(),
            Map = map.GetAwaiter().GetResult(),
            Sorted = sorted.GetAwaiter().GetResult(),
            Coverages = datasets.Select(dataset => new DatasetCoverage(dataset.Description.Slug, dataset.Description.Coverage)).ToValueList(),
            Incidents = _facts.Incidents.Window,
            LeadsOnly = _facts.LeadsOnly.Window,
        });
    }

    private void Note()
    {
        Parallel.Invoke(() => _batch.ForEach(_facts.Add), () => _batch.ForEach(_texts.Add));
        _batch.Clear();
    }

    private static string Capitalised(string word) => char.ToUpperInvariant(word[0]) + word[1..];
}
