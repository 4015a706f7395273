using Dashboard.Domain.Places;

namespace Dashboard.Benchmarks;

/// <summary>
/// Where and when things happen in the generated data, always the same for a seed: conflicts with a centre, years and bursts, each with
/// towns of which few have most; three of four incidents are at exactly a town, as places in UCDP GED are.
/// </summary>
internal sealed class GedLikeWorld
{
    public const int Days = 13_149;

    private const int Count = 70;

    private readonly Random _random;
    private readonly Conflict[] _conflicts;
    private readonly double[] _weights;

    public static DateOnly FirstDay { get; } = new(1989, 1, 1);

    /// <param name="centres">Where conflicts have their centres; their towns scatter around these and may lie outside.</param>
    public GedLikeWorld(Random random, GeoBox centres)
    {
        _random = random;
        _conflicts = [.. Enumerable.Range(0, Count).Select(number => new Conflict(random, number, centres))];
        _weights = Cumulated(_conflicts.Select(conflict => conflict.Weight));
    }

    /// <summary>The next incident: its conflict, its town, the point itself and the day since <see cref="FirstDay"/>.</summary>
    public (Conflict Conflict, Town Town, GeoPoint Point, int Day) Next()
    {
        var conflict = _conflicts[Pick(_weights)];
        var town = conflict.Towns[Pick(conflict.TownWeights)];
        return (conflict, town, Near(town.Point), Math.Min(Days - 1, (Pick(conflict.Weeks) * 7) + _random.Next(7)));
    }

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

    public sealed record Town(string Name, GeoPoint Point);

    public sealed class Conflict
    {
        public Conflict(Random random, int number, GeoBox centres)
        {
            (Number, Name) = (number, $"conflict-{number}");
            var (latitude, longitude, spread) = (
                centres.South + (random.NextDouble() * (centres.North - centres.South)),
                centres.West + (random.NextDouble() * (centres.East - centres.West)),
                0.3 + (random.NextDouble() * 3.5));
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

        public string Name { get; }

        public double Weight { get; }

        public Town[] Towns { get; }

        public double[] TownWeights { get; }

        /// <summary>How much happens up to each week.</summary>
        public double[] Weeks { get; }
    }
}
