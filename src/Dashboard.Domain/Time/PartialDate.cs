using System.Globalization;

namespace Dashboard.Domain.Time;

/// <summary>
/// A date as far as it is known: <c>2024</c>, <c>2024-02</c>, <c>2024-02-05</c>, or one of several days of a month,
/// <c>2024-02-05/06</c>. The text is kept as written and is the value's identity.
/// </summary>
public sealed record PartialDate : IComparable<PartialDate>
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
        var isForm = text.Length switch
        {
            4 => true,
            7 => text[4] == '-',
            10 => text[4] == '-' && text[7] == '-',
            13 => text[4] == '-' && text[7] == '-' && text[10] == '/',
            _ => false,
        };
        if (!isForm || !TryNumber(text, 0, 4, out var year) || !TryNumber(text, 5, 2, out var month)
            || !TryNumber(text, 8, 2, out var day) || !TryNumber(text, 11, 2, out var lastDay))
        {
            return false;
        }

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

    /// <summary>The digits from <paramref name="start"/> on; null where the text has ended before.</summary>
    private static bool TryNumber(string text, int start, int length, out int? number)
    {
        number = null;
        if (start >= text.Length)
        {
            return true;
        }

        var digits = text.AsSpan(start, length);
        var isNumber = !digits.ContainsAnyExceptInRange('0', '9');
        number = isNumber ? int.Parse(digits, CultureInfo.InvariantCulture) : null;
        return isNumber;
    }
}
