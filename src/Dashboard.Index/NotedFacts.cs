using Dashboard.Domain.Querying;

namespace Dashboard.Index;

/// <summary>When, where and of what kind incidents were, noted in the order of reading.</summary>
internal sealed class NotedFacts
{
    private readonly List<int> _leads = [];
    private int _read;

    public NotedFacts() => Strata = new(Kinds, Datasets);

    public Strata.Builder Strata { get; }

    public TimeColumns.Builder Times { get; } = new();

    public PointColumns.Builder Points { get; } = new();

    /// <summary>In metres, as the bits of the number; NaN where nobody says.</summary>
    public NotedValues Precisions { get; } = new();

    /// <summary>Units of time as numbers, as the bits of these; NaN for what is undated.</summary>
    public NotedValues TimePrecisions { get; } = new();

    public FacetValues Kinds { get; } = new();

    public FacetValues Datasets { get; } = new();

    /// <summary>Where dated incidents lie.</summary>
    public Stretch Incidents { get; } = new();

    /// <summary>Where dated leads lie.</summary>
    public Stretch LeadsOnly { get; } = new();

    /// <param name="some">Incidents that follow each other.</param>
    public void Add(ReadOnlySpan<IncidentFacts> some)
    {
        Span<long> kinds = stackalloc long[some.Length];
        Span<long> datasets = stackalloc long[some.Length];
        Kinds.Add(some, facts => facts.Kind.Key, kinds);
        Datasets.Add(some, facts => facts.Dataset, datasets);
        for (var i = 0; i < some.Length; i++)
        {
            if (some[i].IsLead)
            {
                _leads.Add(_read);
            }

            _read++;
        }

        Strata.Add(kinds, datasets, some);
        AddTimes(some);

        foreach (var facts in some)
        {
            Points.Add(facts.DrawnPoints);
        }

        Span<long> precisions = stackalloc long[some.Length];
        for (var i = 0; i < some.Length; i++)
        {
            precisions[i] = BitConverter.DoubleToInt64Bits(some[i].Precision?.Metres ?? double.NaN);
        }

        Precisions.Add(precisions);
    }

    /// <summary>The rows that are leads.</summary>
    public Bitmap Leads(Arrangement arrangement)
    {
        var leads = new Bitmap(arrangement.Count);
        var rows = _leads.Count == 0 ? [] : arrangement.RowsAsRead();
        foreach (var read in _leads)
        {
            leads.Set(rows[read]);
        }

        return leads;
    }

    private void AddTimes(ReadOnlySpan<IncidentFacts> some)
    {
        Span<long> lengths = stackalloc long[some.Length];
        Span<long> precisions = stackalloc long[some.Length];
        for (var i = 0; i < some.Length; i++)
        {
            var occurrence = some[i].Occurrence;
            var (start, spanEnd) = (occurrence?.Start.Ticks, occurrence?.SpanEnd?.Ticks);
            Times.AddStart(start);
            lengths[i] = spanEnd - start ?? LengthColumn.Ongoing;
            if (start is { } known)
            {
                (some[i].IsLead ? LeadsOnly : Incidents).Add(known, spanEnd);
            }

            precisions[i] = BitConverter.DoubleToInt64Bits((double?)occurrence?.Precision ?? double.NaN);
        }

        Times.AddLengths(lengths);
        TimePrecisions.Add(precisions);
    }
}
