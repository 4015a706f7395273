namespace Dashboard.Index.Claims;

/// <summary>Puts claims in the order of rows, and tells since when sources carry the rows.</summary>
/// <param name="noted">All claims, as they were read.</param>
/// <param name="facets">Which sources carry the incidents.</param>
internal sealed class ClaimColumnsBuilder(NotedClaims noted, NotedFacets facets, Arrangement arrangement)
{
    /// <summary>Columns of what is fetched of claims.</summary>
    private const int Claimant = 0;
    private const int Source = 1;
    private const int Made = 2;
    private const int Marks = 3;
    private const int Number = 4;

    /// <summary>And of the sources that carry an incident.</summary>
    private const int Value = 0;
    private const int Since = 1;

    private readonly List<uint> _claimants = new(noted.SourceOf.Count);
    private readonly List<uint> _sources = new(noted.SourceOf.Count);
    private readonly List<uint> _days = new(noted.SourceOf.Count);
    private readonly List<long> _marks = new(noted.SourceOf.Count);
    private readonly List<uint> _numbers = new(noted.SourceOf.Count);
    private readonly FetchedNumbers _fetched = new(noted.Ends, noted.ClaimantOf, noted.SourceOf, noted.DayOf, noted.MarksOf, noted.NumberOf);
    private readonly FetchedNumbers _carriers = new(facets.Sources.Ends, facets.Sources.Noted, facets.SourceDays);
    private readonly List<int> _turned = [];
    private readonly List<int> _turnDays = [];

    /// <summary>The day number of day 0.</summary>
    private int _dayZero;
    private int[] _sourcesFrom = [];

    /// <summary>For each source of claims its number in the facet, and back.</summary>
    private List<int> _sourceFacets = [];
    private Dictionary<int, int> _ofFacets = [];

    /// <summary>Of the row that is told: the day on which it becomes known, and its first claim.</summary>
    private int _known;
    private int _first;

    public ClaimColumns Build()
    {
        var (knownFrom, carriers, carrierDays) = (noted.KnownFrom, facets.Sources.Noted, facets.SourceDays);
        var (hasClaims, hasDays) = (noted.SourceOf.Count > 0, facets.HasSourceDays);
        _dayZero = (hasDays ? FirstDay(knownFrom, carrierDays, noted.DayOf) : FirstDay(knownFrom, noted.DayOf)) - 1;
        NumberSources(hasDays ? SourcesSince(carriers, carrierDays) : new int[facets.Sources.Count]);
        using var ofEnds = arrangement.Buffers.Rent<uint>(knownFrom.Count);
        using var ofFrom = arrangement.Buffers.Rent<int>(knownFrom.Count);
        using var ofLasting = arrangement.Buffers.Rent<int>(knownFrom.Count);
        var ends = ofEnds.All;
        var from = ofFrom.All;
        var lasting = ofLasting.All;
        Arrange(knownFrom, ofFrom);
        lasting.Clear();
        for (var row = 0; row < ends.Length; row++)
        {
            from[row] = _known = Counted(from[row]);
            _first = _sources.Count;
            if (hasClaims)
            {
                var (claim, endClaim) = _fetched.Of(row, arrangement.Reads);
                for (; claim < endClaim; claim++)
                {
                    lasting[row] = Math.Max(lasting[row], AddClaim(claim));
                }
            }

            if (hasDays || _sources.Count > _first)
            {
                var endOfClaims = _sources.Count;
                var (carrier, endCarrier) = _carriers.Of(row, arrangement.Reads);
                for (; carrier < endCarrier; carrier++)
                {
                    lasting[row] = Math.Max(lasting[row], AddCarrier(_carriers[Value, carrier], Counted(_carriers[Since, carrier]), endOfClaims));
                }
            }

            ends[row] = (uint)_sources.Count;
        }

        return new ClaimColumns
        {
            DayZero = _dayZero,
            KnownFrom = new RunColumn(from),
            Lasting = new PackedColumn(lasting),
            Ends = new AscendingColumn(first: 0, unit: 1, ends),
            Claimants = new PackedColumn(_claimants.ToArray()),
            Sources = new PackedColumn(_sources.ToArray()),
            Days = new PackedColumn(_days.ToArray()),
            Marks = new ValueColumn(_marks.ToArray()),
            Numbers = new PackedColumn(_numbers.ToArray()),
            Figures = noted.Figures,
            Turned = [.. _turned],
            TurnDays = [.. _turnDays],
            SourceFacets = [.. _sourceFacets],
            SourcesFrom = _sourcesFrom,
        };
    }

    private void Arrange(NotedNumbers noted, Buffer<int> into)
    {
        var row = 0;
        arrangement.Tell(noted, into.Count, some =>
        {
            some.CopyTo(into.All[row..]);
            row += some.Length;
        });
    }

