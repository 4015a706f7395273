using Dashboard.Domain.Querying;
using Dashboard.Domain.Sources;

namespace Dashboard.Index;

/// <summary>What filters and draws, noted in the order of reading.</summary>
internal sealed class NotedFacts
{
    /// <summary>For each status the list of its word alone: most incidents have claims of one status or none.</summary>
    private static readonly string[][] _statusWords = [.. Enum.GetValues<ClaimStatus>().Select(status => new[] { ViewStateCodec.Word(status) })];

    private readonly List<int> _leads = [];
    private int _read;

    public NotedFacts() => Strata = new(Kinds, Datasets);

    public Strata.Builder Strata { get; }

    public TimeColumns.Builder Times { get; } = new();

    public PointColumns.Builder Points { get; } = new();

    /// <summary>In metres; NaN where nobody says.</summary>
    public List<double> Precisions { get; } = [];

    public FacetValues Kinds { get; } = new();

    public FacetValues Actors { get; } = new();

    public FacetValues Countries { get; } = new();

    public FacetValues Sources { get; } = new();

    public FacetValues Statuses { get; } = new();

    public FacetValues Datasets { get; } = new();

    /// <summary>Where dated incidents lie.</summary>
    public Stretch Incidents { get; } = new();

    /// <summary>Where dated leads lie.</summary>
    public Stretch LeadsOnly { get; } = new();

    public void Add(IncidentFacts facts)
    {
        if (facts.IsLead)
        {
            _leads.Add(_read);
        }

        _read++;
        Strata.Add(Kinds.Add(facts.Kind.Key), Datasets.Add(facts.Dataset), facts.IsLead);
        var (start, spanEnd) = (facts.Occurrence?.Start.Ticks, facts.Occurrence?.SpanEnd?.Ticks);
        Times.Add(start, spanEnd);
        if (start is { } known)
        {
            (facts.IsLead ? LeadsOnly : Incidents).Add(known, spanEnd);
        }

        Points.Add(facts.DrawnPoints);
        Precisions.Add(facts.Precision?.Metres ?? double.NaN);
        Actors.Add(facts.ActorIds);
        Countries.Add(facts.Countries);
        Sources.Add(facts.SourceIds);
        Statuses.Add(facts.Statuses switch
        {
            [] => [],
            [var only] => _statusWords[(int)only],
            var several => [.. several.SelectMany(status => _statusWords[(int)status])],
        });
    }

    /// <summary>The rows that are leads.</summary>
    public Bitmap Leads(RowOrder order)
    {
        var leads = new Bitmap(order.Count);
        var rows = _leads.Count == 0 ? [] : order.RowsAsRead();
        foreach (var read in _leads)
        {
            leads.Set(rows[read]);
        }

        return leads;
    }
}
