namespace Dashboard.Domain.Time;

/// <summary>
/// The time of New York and Washington: UTC-5, and UTC-4 from two o'clock on the second Sunday of March to two o'clock on
/// the first Sunday of November. That is the law since 2007; earlier years are told by it too.
/// </summary>
public static class UsEasternTime
{
    private static readonly TimeSpan _standard = TimeSpan.FromHours(-5);
    private static readonly TimeSpan _daylight = TimeSpan.FromHours(-4);

    public static TimeSpan Offset(DateTimeOffset instant) => IsDaylightSaving(instant) ? _daylight : _standard;

    public static string Abbreviation(DateTimeOffset instant) => IsDaylightSaving(instant) ? "EDT" : "EST";

    private static bool IsDaylightSaving(DateTimeOffset instant)
    {
        var utc = instant.UtcDateTime;
        var begins = Sunday(utc.Year, month: 3, number: 2).AddHours(2) - _standard;
        var ends = Sunday(utc.Year, month: 11, number: 1).AddHours(2) - _daylight;
        return utc >= begins && utc < ends;
    }

    private static DateTime Sunday(int year, int month, int number)
    {
        var first = new DateTime(year, month, 1, 0, 0, 0, DateTimeKind.Utc);
        var daysToSunday = (7 - (int)first.DayOfWeek) % 7;
        return first.AddDays(daysToSunday + (7 * (number - 1)));
    }
}
