using System.Globalization;
using Dashboard.Domain.Time;

namespace Dashboard.Web.Incidents;

/// <summary>How long after one incident another came, no more exact than both times are: "5 h later", "about 6 days later".</summary>
public static class LagWords
{
    /// <summary>Null where a date is missing, or the later one did not come later.</summary>
    public static string? Of(Occurrence? earlier, Occurrence? later)
    {
        if (earlier is null || later is null || later.Start < earlier.Start)
        {
            return null;
        }

        var lag = later.Start - earlier.Start;
        var isRough = earlier.Precision > TimePrecision.Hour || later.Precision > TimePrecision.Hour;
        return isRough ? Rough(lag) : Exact(lag);
    }

    private static string Rough(TimeSpan lag) => Math.Round(lag.TotalDays) switch
    {
        0 => "within a day",
        1 => "about a day later",
        var days => string.Create(CultureInfo.InvariantCulture, $"about {days:0} days later"),
    };

    private static string Exact(TimeSpan lag) => lag switch
    {
        { TotalHours: < 1 } => string.Create(CultureInfo.InvariantCulture, $"{lag.TotalMinutes:0} min later"),
        { TotalHours: < 48 } => string.Create(CultureInfo.InvariantCulture, $"{lag.TotalHours:0} h later"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{lag.TotalDays:0.#} days later"),
    };
}
