using System.Globalization;
using System.Text.RegularExpressions;
using Dashboard.Domain.Places;

namespace Dashboard.Data.Import.Cells;

/// <summary>A point as a file states it, and the metres that its last digit leaves open, which nobody vouched for.</summary>
internal readonly record struct WrittenPoint(GeoPoint Point, double RoundingMetres);

/// <summary>
/// Coordinates: decimal degrees with point or comma, degrees-minutes-seconds with N, S, E, W (or O), both in one cell, or
/// <c>POINT (longitude latitude)</c>. A pair that looks swapped is refused, never turned round.
/// </summary>
internal static partial class CellPoint
{
    private const int Longest = 100;
    private const double MetresPerDegree = 111_320;

    private readonly record struct Degrees(double Value, double Resolution, char? Letter);

    /// <param name="isLatitudeAtFault">Which of the two cells a fault is about.</param>
    public static Reading<WrittenPoint> Read(string latitude, string longitude, out bool isLatitudeAtFault)
    {
        isLatitudeAtFault = true;
        var isNorthUnknown = CellText.IsUnknown(latitude);
        var isEastUnknown = CellText.IsUnknown(longitude);
        if (isNorthUnknown && isEastUnknown)
        {
            return Reading<WrittenPoint>.Unknown;
        }

        if (isNorthUnknown || isEastUnknown)
        {
            isLatitudeAtFault = isNorthUnknown;
            return Reading<WrittenPoint>.Wrong(isNorthUnknown ? "a longitude without a latitude is no point" : "a latitude without a longitude is no point");
        }

        if (Parse(latitude) is not { } north)
        {
            return Reading<WrittenPoint>.Wrong($"{CellText.Quoted(latitude)} is not a latitude: write degrees, 33.78556");
        }

        if (Parse(longitude) is not { } east)
        {
            isLatitudeAtFault = false;
            return Reading<WrittenPoint>.Wrong($"{CellText.Quoted(longitude)} is not a longitude: write degrees, 42.44117");
        }

        return Point(north, east, out isLatitudeAtFault);
    }

    /// <summary>True for a number or an angle, on Earth or not.</summary>
    public static bool AreDegrees(string text) => Parse(text) is not null;

    /// <summary>Both in one cell: "34.8, 36.7", "34,8; 36,7", "33°47′N 42°26′E", "POINT (36.7 34.8)".</summary>
    public static Reading<WrittenPoint> ReadPair(string text)
    {
        if (CellText.IsUnknown(text))
        {
            return Reading<WrittenPoint>.Unknown;
        }

        var plain = CellText.Plain(text).Trim();
        if (plain.Length <= Longest)
        {
            if (WellKnownText().Match(plain) is { Success: true } known)
            {
                return Pair(known.Groups["y"].Value, known.Groups["x"].Value, plain);
            }

            foreach (var form in (ReadOnlySpan<Regex>)[PairOfPoints(), PairOfCommas(), PairOfAngles()])
            {
                if (form.Match(plain) is { Success: true } match)
                {
                    return Pair(match.Groups["first"].Value, match.Groups["second"].Value, plain);
                }
            }
        }

        return Reading<WrittenPoint>.Wrong($"{CellText.Quoted(plain)} is no pair of coordinates: write 33.78556, 42.44117 (latitude first)");
    }

    private static Reading<WrittenPoint> Pair(string first, string second, string whole) => (Parse(first), Parse(second)) switch
    {
        ({ Letter: 'E' } east, { Letter: 'N' } north) => Point(north, east, out _),
        ({ } north, { } east) => Point(north, east, out _),
        _ => Reading<WrittenPoint>.Wrong($"{CellText.Quoted(whole)} is no pair of coordinates: write 33.78556, 42.44117 (latitude first)"),
    };

    private static Reading<WrittenPoint> Point(Degrees north, Degrees east, out bool isLatitudeAtFault)
    {
        isLatitudeAtFault = true;
        if (north.Letter == 'E' || east.Letter == 'N')
        {
            return Reading<WrittenPoint>.Wrong("latitude and longitude look swapped: north and south belong to the latitude");
        }

        if (Math.Abs(north.Value) > 90)
        {
            var isSwapped = Math.Abs(north.Value) <= 180 && Math.Abs(east.Value) <= 90;
            return Reading<WrittenPoint>.Wrong($"latitude {Words(north.Value)} is beyond the pole; it goes from -90 to 90{(isSwapped ? "; latitude and longitude look swapped" : "")}");
        }

        if (Math.Abs(east.Value) > 180)
        {
            isLatitudeAtFault = false;
            return Reading<WrittenPoint>.Wrong($"longitude {Words(east.Value)} is beyond the date line; it goes from -180 to 180");
        }

        var metres = Math.Max(north.Resolution, east.Resolution) / 2 * MetresPerDegree;
        return Reading<WrittenPoint>.Of(new(new GeoPoint(north.Value, east.Value), metres));
    }

