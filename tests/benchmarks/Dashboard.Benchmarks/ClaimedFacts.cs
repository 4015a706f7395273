using Dashboard.Domain.Actors;
using Dashboard.Domain.Incidents;
using Dashboard.Domain.Querying;
using Dashboard.Domain.Sources;

namespace Dashboard.Benchmarks;

/// <summary>
/// The facts of <see cref="GedLikeFacts"/>, each with two to six claims: by the parties of the conflict and by monitors, of
/// sources of their own, mostly made within days of the incident, some within a month, few within a year or without a date.
/// </summary>
internal sealed class ClaimedFacts(int seed)
{
    private const int Monitors = 40;
    private const int Sources = 2_000;
    private const int ActorsOfConflict = 17;

    private static readonly string[] _monitors = [.. Enumerable.Range(0, Monitors).Select(number => $"monitor-{number}")];
    private static readonly string[] _sources = [.. Enumerable.Range(0, Sources).Select(number => $"source-{number}")];
    private static readonly ClaimStatus[] _statuses =
    [
        .. Enumerable.Repeat(ClaimStatus.Unverified, 60), .. Enumerable.Repeat(ClaimStatus.Asserted, 20), .. Enumerable.Repeat(ClaimStatus.Supported, 8),
        .. Enumerable.Repeat(ClaimStatus.Disputed, 6), ClaimStatus.Contradicted, ClaimStatus.Contradicted, ClaimStatus.Superseded, ClaimStatus.Superseded, ClaimStatus.Superseded, ClaimStatus.Retracted,
    ];

    private readonly Random _random = new(seed);

    public static IReadOnlyList<string> MonitorIds => _monitors;

    public static IReadOnlyList<string> SourceIds => _sources;

    /// <summary>The first actor of each conflict stands above its others.</summary>
    public static IReadOnlyList<Actor> Actors { get; } = [.. Enumerable.Range(0, 70 * ActorsOfConflict).Select(number => new Actor
    {
        Id = $"actor-{number}",
        Name = $"Actor {number}",
        Nature = "",
        ParentId = number % ActorsOfConflict == 0 ? null : $"actor-{number - (number % ActorsOfConflict)}",
        Affiliations = [],
        Aliases = [],
        Evidence = new Evidence([], null),
    })];

    public IEnumerable<IncidentFacts> Take(int count) => new GedLikeFacts(seed).Take(count).Select(WithClaims);

    private IncidentFacts WithClaims(IncidentFacts facts)
    {
        var begun = DateOnly.FromDateTime(facts.Occurrence!.Start.UtcDateTime);
        ClaimFacts[] claims = [.. Enumerable.Range(0, _random.Next(2, 7)).Select(_ => Claim(facts, begun))];
        string[] sources = [.. facts.SourceIds, .. claims.Select(claim => claim.SourceId).Distinct().Except(facts.SourceIds)];
        return facts with
        {
            Claims = claims,
            Statuses = [.. claims.Select(claim => claim.Status).Distinct()],
            SourceIds = sources,
            SourceDays = [.. sources.Select(source => facts.SourceIds.Contains(source) || claims.Any(claim => claim.SourceId == source && claim.Day is null)
                ? null : claims.Where(claim => claim.SourceId == source).Min(claim => claim.Day))],
        };
    }

    private ClaimFacts Claim(IncidentFacts facts, DateOnly begun)
    {
        DateOnly? day = _random.Next(10) switch
        {
            0 => null,
            < 7 => begun.AddDays(_random.Next(4)),
            < 9 => begun.AddDays(_random.Next(30)),
            _ => begun.AddDays(_random.Next(400)),
        };
        var (status, topic) = (_statuses[_random.Next(_statuses.Length)], _random.Next(10) switch { < 5 => ClaimTopic.Killed, 5 => ClaimTopic.Injured, _ => ClaimTopic.Other });
        return new ClaimFacts
        {
            ClaimantId = _random.Next(3) == 0 ? _monitors[_random.Next(Monitors)] : facts.ActorIds[_random.Next(facts.ActorIds.Count)],
            SourceId = _random.Next(4) == 0 ? facts.SourceIds[0] : _sources[_random.Next(Sources)],
            Day = day,
            Status = status,
            TurnDay = status is ClaimStatus.Superseded or ClaimStatus.Retracted ? day?.AddDays(_random.Next(60)) : null,
            Topic = topic,
            Number = topic == ClaimTopic.Other ? null : Number(facts.Killed),
        };
    }

    private ClaimedNumber Number(Toll killed)
    {
        var low = Math.Max(0, (killed.Best ?? 0) - _random.Next(3));
        return new ClaimedNumber(low, _random.Next(5) == 0 ? null : low + _random.Next(5), _random.Next(10) == 0 ? "civilians" : null);
    }
}
