using System.Globalization;
using System.Text.RegularExpressions;
using Dashboard.Domain.Time;

namespace Dashboard.Data.Import.Cells;

/// <summary>
/// Times of day: <c>16:20</c>, <c>16:20:05</c>, <c>4:20 pm</c>, <c>16 Uhr</c>, <c>16.20 Uhr</c>, <c>16h20</c>, <c>1620</c>, each with
/// <c>Z</c>, <c>UTC</c> or <c>+03:00</c> after it if it must; <c>about 16:20</c> is known to the hour; "evening" to the part of the day.
/// </summary>
internal static partial class CellTime
{
    /// <summary>The parts of a day as the words for times name them, by the hour at which they begin.</summary>
    private static readonly Dictionary<string, int> _parts = new(
        [
            .. Named(0, "early morning", "fruh", "fruher morgen"),
            .. Named(6, "morning", "forenoon", "morgens", "vormittag", "vormittags", "matin", "manana"),
            .. Named(12, "afternoon", "nachmittag", "nachmittags", "apres-midi", "tarde"),
            .. Named(18, "evening", "abend", "abends", "soir"),
        ],
        StringComparer.Ordinal);

    public static Reading<WrittenTime> Read(string text)
    {
        if (CellText.IsUnknown(text))
        {
            return Reading<WrittenTime>.Unknown;
        }

        var plain = CellText.Plain(text).Trim();
        if (_parts.TryGetValue(PlainLetters.Of(plain.AsSpan(0, Math.Min(plain.Length, 20))), out var partBegins))
        {
            return Reading<WrittenTime>.Of(new(TimeSpan.FromHours(partBegins), TimePrecision.PartOfDay));
        }

        if (IsDayFraction(plain, out var fraction))
        {
            var minutes = Math.Round(fraction * 24 * 60);
            return Reading<WrittenTime>.Of(new(TimeSpan.FromMinutes(Math.Min(minutes, (24 * 60) - 1)), TimePrecision.Minute));
        }

        var match = plain.Length <= 60 ? Form().Match(plain) : Match.Empty;
        return match.Success ? Checked(text, match) : Wrong(text, "is not a time of day: write 16:20");
    }

    private static Reading<WrittenTime> Checked(string text, Match match)
    {
        var (hour, minute, second) = (Number(match, "hour") ?? 0, Number(match, "minute"), Number(match, "second"));
        var half = match.Groups["half"];
        if (half.Success && hour is 0 or > 12)
        {
            return Wrong(text, "has no such hour before or after noon: write 1 to 12 with am or pm, or 16:20");
        }

        if (!half.Success && minute is null && !match.Groups["unit"].Success)
        {
            return Wrong(text, "is not a time of day: write 16:20");
        }

        hour = !half.Success ? hour : (hour % 12) + (half.ValueSpan[0] is 'p' or 'P' ? 12 : 0);
        if (hour > 23 || minute > 59 || second > 59)
        {
            return Wrong(text, hour == 24 ? "is midnight: write 00:00 of the next day" : "is no time that a clock shows");
        }

        var offset = Offset(match);
        return offset?.Duration() > TimeSpan.FromHours(14)
            ? Wrong(text, "is more than 14 hours off UTC, which no clock is")
            : Reading<WrittenTime>.Of(new(
                new TimeSpan(0, hour, minute ?? 0, second ?? 0, Milliseconds(match)),
                minute is null || match.Groups["about"].Success ? TimePrecision.Hour : TimePrecision.Minute,
                offset));
    }

    private static TimeSpan? Offset(Match match)
    {
        if (Number(match, "zoneHour") is not { } hours)
        {
            return match.Groups["zone"].Success ? TimeSpan.Zero : null;
        }

        var offset = new TimeSpan(hours, Number(match, "zoneMinute") ?? 0, 0);
        return match.Groups["zoneSign"].ValueSpan is "-" ? -offset : offset;
    }

    private static int Milliseconds(Match match) =>
        match.Groups["fraction"] is { Success: true } found ? int.Parse($"{found.Value}00".AsSpan(0, 3), CultureInfo.InvariantCulture) : 0;

    /// <summary>A spreadsheet's own way to store a time: 0.25 is six o'clock.</summary>
    private static bool IsDayFraction(string text, out double fraction)
    {
        fraction = 0;
        return text.Length is > 2 and < 25 && text[0] == '0' && text[1] is '.' or ','
            && double.TryParse(text.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out fraction);
    }

    private static int? Number(Match match, string group) =>
        match.Groups[group] is { Success: true } found ? int.Parse(found.ValueSpan, CultureInfo.InvariantCulture) : null;

    private static IEnumerable<KeyValuePair<string, int>> Named(int hour, params string[] names) => names.Select(name => KeyValuePair.Create(name, hour));

    private static Reading<WrittenTime> Wrong(string text, string what) => Reading<WrittenTime>.Wrong($"{CellText.Quoted(text)} {what}");

    [GeneratedRegex("""
        ^(?<about>(about|approx\.?|around|ca\.?|circa|gegen|etwa|vers|~)\s*)?
        ((?<hour>[0-9]{2})(?<minute>[0-9]{2})(?<unit>\s?(h|hrs|uhr))?
        |(?<hour>[0-9]{1,2})
         ([:.h](?<minute>[0-9]{2})(:(?<second>[0-9]{2})([.,](?<fraction>[0-9]{1,9}))?)?)?
         (\s?(?<half>[ap]\.?m\.?)|\s?(?<unit>uhr|hrs|h|o'clock))?)
        (\s?(?<zone>Z|UTC|GMT)?((?<zoneSign>[+-])(?<zoneHour>[0-9]{1,2})(:?(?<zoneMinute>[0-9]{2}))?)?)?\z
        """, RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Form();
}
