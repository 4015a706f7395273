using System.Globalization;
using Dashboard.Domain.Time;

namespace Dashboard.Web.Timeline;

/// <summary>A window of time in words: "18 Jan – 9 Feb 2024", "since 8 Nov 2023". Days and times are UTC.</summary>
public static class WindowWords
{
    public static string Of(TimeWindow window) => (window.From, window.To) switch
    {
        (null, null) => "all time",
        ({ } from, null) => $"since {Moment(from, isYearShown: true)}",
        (null, { } to) => $"until {Moment(LastMoment(to), isYearShown: true)}",
        ({ } from, { } to) => Between(from, LastMoment(to)),
    };

    private static string Between(DateTimeOffset from, DateTimeOffset last)
    {
        var end = Moment(last, isYearShown: true);
        var start = Moment(from, isYearShown: from.Year != last.Year);
        return from.Date == last.Date && start + from.ToString(" yyyy", CultureInfo.InvariantCulture) == end ? end : $"{start} – {end}";
    }

    /// <summary>A window that ends at midnight ends, in words, with the day before.</summary>
    private static DateTimeOffset LastMoment(DateTimeOffset end) =>
        end.TimeOfDay == TimeSpan.Zero && end > DateTimeOffset.MinValue.AddDays(1) ? end.AddDays(-1) : end;

    private static string Moment(DateTimeOffset instant, bool isYearShown) =>
        instant.ToString((isYearShown ? "d MMM yyyy" : "d MMM") + (instant.TimeOfDay == TimeSpan.Zero ? "" : ", HH:mm"), CultureInfo.InvariantCulture);
}
