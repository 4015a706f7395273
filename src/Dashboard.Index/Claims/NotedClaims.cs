using Dashboard.Domain.Querying;

namespace Dashboard.Index.Claims;

/// <summary>The claims of incidents, and since when they are known, noted in the order of reading.</summary>
internal sealed class NotedClaims
{
    private readonly TextNumbers _scopes = new();
    private readonly Dictionary<Figure, int> _numbers = [];

    /// <summary>The empty scope is the whole.</summary>
    public NotedClaims() => _scopes.Of("");

    /// <summary>Actors by whom claims are.</summary>
    public FacetValues Claimants { get; } = new();

    /// <summary>Sources of claims.</summary>
    public FacetValues Sources { get; } = new();

    /// <summary>For each incident the day on which it becomes known.</summary>
    public NotedNumbers KnownFrom { get; } = new();

    /// <summary>For each incident where its claims end.</summary>
    public NotedNumbers Ends { get; } = new();

    /// <summary>For each claim the number of its claimant, and one; 0 where no actor is known.</summary>
    public NotedNumbers ClaimantOf { get; } = new();

    public NotedNumbers SourceOf { get; } = new();

    public NotedNumbers DayOf { get; } = new();

    /// <summary>As <see cref="ClaimMarks.ToBits"/> tells them.</summary>
    public NotedNumbers MarksOf { get; } = new();

    /// <summary>For each claim the number of its figure, and one; 0 where it gives none.</summary>
    public NotedNumbers NumberOf { get; } = new();

    /// <summary>The claims that ceased to stand on a known day, with that day.</summary>
    public Dictionary<int, int> Turns { get; } = [];

    /// <summary>The figures by their numbers.</summary>
    public Figure[] Figures => [.. _numbers.OrderBy(pair => pair.Value).Select(pair => pair.Key)];

    /// <param name="some">Incidents that follow each other.</param>
    public void Add(ReadOnlySpan<IncidentFacts> some)
    {
        Span<long> days = stackalloc long[some.Length];
        Span<long> ends = stackalloc long[some.Length];
        Span<long> claimantEnds = stackalloc long[some.Length];
        for (var i = 0; i < some.Length; i++)
        {
            days[i] = Day.Of(some[i].KnownFrom());
            foreach (var claim in ListItems.Of(some[i].Claims))
            {
                Add(claim);
            }

            (ends[i], claimantEnds[i]) = (SourceOf.Count, Claimants.Noted.Count);
        }

        KnownFrom.Add(days);
        Ends.Add(ends);
        Sources.EndIncidents(ends);
        Claimants.EndIncidents(claimantEnds);
    }

    private void Add(ClaimFacts claim)
    {
        if (claim.TurnDay is { } turn)
        {
            Turns[SourceOf.Count] = turn.DayNumber;
        }

        ClaimantOf.Add(claim.ClaimantId is { } claimant ? Claimants.Note(claimant) + 1 : 0);
        SourceOf.Add(Sources.Note(claim.SourceId));
        DayOf.Add(Day.Of(claim.Day));
        MarksOf.Add(new ClaimMarks(claim.Status, claim.Topic, IsCarrierOnly: false, IsCarriedOtherwise: false).ToBits());
        NumberOf.Add(claim.Number is { } number ? NumberFor(new Figure(number.Low, number.High, _scopes.Of(number.Scope ?? ""))) + 1 : 0);
    }

    private int NumberFor(Figure figure)
    {
        if (!_numbers.TryGetValue(figure, out var number))
        {
            _numbers[figure] = number = _numbers.Count;
        }

        return number;
    }
}
