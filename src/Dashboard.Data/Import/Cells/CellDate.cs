using System.Globalization;
using Dashboard.Domain.Time;

namespace Dashboard.Data.Import.Cells;

/// <summary>
/// Dates as people write them: <c>2024-03-12</c>, an ISO instant, <c>12.3.2024</c>, <c>12-03-2024</c>, <c>3/12/2024</c>, <c>20240312</c>,
/// <c>12 March 2024</c>, <c>March 2024</c>, <c>2024-03</c>, <c>2024</c>, Unix seconds or milliseconds, and stretches such as
/// <c>12–14 March 2024</c>. What could be two dates is refused until somebody says which. A date at midnight is a day: programs
/// write a bare day so.
/// </summary>
internal static class CellDate
{
    private const int Longest = 80;

    /// <param name="order">How <c>01/02/2024</c> is read; null where nobody said.</param>
    /// <param name="excelSerials">True where a number such as 45365 is a spreadsheet's day: only when the whole column is like that.</param>
    public static Reading<WrittenDate> Read(string text, DateOrder? order = null, bool excelSerials = false)
    {
        if (IsoDate(text) is { } day)
        {
            return Reading<WrittenDate>.Of(new(day, TimePrecision.Day));
        }

        if (CellText.IsUnknown(text))
        {
            return Reading<WrittenDate>.Unknown;
        }

        var plain = CellText.Plain(text).Trim();
        if (plain.Length > Longest)
        {
            return Reading<WrittenDate>.Wrong($"{CellText.Quoted(plain)} is too long for a date");
        }

        try
        {
            var date = NumberDate.Read(plain, excelSerials) ?? DatePhrase.Read(plain, order);
            return Reading<WrittenDate>.Of(date);
        }
        catch (NoDateException fault)
        {
            return Reading<WrittenDate>.Wrong($"{CellText.Quoted(plain)} {fault.Message}");
        }
    }

    /// <summary>The commonest form by far, read without any of the machinery: <c>2024-03-12</c>, whatever zeros follow.</summary>
    private static DateTime? IsoDate(ReadOnlySpan<char> text)
    {
        const string Midnight = " 00:00:00.000";
        if (text.Length < 10 || text[4] != '-' || text[7] != '-'
            || (text.Length > 10 && !(text.Length >= 19 && Midnight.AsSpan().StartsWith(text[10..]))))
        {
            return null;
        }

        return Two(text) is var century and >= 0 && Two(text[2..]) is var year and >= 0
            && Two(text[5..]) is var month and >= 1 and <= 12 && Two(text[8..]) is var day and >= 1
            && (century * 100) + year is var full and >= 1 and <= 9998 && day <= DateTime.DaysInMonth(full, month)
                ? new DateTime(full, month, day)
                : null;
    }

    private static int Two(ReadOnlySpan<char> digits) =>
        char.IsAsciiDigit(digits[0]) && char.IsAsciiDigit(digits[1]) ? ((digits[0] - '0') * 10) + digits[1] - '0' : -1;
}

/// <summary>Why a text is no date; the message follows the quoted text in a sentence. Thrown only by what is refused, and never leaves this folder.</summary>
internal sealed class NoDateException(string message) : Exception(message);

/// <summary>Dates that are one number: a year, a day written together, a count of seconds, a spreadsheet's day.</summary>
internal static class NumberDate
{
    private static readonly DateTime _excelDayZero = new(1899, 12, 30);

    public static WrittenDate? Read(string text, bool excelSerials)
    {
        var point = text.IndexOfAny(['.', ',']);
        var whole = point < 0 ? text.AsSpan() : text.AsSpan(0, point);
        var fraction = point < 0 ? [] : text.AsSpan(point + 1);
        if (!IsDigits(whole) || (point >= 0 && !IsDigits(fraction)))
        {
            return null;
        }

        if (excelSerials && whole.Length <= 7)
        {
            return Serial(whole, fraction);
        }

        return (whole.Length, fraction.Length) switch
        {
            (4, 0) => Year(whole),
            (8, 0) => Together(whole),
            (9 or 10, _) => Unix(whole, fraction, TimeSpan.TicksPerSecond),
            (12 or 13, _) => Unix(whole, fraction, TimeSpan.TicksPerMillisecond),
            (2, 0) => throw new NoDateException("has a year of two digits: write four, so that no century is guessed"),
            (5, _) => throw new NoDateException("may be a spreadsheet's number for a day; not all dates of the column are, so write 2024-03-12"),
            _ => throw new NoDateException("is a number and no date: write 2024-03-12"),
        };
    }

    private static WrittenDate Year(ReadOnlySpan<char> digits) =>
        new(DateParts.Day(Number(digits), 1, 1), TimePrecision.Year);

    private static WrittenDate Together(ReadOnlySpan<char> digits) =>
        new(DateParts.Day(Number(digits[..4]), Number(digits[4..6]), Number(digits[6..])), TimePrecision.Day);

    private static WrittenDate Unix(ReadOnlySpan<char> whole, ReadOnlySpan<char> fraction, long ticks)
    {
        var part = fraction.IsEmpty ? 0 : double.Parse($"0.{fraction[..Math.Min(fraction.Length, 9)]}", CultureInfo.InvariantCulture);
        var start = DateTime.UnixEpoch.AddTicks((long.Parse(whole, CultureInfo.InvariantCulture) * ticks) + (long)(part * ticks));
        return DateParts.At(start, TimeSpan.Zero);
    }

    private static WrittenDate Serial(ReadOnlySpan<char> whole, ReadOnlySpan<char> fraction)
    {
        var days = Number(whole);
        if (days is < 1 or > 2_958_465)
        {
            throw new NoDateException("is beyond the days that a spreadsheet counts");
        }

        var part = fraction.IsEmpty ? 0 : double.Parse($"0.{fraction[..Math.Min(fraction.Length, 12)]}", CultureInfo.InvariantCulture);
        var minutes = Math.Round(part * 24 * 60);
        var start = _excelDayZero.AddDays(days).AddMinutes(minutes);
        return new(start, minutes == 0 ? TimePrecision.Day : TimePrecision.Minute);
    }

    private static bool IsDigits(ReadOnlySpan<char> text) => !text.IsEmpty && !text.ContainsAnyExceptInRange('0', '9');

    private static int Number(ReadOnlySpan<char> digits) => int.Parse(digits, CultureInfo.InvariantCulture);
}

/// <summary>Days of the calendar, refused in words where there is none.</summary>
internal static class DateParts
{
    public static DateTime Day(int year, int month, int day)
    {
        if (year is < 1 or > 9998)
        {
            throw new NoDateException(year == 0 ? "is in a year 0, which no calendar has" : $"is in the year {year}");
        }

        if (month is < 1 or > 12)
        {
            throw new NoDateException($"has a month {month}: there are twelve");
        }

        if (day < 1 || day > DateTime.DaysInMonth(year, month))
        {
            throw new NoDateException($"has a day {day}: {new DateOnly(year, month, 1).ToString("MMMM yyyy", CultureInfo.InvariantCulture)} ends on the {DateTime.DaysInMonth(year, month)}th".Replace("31th", "31st", StringComparison.Ordinal));
        }

        return new DateTime(year, month, day);
    }

    /// <summary>An instant; one at midnight is how programs write a day.</summary>
    public static WrittenDate At(DateTime start, TimeSpan? offset) => start.TimeOfDay == TimeSpan.Zero
        ? new(start, TimePrecision.Day)
        : new(start, TimePrecision.Minute, null, offset);
}
