using System.Globalization;

namespace Dashboard.Domain.Time;

/// <summary>Dates in words: "28 January 2024", "24–25 January 2024", "March 2022"; with short names of months for lists.</summary>
public sealed class DateWords
{
    private readonly string _month;

    private DateWords(string month, string @in) => (_month, In) = (month, @in);

    /// <summary>"28 January 2024".</summary>
    public static DateWords Long { get; } = new("MMMM", "in ");

    /// <summary>"28 Jan 2024".</summary>
    public static DateWords Short { get; } = new("MMM", "");

    /// <summary>What goes before a month or a year that stands alone.</summary>
    internal string In { get; }

    /// <summary>A date as far as it is known: "2024", "February 2024", "5 February 2024", "5–6 February 2024".</summary>
    public string Of(PartialDate date) => date.Text.Length switch
    {
        4 => Year(date.Earliest),
        7 => Month(date.Earliest),
        _ => Days(date.Earliest, date.Latest),
    };

    public string Day(DateOnly day) => Format(day, $"d {_month} yyyy");

    /// <summary>From one day to another, saying nothing twice.</summary>
    public string Days(DateOnly first, DateOnly last) => (first, last) switch
    {
        _ when first == last => Day(first),
        _ when first.Year != last.Year => $"{Day(first)} – {Day(last)}",
        _ when first.Month != last.Month => $"{Format(first, $"d {_month}")} – {Day(last)}",
        _ => $"{Format(first, "%d")}–{Day(last)}",
    };

    /// <summary>From the month of one day to that of another.</summary>
    public string Months(DateOnly first, DateOnly last) => (first, last) switch
    {
        _ when first.Year != last.Year => $"{Month(first)} – {Month(last)}",
        _ when first.Month != last.Month => $"{Format(first, _month)} – {Month(last)}",
        _ => Month(first),
    };

    /// <summary>From the year of one day to that of another.</summary>
    public static string Years(DateOnly first, DateOnly last) =>
        first.Year == last.Year ? Year(first) : $"{Year(first)}–{Year(last)}";

    private static string Year(DateOnly day) => Format(day, "yyyy");

    private string Month(DateOnly day) => Format(day, $"{_month} yyyy");

    private static string Format(DateOnly day, string format) => day.ToString(format, CultureInfo.InvariantCulture);
}
