using System.Globalization;
using Dashboard.Domain.Time;

namespace Dashboard.Domain.Tests.Time;

/// <summary>Writes instants and occurrences the way a person does.</summary>
internal static class Times
{
    public static DateTimeOffset At(string text) =>
        DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);

    public static DateTimeOffset? AtOrNull(string? text) => text is null ? null : At(text);

    /// <param name="offset">Local hours ahead of UTC.</param>
    /// <param name="uncertainty">Minutes; null where nobody stated one.</param>
    public static Occurrence When(string start, string? end = null, TimePrecision precision = TimePrecision.Minute, double offset = 3,
        int? uncertainty = null, bool ongoing = false) =>
        new(At(start), AtOrNull(end), TimeSpan.FromHours(offset), precision,
            uncertainty is { } minutes ? TimeSpan.FromMinutes(minutes) : null, ongoing);

    public static TimeWindow Window(string? from, string? to) => new(AtOrNull(from), AtOrNull(to));
}
