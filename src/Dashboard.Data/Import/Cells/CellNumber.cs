using System.Globalization;
using System.Text.RegularExpressions;

namespace Dashboard.Data.Import.Cells;

/// <summary>Numbers with a decimal point or comma and separated thousands, and counts of people with their ranges.</summary>
internal static partial class CellNumber
{
    private const int Longest = 60;

    /// <param name="decimalComma">True where <c>1,5</c> is one and a half and <c>1.500</c> is fifteen hundred.</param>
    public static Reading<double> Read(string text, bool decimalComma)
    {
        if (CellText.IsUnknown(text))
        {
            return Reading<double>.Unknown;
        }

        var plain = CellText.Plain(text).Trim();
        if (plain.Length > Longest || plain.AsSpan().ContainsAnyExcept("0123456789+-.,eE '’") || Bare(plain, decimalComma) is not { } bare
            || !double.TryParse(bare, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var number))
        {
            return Reading<double>.Wrong($"{CellText.Quoted(plain)} is not a number");
        }

        return double.IsFinite(number) ? Reading<double>.Of(number) : Reading<double>.Wrong($"{CellText.Quoted(plain)} is beyond all numbers");
    }

    /// <summary>
    /// A count of people: <c>5</c>, <c>3-5</c>, <c>3+</c>, "at least 3", "up to 5", "about 10". "3+" has a low and no high; a bare
    /// number is low, best and high alike; "about 10" is a best estimate alone.
    /// </summary>
    public static Reading<WrittenToll> ReadToll(string text, bool decimalComma)
    {
        if (text.Length <= 7 && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var simple))
        {
            return Reading<WrittenToll>.Of(new(simple, simple, simple));
        }

        if (CellText.IsUnknown(text))
        {
            return Reading<WrittenToll>.Unknown;
        }

        var plain = CellText.Plain(text).Trim();
        var match = plain.Length <= Longest ? Count().Match(plain) : Match.Empty;
        if (!match.Success)
        {
            return Reading<WrittenToll>.Wrong(IsNegative(plain, decimalComma)
                ? $"{CellText.Quoted(plain)} is negative: a toll counts people"
                : $"{CellText.Quoted(plain)} is not a number of people: write 5, 3-5, 3+ or about 10");
        }

        var first = People(match.Groups["first"].Value, decimalComma);
        var second = match.Groups["second"] is { Success: true } found ? People(found.Value, decimalComma) : Reading<double>.Unknown;
        if ((first.Fault ?? second.Fault) is { } fault)
        {
            return Reading<WrittenToll>.Wrong(fault);
        }

        return Toll(plain, match, (int)first.Value!.Value, (int?)second.Value);
    }

    private static Reading<WrittenToll> Toll(string text, Match match, int first, int? second)
    {
        if (second < first)
        {
            return Reading<WrittenToll>.Wrong($"{CellText.Quoted(text)} falls from {first} to {second}: write the low number first");
        }

        if (Has("fewer") && first == 0)
        {
            return Reading<WrittenToll>.Wrong($"{CellText.Quoted(text)} is negative: a toll counts people");
        }

        return Reading<WrittenToll>.Of(second switch
        {
            { } last => new(first, null, last),
            _ when Has("least") || Has("plus") => new(first, null, null),
            _ when Has("more") => new(first + 1, null, null),
            _ when Has("most") => new(null, null, first),
            _ when Has("fewer") => new(null, null, first - 1),
            _ when Has("about") => new(null, first, null),
            _ => new(first, first, first),
        });

        bool Has(string group) => match.Groups[group].Success;
    }

    private static Reading<double> People(string text, bool decimalComma)
    {
        var number = Read(text, decimalComma);
        if (number.Value is not { } people)
        {
            return Reading<double>.Wrong(number.Fault ?? $"{CellText.Quoted(text)} is not a number of people");
        }

        if (people != Math.Floor(people))
        {
            return Reading<double>.Wrong($"{CellText.Quoted(text)} is not a whole number of people");
        }

        return people <= int.MaxValue - 1 ? number : Reading<double>.Wrong($"{CellText.Quoted(text)} is more people than there are");
    }

    private static bool IsNegative(string text, bool decimalComma) => text.StartsWith('-') && Read(text, decimalComma).Value < 0;

    /// <summary>The number without its thousands and with a point; null where separators stand in no such way.</summary>
    private static string? Bare(string text, bool decimalComma)
    {
        var (point, thousands) = decimalComma ? (',', '.') : ('.', ',');
        var mark = text.IndexOf(point);
        var whole = mark < 0 ? text : text[..mark];
        if (mark >= 0 && text.AsSpan(mark + 1).IndexOfAny([point, thousands]) >= 0)
        {
            return null;
        }

        foreach (var separator in (ReadOnlySpan<char>)[thousands, ' ', '\'', '’'])
        {
            if (whole.Contains(separator, StringComparison.Ordinal))
            {
                var groups = whole.Split(separator);
                if (groups[0].TrimStart('-', '+').Length is 0 or > 3 || groups.Skip(1).Any(group => group.Length != 3))
                {
                    return null;
                }

                whole = string.Concat(groups);
            }
        }

        return mark < 0 ? whole : $"{whole}.{text[(mark + 1)..]}";
    }

    [GeneratedRegex("""
        ^((?<least>at\s+least|min\.?|minimum|mindestens|au\s+moins|al\s+menos|≥|>=)
         |(?<more>more\s+than|over|mehr\s+als|über|plus\s+de|más\s+de|>)
         |(?<most>at\s+most|up\s+to|max\.?|maximum|höchstens|bis\s+zu|jusqu['’]à|hasta|≤|<=)
         |(?<fewer>fewer\s+than|less\s+than|under|weniger\s+als|moins\s+de|menos\s+de|<)
         |(?<about>about|around|approx\.?|approximately|circa|ca\.?|c\.|etwa|rund|ungefähr|environ|unos|~|≈)
         |between|zwischen|entre)?\s*
        (?<first>[0-9][0-9.,'’\s]*?)\s*
        ((?<plus>\+)|(-|–|—|to|bis|and|und|à|et|y)\s*(?<second>[0-9][0-9.,'’\s]*?)\s*)?\z
        """, RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Count();
}

/// <summary>A count of people as a cell states it; null is what it leaves open.</summary>
internal readonly record struct WrittenToll(int? Low, int? Best, int? High);