    private static string Words(double degrees) => degrees.ToString("0.######", CultureInfo.InvariantCulture);

    private static Degrees? Parse(string text) => Decimal(text) ?? Angle(text);

    private static Degrees? Decimal(string text)
    {
        var bare = CellText.Plain(text).Replace(',', '.');
        if (bare.Length > 40 || !double.TryParse(bare, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var value)
            || !double.IsFinite(value))
        {
            return null;
        }

        var point = bare.IndexOf('.');
        var decimals = point < 0 ? 0 : bare.TrimEnd().Length - point - 1;
        return new(value, Math.Pow(10, -Math.Min(decimals, 8)), null);
    }

    private static Degrees? Angle(string text)
    {
        var plain = CellText.Plain(text).Trim();
        var match = plain.Length <= 60 ? Sexagesimal().Match(plain) : Match.Empty;
        if (!match.Success)
        {
            return null;
        }

        var letter = (match.Groups["before"].Value + match.Groups["after"].Value).ToUpperInvariant();
        var (degrees, minutes, seconds) = (Number(match, "degrees"), Number(match, "minutes"), Number(match, "seconds"));
        var isSigned = match.Groups["sign"].ValueSpan is "-";
        if (letter.Length > 1 || (isSigned && letter.Length > 0) || minutes >= 60 || seconds >= 60 || (letter.Length == 0 && !match.Groups["minutes"].Success && !plain.Contains('°', StringComparison.Ordinal)))
        {
            return null;
        }

        var value = degrees + (minutes / 60) + (seconds / 3600);
        var smallest = match.Groups["seconds"].Success ? ("seconds", 3600.0) : match.Groups["minutes"].Success ? ("minutes", 60.0) : ("degrees", 1.0);
        var resolution = Math.Pow(10, -Decimals(match.Groups[smallest.Item1].Value)) / smallest.Item2;
        return new(isSigned || letter is "S" or "W" ? -value : value, resolution, letter switch { "N" or "S" => 'N', "" => null, _ => 'E' });
    }

    private static int Decimals(string number) => number.IndexOfAny(['.', ',']) is var point and >= 0 ? number.Length - point - 1 : 0;

    private static double Number(Match match, string group) =>
        match.Groups[group] is { Success: true } found ? double.Parse(found.Value.Replace(',', '.'), CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex("""
        ^(?<before>[NSEWO])?\s*(?<sign>[-+])?(?<degrees>[0-9]{1,3}([.,][0-9]{1,12})?)\s*[°º]?\s*
        ((?<minutes>[0-9]{1,2}([.,][0-9]{1,10})?)\s*['′’]?\s*
        ((?<seconds>[0-9]{1,2}([.,][0-9]{1,10})?)\s*("|″|”|''|′′|’’)?)?)?
        \s*(?<after>[NSEWO])?\z
        """, RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Sexagesimal();

    [GeneratedRegex(@"^(SRID=4326;)?\s*POINT\s*(Z|M|ZM)?\s*\(\s*(?<x>[^\s(),]+)\s+(?<y>[^\s(),]+)(\s+[^\s(),]+){0,2}\s*\)\z", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex WellKnownText();

    [GeneratedRegex(@"^[\[(]?\s*(?<first>[-+]?[0-9]+(\.[0-9]+)?)\s*[,;/\s]\s*(?<second>[-+]?[0-9]+(\.[0-9]+)?)\s*[\])]?\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PairOfPoints();

    [GeneratedRegex(@"^[\[(]?\s*(?<first>[-+]?[0-9]+,[0-9]+)\s*[,;/\s]\s*(?<second>[-+]?[0-9]+,[0-9]+)\s*[\])]?\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PairOfCommas();

    [GeneratedRegex(@"^(?<first>([NSEWO][^NSEWO]+)|([^NSEWO]+[NSEWO]))\s*[,;/]?\s*(?<second>([NSEWO][^NSEWO]+)|([^NSEWO]+[NSEWO]))\z", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PairOfAngles();
}
