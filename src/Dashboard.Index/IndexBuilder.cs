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
    private readonly List<long> _numbers = [];
    private readonly List<int> _leads = [];
    private readonly Strata.Builder _strata = new();
    private readonly TextPool _slugs = new();
    private readonly TimeColumns.Builder _times = new();
    private readonly PointColumns.Builder _points = new();
    private readonly List<double> _precisions = [];
    private readonly FacetValues _kinds = new();
    private readonly FacetValues _actors = new();
    private readonly FacetValues _countries = new();
    private readonly FacetValues _sources = new();
    private readonly FacetValues _statuses = new();
    private readonly FacetValues _inDatasets = new();
    private readonly TextKeys _titleKeys = new(isFolded: true);
    private readonly TextKeys _kindKeys = new();
    private readonly TextKeys _placeKeys = new(isFolded: true);
    private readonly TollKeys _killedKeys = new();
    private readonly TollKeys _injuredKeys = new();
    private readonly Stretch _incidents = new();
    private readonly Stretch _leadsOnly = new();

    /// <summary>An index of so few points counts them one by one.</summary>
    internal int FewPoints { get; init; } = PointIndex.Few;

    /// <summary>The way to count points, for one who compares the ways.</summary>
    internal Plan Plan { get; init; } = Plan.Cheapest;

    /// <param name="facts">Of the next incident; its number is higher than that of the one before.</param>
    /// <exception cref="ArgumentException">The number is not higher.</exception>
    public void Add(IncidentFacts facts)
    {
        var read = _numbers.Count;
        if (read > 0 && facts.Number <= _numbers[^1])
        {
            throw new ArgumentException($"incident {facts.Number} is told after incident {_numbers[^1]}", nameof(facts));
        }

        _numbers.Add(facts.Number);
        _slugs.Append(facts.Slug);
        if (facts.IsLead)
        {
            _leads.Add(read);
        }

        _strata.Add(facts.Kind.Key, facts.Dataset, facts.IsLead);
        _times.Add(facts.Occurrence);
        _points.Add(facts.DrawnPoints);
        _precisions.Add(facts.Precision?.Metres ?? double.NaN);
        AddToFacets(facts);
        AddToOrders(facts);
        if (facts.Occurrence is { } occurrence)
        {
            (facts.IsLead ? _leadsOnly : _incidents).Add(occurrence);
        }
    }

    /// <exception cref="RefusedException">An actor stands above itself.</exception>
    public IncidentIndex Build()
    {
        var order = new RowOrder(_numbers, _times.Starts, _slugs);
        var leads = new Bitmap(order.Count);
        var rows = _leads.Count == 0 ? [] : order.RowsAsRead();
        foreach (var read in _leads)
        {
            leads.Set(rows[read]);
        }

        foreach (var dataset in datasets)
        {
            _inDatasets.Number(dataset.Description.Slug);
        }

        var (times, strata) = (_times.Build(order), _strata.Build(order));
        var titles = datasets.DistinctBy(dataset => dataset.Description.Slug).ToDictionary(dataset => dataset.Description.Slug, dataset => dataset.Description.Title);
        return new IncidentIndex(revision, new IndexColumns
        {
            Order = order,
            Leads = leads,
            Strata = strata,
            Times = times,
            Everything = Bitmap.Full(order.Count),
            Map = new PointIndex(_points.Build(order), strata, times, FewPoints, Plan),
            Precisions = new PrecisionColumn(order.Arrange(_precisions)),
            Kinds = new FacetIndex(_kinds, order, leads, key => new IncidentKind(key).Label),
            Actors = new ActorIndex(_actors, order, leads, datasets.SelectMany(dataset => dataset.Actors)),
            Countries = new FacetIndex(_countries, order, leads, Countries.Name),
            Sources = new FacetIndex(_sources, order, leads, SourceLabels.For(datasets.SelectMany(dataset => dataset.Sources))),
            Statuses = new FacetIndex(_statuses, order, leads, Capitalised),
            Datasets = new FacetIndex(_inDatasets, order, leads, slug => titles.GetValueOrDefault(slug, slug)),
            Sorted = new Dictionary<SortOrder, SortedColumn>
            {
                [SortOrder.Time] = new(times.Ranks()),
                [SortOrder.Title] = _titleKeys.Build(order),
                [SortOrder.Kind] = _kindKeys.Build(order),
                [SortOrder.Place] = _placeKeys.Build(order),
                [SortOrder.Killed] = _killedKeys.Build(order),
                [SortOrder.Injured] = _injuredKeys.Build(order),
            },
            Coverages = datasets.Select(dataset => new DatasetCoverage(dataset.Description.Slug, dataset.Description.Coverage)).ToValueList(),
            Incidents = _incidents.Window,
            LeadsOnly = _leadsOnly.Window,
        });
    }

    private void AddToFacets(IncidentFacts facts)
    {
        _kinds.Add(facts.Kind.Key);
        _actors.Add(facts.ActorIds);
        _countries.Add(facts.Countries);
        _sources.Add(facts.SourceIds);
        _statuses.Add(facts.Statuses.Count == 0 ? [] : [.. facts.Statuses.Select(ViewStateCodec.Word)]);
        _inDatasets.Add(facts.Dataset);
    }

    private void AddToOrders(IncidentFacts facts)
    {
        _titleKeys.Add(facts.Title);
        _kindKeys.Add(facts.Kind.Key);
        _placeKeys.Add(facts.Place);
        _killedKeys.Add(facts.Killed);
        _injuredKeys.Add(facts.Injured);
    }

    private static string Capitalised(string word) => char.ToUpperInvariant(word[0]) + word[1..];
}
