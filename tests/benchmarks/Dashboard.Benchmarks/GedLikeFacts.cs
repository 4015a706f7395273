using System.Globalization;
using Dashboard.Domain.Incidents;
using Dashboard.Domain.Places;
using Dashboard.Domain.Querying;
using Dashboard.Domain.Sources;
using Dashboard.Domain.Time;

namespace Dashboard.Benchmarks;

/// <summary>
/// Facts in the shape of UCDP GED, as many as are asked for and always the same, all over <see cref="GedLikeWorld"/>: days
/// mostly, now and then a week, a month or a year. Their lists are of the sort that the store's are.
/// </summary>
internal sealed class GedLikeFacts
{
    private const int Actors = 1_200;
    private const int Sources = 2_000;

    private static readonly DateTimeOffset _firstDay = new(GedLikeWorld.FirstDay, default, TimeSpan.Zero);
    private static readonly string[] _kinds = ["state-based-conflict", "non-state-conflict", "one-sided-violence", "protest", "strike", "deployment", "statement", "diplomacy"];
    private static readonly double[] _upToKind = [0.42, 0.60, 0.73, 0.83, 0.90, 0.95, 0.985, 1];
    private static readonly string[] _countries = ["AF", "SY", "IQ", "UA", "YE", "SO", "CD", "NG", "SD", "ET", "MX", "CO", "IN", "LK", "PH", "MM", "RU", "TR", "BA", "RW"];
    private static readonly IncidentKind[] _kindValues = [.. _kinds.Select(key => new IncidentKind(key))];

    private readonly Random _random;
    private readonly GedLikeWorld _world;
    private readonly string[] _actorIds = [.. Enumerable.Range(0, Actors).Select(number => $"actor-{number}")];
    private readonly string[] _sourceIds = [.. Enumerable.Range(0, Sources).Select(number => $"source-{number}")];

    public GedLikeFacts(int seed)
    {
        _random = new Random(seed);
        _world = new GedLikeWorld(_random, new GeoBox(-100, -25, 130, 45));
    }

    public static IReadOnlyList<string> Kinds => _kinds;

    public static IReadOnlyList<string> Countries => _countries;

    public string ActorId(int number) => _actorIds[number];

    /// <summary>In the order of their numbers, each made when it is asked for.</summary>
    public IEnumerable<IncidentFacts> Take(int count)
    {
        for (var number = 1; number <= count; number++)
        {
            yield return One(number);
        }
    }

    private IncidentFacts One(int number)
    {
        var (conflict, town, point, day) = _world.Next();
        var best = (int)Math.Min(2_000, Math.Pow(1 - _random.NextDouble(), -0.9) - 1);
        return new IncidentFacts
        {
            Number = number,
            Dataset = "ged-like",
            Slug = string.Create(CultureInfo.InvariantCulture, $"{day}-{conflict.Name}-{number}"),
            Title = $"{conflict.Name}: {town.Name}",
            Kind = _kindValues[PickKind()],
            IsLead = false,
            Occurrence = Occurrence(_firstDay.AddDays(day)),
            DrawnPoints = [point],
            IsPlaced = true,
            Precision = new GeoPrecision(_random.Next(4) switch { 0 => 500, 1 => 5_000, 2 => 25_000, _ => 100_000 }),
            Place = town.Name,
            Countries = (List<string>)[_countries[conflict.Number % _countries.Length]],
            ActorIds = (List<string>)[_actorIds[(conflict.Number * 17) + _random.Next(4)], _actorIds[(conflict.Number * 17) + 4 + _random.Next(12)]],
            SourceIds = (List<string>)[.. Enumerable.Range(0, _random.Next(1, 3)).Select(_ => _sourceIds[_random.Next(Sources)]).Distinct()],
            Statuses = (List<ClaimStatus>)[ClaimStatus.Unverified],
            Killed = new Toll(best, best, best + _random.Next(4)),
            Injured = new Toll(null, null, null),
        };
    }

    private Occurrence Occurrence(DateTimeOffset start) => _random.Next(100) switch
    {
        0 => new(start, null, default, TimePrecision.Year),
        < 5 => new(start, null, default, TimePrecision.Month),
        < 12 => new(start, start.AddDays(_random.Next(2, 10)), default, TimePrecision.Day),
        < 15 => new(start, null, default, TimePrecision.Week),
        _ => new(start, null, default, TimePrecision.Day),
    };

    private int PickKind()
    {
        var share = _random.NextDouble();
        return Array.FindIndex(_upToKind, upTo => share <= upTo);
    }
}
