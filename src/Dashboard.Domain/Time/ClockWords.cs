using System.Globalization;

namespace Dashboard.Domain.Time;

/// <summary>What clocks are called on screen.</summary>
public static class ClockWords
{
    public static string Name(Clock clock) => clock switch
    {
        Clock.Utc => "UTC",
        Clock.Local => "Local time",
        Clock.UsEastern => "US Eastern",
        _ => throw new ArgumentOutOfRangeException(nameof(clock)),
    };

    /// <summary>
    /// The zone that goes with the time of day in <see cref="OccurrenceWords"/>: "UTC", "+03", "EST", "EDT"; null where the
    /// words tell no time of day.
    /// </summary>
    public static string? Zone(Occurrence? occurrence, Clock clock) => (occurrence, clock) switch
    {
        (null or { Precision: > TimePrecision.PartOfDay }, _) => null,
        (_, Clock.Utc) => "UTC",
        (_, Clock.UsEastern) => UsEasternTime.Abbreviation(occurrence.Start),
        _ => Offset(occurrence.LocalOffset),
    };

    private static string Offset(TimeSpan offset)
    {
        var sign = offset < TimeSpan.Zero ? "-" : "+";
        return sign + offset.ToString(offset.Minutes == 0 ? "hh" : @"hh\:mm", CultureInfo.InvariantCulture);
    }
}
