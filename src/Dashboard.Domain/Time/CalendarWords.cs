namespace Dashboard.Domain.Time;

/// <summary>Times that are known to a day, a week, a month or a year. They do not shift with the clock.</summary>
internal static class CalendarWords
{
    private const int DaysOfWeek = 7;

    public static string Of(Occurrence occurrence, DateWords dates)
    {
        var (first, last) = StatedDays(occurrence);
        var prefix = (occurrence.IsOngoing ? "since " : "") + (OccurrenceWords.IsRough(occurrence) ? "about " : "");
        return occurrence.Precision switch
        {
            TimePrecision.Day => prefix + dates.Days(first, last),
            TimePrecision.Week => prefix + (prefix.Length > 0 ? "the " : "") + Weeks(first, last, dates),
            TimePrecision.Month => (prefix.Length > 0 || IsSeveral(first.Month, last.Month) ? prefix : dates.In) + dates.Months(first, last),
            _ => (prefix.Length > 0 || IsSeveral(first.Year, last.Year) ? prefix : dates.In) + DateWords.Years(first, last),
        };

        bool IsSeveral(int firstUnit, int lastUnit) => first.Year != last.Year || firstUnit != lastUnit;
    }

    private static string Weeks(DateOnly first, DateOnly last, DateWords dates)
    {
        var weeks = (last.DayNumber - first.DayNumber) / DaysOfWeek;
        return weeks == 0 ? $"week of {dates.Day(first)}" : $"weeks of {dates.Days(first, first.AddDays(weeks * DaysOfWeek))}";
    }

    /// <summary>
    /// The first and the last day that were stated. A start at midnight UTC names its day as it stands; any other start
    /// lies in the day that local calendars showed.
    /// </summary>
    private static (DateOnly First, DateOnly Last) StatedDays(Occurrence occurrence)
    {
        var clock = occurrence.Start.TimeOfDay == TimeSpan.Zero ? Clock.Utc : Clock.Local;
        var lastInstant = occurrence.End > occurrence.Start ? occurrence.End.Value.AddTicks(-1) : occurrence.Start;
        return (Day(occurrence.Start), Day(lastInstant));

        DateOnly Day(DateTimeOffset instant) => DateOnly.FromDateTime(clock.WallTime(instant, occurrence.LocalOffset));
    }
}
