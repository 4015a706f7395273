using System.Globalization;

namespace Dashboard.Domain.Time;

/// <summary>Times that are known to the minute, the hour or the part of a day, as a clock shows them.</summary>
internal static class TimeOfDayWords
{
    private static readonly TimeSpan _partOfDay = TimeSpan.FromHours(6);

    /// <summary>"2 February 2024, 21:00–21:45"; a night is "20–21 November 2023, 21:00–01:30".</summary>
    public static string ByTheMinute(Occurrence occurrence, Clock clock, DateWords dates)
    {
        var start = clock.WallTime(occurrence.Start, occurrence.LocalOffset);
        var end = clock.WallTime(occurrence.End ?? occurrence.Start, occurrence.LocalOffset);
        var (firstDay, lastDay) = (DateOnly.FromDateTime(start), DateOnly.FromDateTime(end));
        var (from, to) = (Time(start), Time(end));
        var about = OccurrenceWords.IsRough(occurrence) ? "about " : "";
        var isOneNight = lastDay.DayNumber - firstDay.DayNumber <= 1 && end - start < TimeSpan.FromDays(1);
        return occurrence switch
        {
            { IsOngoing: true } => $"since {dates.Day(firstDay)}, {about}{from}",
            _ when firstDay == lastDay && from == to => $"{dates.Day(firstDay)}, {about}{from}",
            _ when isOneNight => $"{dates.Days(firstDay, lastDay)}, {about}{from}–{to}",
            _ => $"{dates.Day(firstDay)}, {about}{from} – {dates.Day(lastDay)}, {about}{to}",
        };
    }

    /// <summary>"12 November 2023, evening". A period no longer than a part of the day is told by the part that holds its middle.</summary>
    public static string ByPartOfDay(Occurrence occurrence, Clock clock, DateWords dates)
    {
        var length = (occurrence.End ?? occurrence.Start) - occurrence.Start;
        var isOnePart = length <= _partOfDay;
        var first = WallTime(occurrence.Start + (isOnePart ? length / 2 : TimeSpan.Zero));
        var last = isOnePart ? first : WallTime(occurrence.End!.Value.AddTicks(-1));
        var (firstDay, lastDay) = (DateOnly.FromDateTime(first), DateOnly.FromDateTime(last));
        var prefix = (occurrence.IsOngoing ? "since " : "") + (OccurrenceWords.IsRough(occurrence) ? "about " : "");
        return prefix + (firstDay == lastDay, Part(first) == Part(last)) switch
        {
            (true, true) => $"{dates.Day(firstDay)}, {Part(first)}",
            (true, false) => $"{dates.Day(firstDay)}, {Part(first)} to {Part(last)}",
            _ => $"{dates.Day(firstDay)}, {Part(first)} – {dates.Day(lastDay)}, {Part(last)}",
        };

        DateTime WallTime(DateTimeOffset instant) => clock.WallTime(instant, occurrence.LocalOffset);
    }

    private static string Part(DateTime time) => time.Hour switch
    {
        < 6 => "early morning",
        < 12 => "morning",
        < 18 => "afternoon",
        _ => "evening",
    };

    private static string Time(DateTime time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);
}
