using Dashboard.Domain.Querying;
using Dashboard.Domain.Sources;

namespace Dashboard.Index.Claims;

/// <summary>Puts claims in the order of rows.</summary>
/// <param name="noted">All of them, as they were read.</param>
/// <param name="facets">Which sources carry the incidents.</param>
internal sealed class ClaimColumnsBuilder(NotedClaims noted, NotedFacets facets, Arrangement arrangement)
{
    private readonly List<uint> _claimants = [];
    private readonly List<uint> _sources = [];
    private readonly List<uint> _days = [];
    private readonly List<long> _marks = [];
    private readonly List<uint> _numbers = [];
    private readonly List<int> _turned = [];
    private readonly List<int> _turnDays = [];
    private int _dayZero;
    private int[] _sourceFacets = [];
    private int[] _sourcesFrom = [];

    public ClaimColumns Build()
    {
        var (knownFrom, claimEnds) = (noted.KnownFrom.ToArray(), noted.Ends.ToArray());
        var (carriers, carrierEnds) = facets.Sources.AsRead();
        var carrierDays = facets.SourceDays.ToArray();
        _dayZero = FirstDay(knownFrom, carrierDays) - 1;
        _sourcesFrom = SourcesFrom(carriers, carrierDays);
        string[] names = [.. noted.Sources.Names];
        var facetNumbers = facets.Sources.Names.Index().ToDictionary(name => name.Item, name => name.Index);
        var sourceFacets = names.Select(name => facetNumbers.GetValueOrDefault(name, -1)).ToList();
        var ofFacets = sourceFacets.Index().Where(pair => pair.Item >= 0).ToDictionary(pair => pair.Item, pair => pair.Index);
        var hasDays = carrierDays.AsSpan().ContainsAnyExcept(Day.Always);
        var (ends, from, lasting) = (new long[knownFrom.Length], new int[knownFrom.Length], new int[knownFrom.Length]);
        for (var row = 0; row < ends.Length; row++)
        {
            var read = arrangement.Reads[row];
            var (firstClaim, endClaim) = (read == 0 ? 0 : claimEnds[read - 1], claimEnds[read]);
            from[row] = Counted(knownFrom[read]);
            var first = _sources.Count;
            for (var claim = firstClaim; claim < endClaim; claim++)
            {
                lasting[row] = Math.Max(lasting[row], Add(claim, from[row]));
            }

            for (var carrier = read == 0 ? 0 : carrierEnds[read - 1]; (hasDays || endClaim > firstClaim) && carrier < carrierEnds[read]; carrier++)
            {
                lasting[row] = Math.Max(lasting[row], AddCarrier(carriers[carrier], Counted(carrierDays[carrier]), first, endClaim - firstClaim, from[row]));
            }

            ends[row] = _sources.Count;
        }

        return Columns();

        int AddCarrier(int carrier, int since, int first, int claims, int known)
        {
            var (start, derived) = (Math.Max(_sourcesFrom[carrier], known), int.MaxValue);
            for (var claim = first; claim < first + claims; claim++)
            {
                derived = sourceFacets[(int)_sources[claim]] == carrier ? Math.Min(derived, DayOf(claim, known)) : derived;
            }

            if (Math.Max(since, start) == (derived == int.MaxValue ? start : Math.Max(derived, start)))
            {
                return 0;
            }

            for (var claim = first; claim < first + claims; claim++)
            {
                _marks[claim] = sourceFacets[(int)_sources[claim]] == carrier ? (ClaimMarks.From(_marks[claim]) with { IsCarriedOtherwise = true }).ToBits() : _marks[claim];
            }

            if (since <= start)
            {
                return 0;
            }

            if (!ofFacets.TryGetValue(carrier, out var source))
            {
                ofFacets[carrier] = source = sourceFacets.Count;
                sourceFacets.Add(carrier);
            }

            return AddOne(0, source, since, new ClaimMarks(ClaimStatus.Asserted, ClaimTopic.Other, IsCarrierOnly: true, IsCarriedOtherwise: false), 0, known);
        }

        ClaimColumns Columns()
        {
            _sourceFacets = [.. sourceFacets];
            return new ClaimColumns
            {
                DayZero = _dayZero,
                KnownFrom = new PackedColumn(from),
                Lasting = new PackedColumn(lasting),
                Ends = new AscendingColumn(ends),
                Claimants = new PackedColumn(_claimants.ToArray()),
                Sources = new PackedColumn(_sources.ToArray()),
                Days = new PackedColumn(_days.ToArray()),
                Marks = new ValueColumn(_marks.ToArray()),
                Numbers = new PackedColumn(_numbers.ToArray()),
                Figures = noted.Figures,
                Turned = [.. _turned],
                TurnDays = [.. _turnDays],
                SourceFacets = _sourceFacets,
                SourcesFrom = _sourcesFrom,
            };
        }
    }

    private int DayOf(int claim, int known) => _days[claim] == 0 ? 0 : known + (int)_days[claim] - 1;

    /// <returns>How many days after its row the last thing about it became known.</returns>
    private int Add(int claim, int known)
    {
        var lasting = AddOne(noted.ClaimantOf[claim], noted.SourceOf[claim], Counted(noted.DayOf[claim]), noted.MarksOf[claim], noted.NumberOf[claim], known);
        if (noted.Turns.TryGetValue(claim, out var turn))
        {
            _turned.Add(_sources.Count - 1);
            _turnDays.Add(Counted(turn));
            lasting = Math.Max(lasting, Counted(turn) - known);
        }

        return lasting;
    }

    private int AddOne(int claimant, int source, int day, ClaimMarks marks, int number, int known)
    {
        _claimants.Add((uint)claimant);
        _sources.Add((uint)source);
        _days.Add(day == 0 ? 0 : (uint)(day - known + 1));
        _marks.Add(marks.ToBits());
        _numbers.Add((uint)number);
        return Math.Max(0, day - known);
    }

    private int Counted(int dayNumber) => dayNumber == Day.Always ? 0 : dayNumber - _dayZero;

    /// <summary>The first day of all; the first there is where nothing has a day.</summary>
    private int FirstDay(int[] knownFrom, int[] carrierDays)
    {
        var first = int.MaxValue;
        foreach (var day in knownFrom.Concat(carrierDays).Concat(noted.DayOf.ToArray()).Concat(noted.Turns.Values))
        {
            first = day == Day.Always ? first : Math.Min(first, day);
        }

        return first == int.MaxValue ? 0 : first;
    }

    private int[] SourcesFrom(int[] carriers, int[] days)
    {
        int[] first = [.. Enumerable.Repeat(int.MaxValue, facets.Sources.Names.Count())];
        for (var carrier = 0; carrier < carriers.Length; carrier++)
        {
            first[carriers[carrier]] = Math.Min(first[carriers[carrier]], Counted(days[carrier]));
        }

        return Array.ConvertAll(first, day => day == int.MaxValue ? 0 : day);
    }
}
