using System.Globalization;
using Dashboard.Data;
using Dashboard.Domain.Sources;
using Dashboard.Domain.Time;

namespace Dashboard.Web.Incidents;

/// <summary>A day on which something was said about an incident.</summary>
/// <param name="Label">As far as it is known, its year where it is another one than that of the day before it: "28 Jan 2024", "31 Jan", "2025".</param>
/// <param name="Claims">How many claims.</param>
public sealed record SaidDay(DateOnly Day, string Label, int Claims)
{
    /// <summary>In order.</summary>
    public static IReadOnlyList<SaidDay> Of(IncidentRecord record)
    {
        var known = new KnownOn(DateOnly.MaxValue, record.Sources);
        var sources = record.Sources.ToDictionary(source => source.Id);
        var days = new List<SaidDay>();
        var year = 0;
        var byDay = record.Claims.Where(claim => known.DayOf(claim) is not null).GroupBy(claim => known.DayOf(claim)!.Value).OrderBy(day => day.Key);
        foreach (var day in byDay)
        {
            var finest = day.Select(claim => claim.Date ?? sources[claim.SourceId].Date!).MinBy(date => (date.Latest.DayNumber, date.Text))!;
            days.Add(new SaidDay(day.Key, day.Key.Year == year ? WithoutYear(finest) : DateWords.Short.Of(finest), day.Count()));
            year = day.Key.Year;
        }

        return days;
    }

    private static string WithoutYear(PartialDate date)
    {
        var words = DateWords.Short.Of(date);
        var year = date.Latest.ToString(" yyyy", CultureInfo.InvariantCulture);
        return words.EndsWith(year, StringComparison.Ordinal) ? words[..^year.Length] : words;
    }
}