    /// <returns>How many days after its row the last thing about it became known.</returns>
    private int AddClaim(int claim)
    {
        var marks = ClaimMarks.From(_fetched[Marks, claim]);
        var lasting = Add(_fetched[Claimant, claim], _fetched[Source, claim], Counted(_fetched[Made, claim]), marks, _fetched[Number, claim]);
        if (marks.HasTurned && noted.Turns.TryGetValue(_fetched.PlaceOf(claim), out var turn))
        {
            _turned.Add(_sources.Count - 1);
            _turnDays.Add(Counted(turn));
            lasting = Math.Max(lasting, Counted(turn) - _known);
        }

        return lasting;
    }

    /// <summary>Notes since when a source carries the row, unless that is when its claims were made, or as soon as there is anything to carry.</summary>
    /// <param name="carrier">Its number in the facet.</param>
    /// <inheritdoc cref="AddClaim"/>
    private int AddCarrier(int carrier, int since, int endOfClaims)
    {
        var start = Math.Max(_sourcesFrom[carrier], _known);
        if (Math.Max(since, start) == Math.Max(SinceClaims(carrier, endOfClaims), start))
        {
            return 0;
        }

        for (var claim = _first; claim < endOfClaims; claim++)
        {
            if (_sourceFacets[(int)_sources[claim]] == carrier)
            {
                _marks[claim] = (ClaimMarks.From(_marks[claim]) with { IsCarriedOtherwise = true }).ToBits();
            }
        }

        return since <= start ? 0 : Add(0, SourceOf(carrier), since, ClaimMarks.Carrier, 0);
    }

    /// <summary>The day on which the source made its first claim; 0 where it makes none.</summary>
    private int SinceClaims(int carrier, int endOfClaims)
    {
        var since = int.MaxValue;
        for (var claim = _first; claim < endOfClaims; claim++)
        {
            if (_sourceFacets[(int)_sources[claim]] == carrier)
            {
                since = Math.Min(since, _days[claim] == 0 ? 0 : _known + (int)_days[claim] - 1);
            }
        }

        return since == int.MaxValue ? 0 : since;
    }

    private int SourceOf(int carrier)
    {
        if (!_ofFacets.TryGetValue(carrier, out var source))
        {
            _ofFacets[carrier] = source = _sourceFacets.Count;
            _sourceFacets.Add(carrier);
        }

        return source;
    }

    private int Add(int claimant, int source, int day, ClaimMarks marks, int number)
    {
        _claimants.Add((uint)claimant);
        _sources.Add((uint)source);
        _days.Add(day == 0 ? 0 : (uint)(day - _known + 1));
        _marks.Add(marks.ToBits());
        _numbers.Add((uint)number);
        return Math.Max(0, day - _known);
    }

    private int Counted(int dayNumber) => dayNumber == Day.Always ? 0 : dayNumber - _dayZero;

    /// <param name="sourcesFrom">For each source the first day on which it carries anything.</param>
    private void NumberSources(int[] sourcesFrom)
    {
        _sourcesFrom = sourcesFrom;
        var numbers = facets.Sources.Names.Index().ToDictionary(name => name.Item, name => name.Index);
        _sourceFacets = [.. noted.Sources.Names.Select(name => numbers.GetValueOrDefault(name, -1))];
        _ofFacets = _sourceFacets.Index().Where(source => source.Item >= 0).ToDictionary(source => source.Item, source => source.Index);
    }

    private int[] SourcesSince(NotedNumbers carriers, NotedNumbers days)
    {
        var since = new int[facets.Sources.Count];
        since.AsSpan().Fill(int.MaxValue);
        var (nextCarrier, nextDay) = (new NotedNumbers.Reader(carriers), new NotedNumbers.Reader(days));
        for (var carrier = 0; carrier < carriers.Count; carrier++)
        {
            ref var from = ref since[nextCarrier.Next()];
            from = Math.Min(from, Counted((int)nextDay.Next()));
        }

        return Array.ConvertAll(since, day => day == int.MaxValue ? 0 : day);
    }

    /// <summary>The first day of all; some day where nothing has one.</summary>
    private int FirstDay(params ReadOnlySpan<NotedNumbers> all)
    {
        var first = noted.Turns.Values.DefaultIfEmpty(int.MaxValue).Min();
        foreach (var days in all)
        {
            var next = new NotedNumbers.Reader(days);
            for (var i = 0; i < days.Count; i++)
            {
                first = (int)next.Next() is var day and not Day.Always ? Math.Min(first, day) : first;
            }
        }

        return first == int.MaxValue ? 0 : first;
    }
}
