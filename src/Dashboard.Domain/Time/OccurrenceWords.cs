namespace Dashboard.Domain.Time;

/// <summary>
/// A time in words that say no more than is known: "28 January 2024, about 05:30", "12 November 2023, evening",
/// "in March 2022", "since 17 October 2014". Times of day follow the clock; a day, a week, a month or a year that was
/// stated stays what it is on every clock.
/// </summary>
public static class OccurrenceWords
{
    private const string Unknown = "date not known";

    /// <summary>Beyond this a time of day is "about".</summary>
    private static readonly TimeSpan _exact = TimeSpan.FromMinutes(15);

    /// <summary>For headings and text.</summary>
    public static string Long(Occurrence? occurrence, Clock clock) => Words(occurrence, clock, DateWords.Long);

    /// <summary>For lists and marks: "28 Jan 2024, about 05:30", "Mar 2022".</summary>
    public static string Short(Occurrence? occurrence, Clock clock) => Words(occurrence, clock, DateWords.Short);

    /// <summary>True where the stated unit itself is in doubt: a day that may be the one before.</summary>
    internal static bool IsRough(Occurrence occurrence) => occurrence.Precision switch
    {
        TimePrecision.Minute => occurrence.Uncertainty > _exact,
        TimePrecision.Hour => true,
        TimePrecision.PartOfDay => occurrence.Uncertainty >= TimeSpan.FromHours(6),
        TimePrecision.Day => occurrence.Uncertainty >= TimeSpan.FromDays(1),
        TimePrecision.Week => occurrence.Uncertainty >= TimeSpan.FromDays(7),
        TimePrecision.Month => occurrence.Uncertainty >= TimeSpan.FromDays(28),
        TimePrecision.Year => occurrence.Uncertainty >= TimeSpan.FromDays(365),
        _ => throw new ArgumentOutOfRangeException(nameof(occurrence)),
    };

    private static string Words(Occurrence? occurrence, Clock clock, DateWords dates) => occurrence switch
    {
        null => Unknown,
        { Precision: TimePrecision.Minute or TimePrecision.Hour } => TimeOfDayWords.ByTheMinute(occurrence, clock, dates),
        { Precision: TimePrecision.PartOfDay } => TimeOfDayWords.ByPartOfDay(occurrence, clock, dates),
        _ => CalendarWords.Of(occurrence, dates),
    };
}
