using Dashboard.Domain;
using Dashboard.Domain.Time;

namespace Dashboard.Index;

/// <summary>How many incidents are known at least so precisely, each of the two as if nothing were demanded of it.</summary>
/// <param name="Places">By the radius within which the place is known, the finest first; the last one demands nothing.</param>
/// <param name="Times">By the unit to which the time is known, the finest first; the last one demands nothing.</param>
public sealed record PrecisionCounts(ValueList<PlaceDemand> Places, ValueList<TimeDemand> Times)
{
    /// <summary>Radii in metres, the finest first.</summary>
    public static IReadOnlyList<double> Metres { get; } = [1_000, 5_000, 25_000, 100_000];

    /// <summary>Units, the finest first.</summary>
    public static IReadOnlyList<TimePrecision> Units { get; } =
        [TimePrecision.Minute, TimePrecision.Hour, TimePrecision.PartOfDay, TimePrecision.Day, TimePrecision.Week, TimePrecision.Month, TimePrecision.Year];
}

/// <param name="Metres">At most; null demands nothing.</param>
/// <param name="Count">How many incidents meet it; leads among them where the query asks for leads.</param>
public readonly record struct PlaceDemand(double? Metres, int Count);

/// <param name="Coarsest">The coarsest unit that meets it; null demands nothing, not even a date.</param>
/// <param name="Count">As for <see cref="PlaceDemand"/>.</param>
public readonly record struct TimeDemand(TimePrecision? Coarsest, int Count);
