using Dashboard.Domain;
using Dashboard.Domain.Incidents;
using Dashboard.Domain.Places;
using Dashboard.Domain.Time;
using static Dashboard.Web.Tests.Harness.Samples;

namespace Dashboard.Web.Tests.Harness;

/// <summary>Incidents all over a box and the first half of 2024: moments, periods, what goes on, some undated, some without a place. The same each time.</summary>
internal static class ScatteredIncidents
{
    /// <summary>West, south, east, north.</summary>
    public static GeoBox Box { get; } = new(36, 30, 46, 38);

    public static Dataset Dataset(int count)
    {
        var random = new Random(count);
        return Samples.Dataset([.. Enumerable.Range(0, count).Select(number => Incident($"i{number:0000}", random))]);
    }

    private static Incident Incident(string slug, Random random) => Samples.Incident(slug, OccurrenceOf(random), random.Next(10) == 0 ? null : new PointGeometry(PointOf(random))) with
    {
        Kind = random.Next(3) == 0 ? IncidentKind.Strike : IncidentKind.Attack,
        IsLead = random.Next(6) == 0,
    };

    private static Occurrence? OccurrenceOf(Random random)
    {
        var start = At(2024, 1, 1).AddMinutes(15 * random.Next(4 * 24 * 180));
        return random.Next(10) switch
        {
            0 => null,
            1 => new(start, null, TimeSpan.Zero, TimePrecision.Day, isOngoing: true),
            2 or 3 => new(start, start.AddHours(random.Next(24 * 30)), TimeSpan.Zero, TimePrecision.Hour),
            4 or 5 => new(start, null, TimeSpan.Zero, TimePrecision.Month),
            _ => new(start, null, TimeSpan.Zero, TimePrecision.Minute),
        };
    }

    private static LocatedPoint PointOf(Random random) =>
        Located(Box.South + (random.NextDouble() * (Box.North - Box.South)), Box.West + (random.NextDouble() * (Box.East - Box.West)), 100);
}
