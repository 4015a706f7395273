using System.Globalization;
using Dashboard.Domain.Incidents;
using Dashboard.Domain.Places;
using Dashboard.Domain.Querying;
using Dashboard.Domain.Sources;
using Dashboard.Domain.Time;

namespace Dashboard.Benchmarks;

/// <summary>
/// Facts in the shape of UCDP GED, as many as are asked for and always the same: conflicts with a centre, years and
/// bursts, towns of which few have most, three of four incidents at exactly a town; days mostly, now and then a week, a
/// month or a year.
/// </summary>
internal sealed class GedLikeFacts
{
    public const int Days = 13_149;

    private const int Conflicts = 70;
    private const int Actors = 1_200;
    private const int Sources = 2_000;

    private static readonly DateTimeOffset _firstDay = new(1989, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly string[] _kinds = ["state-based-conflict", "non-state-conflict", "one-sided-violence", "protest", "strike", "deployment", "statement", "diplomacy"];
    private static readonly double[] _upToKind = [0.42, 0.60, 0.73, 0.83, 0.90, 0.95, 0.985, 1];
    private static readonly string[] _countries = ["AF", "SY", "IQ", "UA", "YE", "SO", "CD", "NG", "SD", "ET", "MX", "CO", "IN", "LK", "PH", "MM", "RU", "TR", "BA", "RW"];
    private static readonly IncidentKind[] _kindValues = [.. _kinds.Select(key => new IncidentKind(key))];

    private readonly Random _random;
    private readonly Conflict[] _conflicts;
    private readonly double[] _weights;
    private readonly string[] _actorIds = [.. Enumerable.Range(0, Actors).Select(number => $"actor-{number}")];
    private readonly string[] _sourceIds = [.. Enumerable.Range(0, Sources).Select(number => $"source-{number}")];

    public GedLikeFacts(int seed)
    {
        _random = new Random(seed);
        _conflicts = [.. Enumerable.Range(0, Conflicts).Select(number => new Conflict(_random, number, _countries[number % _countries.Length]))];
        _weights = Cumulated(_conflicts.Select(conflict => conflict.Weight));
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
        var conflict = _conflicts[Pick(_weights)];
        var town = conflict.Towns[Pick(conflict.TownWeights)];
        var day = Math.Min(Days - 1, (Pick(conflict.Weeks) * 7) + _random.Next(7));
        var best = (int)Math.Min(2_000, Math.Pow(1 - _random.NextDouble(), -0.9) - 1);
        return new IncidentFacts
        {
            Number = number,
            Dataset = "ged-like",
            Slug = string.Create(CultureInfo.InvariantCulture, $"{day}-{conflict.Name}-{number}"),
            Title = $"{conflict.Name}: {town.Name}",
            Kind = _kindValues[Pick(_upToKind)],
            IsLead = false,
            Occurrence = Occurrence(_firstDay.AddDays(day)),
            DrawnPoints = [Near(town.Point)],
            IsPlaced = true,
            Precision = new GeoPrecision(_random.Next(4) switch { 0 => 500, 1 => 5_000, 2 => 25_000, _ => 100_000 }),
            Place = town.Name,
            Countries = [conflict.Country],
            ActorIds = [_actorIds[(conflict.Number * 17) + _random.Next(4)], _actorIds[(conflict.Number * 17) + 4 + _random.Next(12)]],
            SourceIds = [.. Enumerable.Range(0, _random.Next(1, 3)).Select(_ => _sourceIds[_random.Next(Sources)]).Distinct()],
            Statuses = [ClaimStatus.Unverified],
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

    private GeoPoint Near(GeoPoint town)
    {
        var share = _random.NextDouble();
        var spread = share > 0.95 ? 0.4 : share > 0.75 ? 0.05 : 0;
        return spread == 0 ? town : Rounded(town.Latitude + (Normal(_random) * spread), town.Longitude + (Normal(_random) * spread));
    }

    private int Pick(double[] cumulated)
    {
        var found = Array.BinarySearch(cumulated, _random.NextDouble() * cumulated[^1]);
        return Math.Min(cumulated.Length - 1, found < 0 ? ~found : found);
    }

    private static GeoPoint Rounded(double latitude, double longitude) =>
        new(Math.Round(Math.Clamp(latitude, -80, 80), 4), Math.Round(Math.Clamp(longitude, -179.9, 179.9), 4));

    private static double Normal(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());

    private static double[] Cumulated(IEnumerable<double> weights)
    {
        var sum = 0.0;
        return [.. weights.Select(weight => sum += weight)];
    }

    private sealed record Town(string Name, GeoPoint Point);

    private sealed class Conflict
    {
        public Conflict(Random random, int number, string country)
        {
            (Number, Country, Name) = (number, country, $"conflict-{number}");
            var (latitude, longitude, spread) = (-25 + (random.NextDouble() * 70), -100 + (random.NextDouble() * 230), 0.3 + (random.NextDouble() * 3.5));
            Weight = Math.Pow(1 - random.NextDouble(), -0.5);
            Towns = [.. Enumerable.Range(0, (int)(40 + (spread * 90 * Math.Sqrt(Weight)))).Select(town =>
                new Town($"town-{number}-{town}", Rounded(latitude + (Normal(random) * spread * 0.7), longitude + (Normal(random) * spread * 0.9))))];
            TownWeights = Cumulated(Enumerable.Range(1, Towns.Length).Select(rank => 1 / Math.Pow(rank, 0.85)));
            var (first, last, level) = (random.Next(Days / 7), 0, 0.0);
            last = Math.Min(Days / 7, first + 50 + random.Next(1_500));
            Weeks = Cumulated(Enumerable.Range(0, (Days / 7) + 1).Select(week =>
            {
                level = (0.97 * level) + (0.35 * Normal(random));
                return week >= first && week <= last ? Math.Exp(level) : 0.004;
            }).ToArray());
        }

        public int Number { get; }

        public string Country { get; }

        public string Name { get; }

        public double Weight { get; }

        public Town[] Towns { get; }

        public double[] TownWeights { get; }

        /// <summary>How much happens up to each week.</summary>
        public double[] Weeks { get; }
    }
}
