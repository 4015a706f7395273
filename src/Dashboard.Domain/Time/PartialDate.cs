using System.Globalization;
using System.Text.RegularExpressions;

namespace Dashboard.Domain.Time;

/// <summary>
/// A date as far as it is known: <c>2024</c>, <c>2024-02</c>, <c>2024-02-05</c>, or one of several days of a month,
/// <c>2024-02-05/06</c>. The text is kept as written and is the value's identity.
/// </summary>
public sealed partial record PartialDate : IComparable<PartialDate>
{
    private PartialDate(string text, DateOnly earliest, DateOnly latest) => (Text, Earliest, Latest) = (text, earliest, latest);

    public string Text { get; }

    public DateOnly Earliest { get; }

    public DateOnly Latest { get; }

    public static PartialDate Parse(string text) =>
        TryParse(text, out var date) ? date : throw new RefusedException($"'{text}' is not a date: write 2024, 2024-02, 2024-02-05 or 2024-02-05/06");

    public static bool TryParse(string text, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out PartialDate? date)
    {
        date = null;
        var match = Form().Match(text);
        if (!match.Success)
        {
            return false;
        }

        var year = Number(match, "year");
        var month = Number(match, "month");
        var day = Number(match, "day");
        var lastDay = Number(match, "lastDay");
        if (year is null or 0 || month is 0 or > 12 || IsNoDay(year.Value, month, day) || IsNoDay(year.Value, month, lastDay) || lastDay < day)
        {
            return false;
        }

        var earliest = new DateOnly(year.Value, month ?? 1, day ?? 1);
        var lastMonth = month ?? 12;
        var latest = new DateOnly(year.Value, lastMonth, lastDay ?? day ?? DateTime.DaysInMonth(year.Value, lastMonth));
        date = new PartialDate(text, earliest, latest);
        return true;
    }

    public int CompareTo(PartialDate? other) =>
        other is null ? 1 : (Earliest, Latest).CompareTo((other.Earliest, other.Latest));

    public override string ToString() => Text;

    private static bool IsNoDay(int year, int? month, int? day) =>
        day is { } d && (d == 0 || month is not { } m || d > DateTime.DaysInMonth(year, m));

    private static int? Number(Match match, string group) =>
        match.Groups[group] is { Success: true } found ? int.Parse(found.ValueSpan, CultureInfo.InvariantCulture) : null;

    [GeneratedRegex(@"^(?<year>[0-9]{4})(-(?<month>[0-9]{2})(-(?<day>[0-9]{2})(/(?<lastDay>[0-9]{2}))?)?)?\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Form();
}
