using System.Globalization;
using System.Runtime.InteropServices;
using Dashboard.Data.Import.Tables;
using Dashboard.Domain;
using Dashboard.Domain.Incidents;
using Dashboard.Domain.Places;

namespace Dashboard.Data.Import.Codebooks;

/// <summary>
/// The cells of the row that a table stands at, by column. What cannot be read is remembered as the row's refusal, the
/// first one, and answered with null: a row is read to its end and then asked for <see cref="Refused"/>.
/// </summary>
internal sealed class RowCells(TableReader table, IReadOnlyList<string> columns)
{
    /// <summary>A column that the file does not have.</summary>
    public const int None = -1;

    private const int LongestShown = 200;
    private const double HalfCircle = 180;
    private const double QuarterCircle = 90;

    private readonly List<UpstreamAttribute> _attributes = [];

    public long Line => table.Line;

    public IReadOnlyList<string> Columns => columns;

    /// <summary>All cells of the row, as they stand.</summary>
    public IReadOnlyList<string> Cells => table.Cells;

    public Refusal? Refused { get; private set; }

    /// <summary>Begins with the row at which the table stands.</summary>
    /// <returns>False when it has another number of cells than the header, or a character that no text holds.</returns>
    public bool Begin()
    {
        Refused = null;
        if (table.Count != columns.Count)
        {
            var counted = table.Count == 1 ? "1 cell" : $"{Number(table.Count)} cells";
            Refused = new Refusal(Line, "", Shorten(table[0]), $"{counted} where the header has {Number(columns.Count)}");
            return false;
        }

        if (table.BrokenCell() is { } broken)
        {
            Refuse(broken, table[broken].Contains('\0', StringComparison.Ordinal)
                ? "there is a NUL character in the text; remove it"
                : "there are bytes that are no text in the file's encoding; save the file as UTF-8");
            return false;
        }

        return true;
    }

    public int Column(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            for (var column = 0; column < columns.Count; column++)
            {
                if (columns[column].Equals(name, StringComparison.OrdinalIgnoreCase))
                {
                    return column;
                }
            }
        }

        return None;
    }

    public void Refuse(int column, string reason) =>
        Refused ??= column == None
            ? new Refusal(Line, "", "", reason)
            : new Refusal(Line, columns[column], Shorten(table[column].Replace('\0', '␀').Replace(Opening.TextEncoding.Undecodable, '\uFFFD')), reason);

    /// <summary>What stands there without the space around it; empty where nothing does.</summary>
    public string Text(int column) => column == None ? "" : table[column].Trim();

    /// <summary>The same, refused where it is empty.</summary>
    public string Required(int column, string what)
    {
        var text = Text(column);
        if (text.Length == 0)
        {
            Refuse(column, $"{what} is missing");
        }

        return text;
    }

    /// <summary>A code of the codebook, from 1.</summary>
    public int? Code(int column, int last, string codebook)
    {
        if (Text(column) is [var digit] && digit >= '1' && digit <= '0' + last)
        {
            return digit - '0';
        }

        Refuse(column, $"{codebook} codes it from 1 to {Number(last)}");
        return null;
    }

    /// <summary>A number of people; null where nothing stands.</summary>
    public int? People(int column)
    {
        var text = Text(column);
        if (text.Length == 0)
        {
            return null;
        }

        // A program that keeps empty cells as "not a number" writes whole numbers as 3.0.
        var whole = text.EndsWith(".0", StringComparison.Ordinal) ? text.AsSpan(0, text.Length - 2) : text;
        if (!int.TryParse(whole, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var people))
        {
            Refuse(column, $"'{Shorten(text)}' is no whole number of people");
            return null;
        }

        if (people < 0)
        {
            Refuse(column, "a number of people cannot be negative");
            return null;
        }

        return people;
    }

    /// <summary>A day, as ISO writes it or in another form of the codebook; a midnight after it says nothing more.</summary>
    public DateTimeOffset? Day(int column, params ReadOnlySpan<string> otherForms)
    {
        var text = Text(column).AsSpan();
        if (text.Length > 10 && text[10] is ' ' or 'T' && text[11..].IndexOfAnyExcept("0:.Z") < 0)
        {
            text = text[..10];
        }

        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            || IsDay(text, otherForms, out day))
        {
            return new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero);
        }

        Refuse(column, text.IsEmpty ? "the date is missing" : $"'{Shorten(text.ToString())}' is no day of the calendar; write it as 2024-01-28");
        return null;
    }

    /// <summary>Null where neither stands.</summary>
    public GeoPoint? Point(int latitudeColumn, int longitudeColumn)
    {
        var latitude = Degrees(latitudeColumn);
        var longitude = Degrees(longitudeColumn);
        switch (latitude, longitude)
        {
            case (null, null):
                return null;
            case (null, _):
                Refuse(latitudeColumn, "there is a longitude and no latitude");
                return null;
            case (_, null):
                Refuse(longitudeColumn, "there is a latitude and no longitude");
                return null;
            case ({ } north, { } east) when Math.Abs(north) <= QuarterCircle && Math.Abs(east) <= HalfCircle:
                return new GeoPoint(north, east);
            case ({ } north, { } east) when Math.Abs(north) is > QuarterCircle and <= HalfCircle && Math.Abs(east) <= QuarterCircle:
                Refuse(latitudeColumn, $"latitude {Number(north)} is beyond the pole; the pair looks swapped with longitude {Number(east)}");
                return null;
            case ({ } north, _) when Math.Abs(north) > QuarterCircle:
                Refuse(latitudeColumn, $"latitude {Number(north)} is beyond the pole; it goes from -90 to 90");
                return null;
            default:
                Refuse(longitudeColumn, $"longitude {Number(longitude!.Value)} is beyond the half circle; it goes from -180 to 180");
                return null;
        }
    }

    /// <summary>What stands in some columns under their own names, in the order of the file; empty cells left out.</summary>
    public ValueList<UpstreamAttribute> Attributes(IReadOnlyList<int> kept)
    {
        _attributes.Clear();
        foreach (var column in kept)
        {
            var value = table[column];
            if (!string.IsNullOrWhiteSpace(value))
            {
                _attributes.Add(new UpstreamAttribute(columns[column], value));
            }
        }

        return ValueList.Create<UpstreamAttribute>(CollectionsMarshal.AsSpan(_attributes));
    }

    public static string Shorten(string text) => text.Length > LongestShown ? $"{text[..(LongestShown - 1)]}…" : text;

    private static string Number(double number) => number.ToString(CultureInfo.InvariantCulture);

    private static bool IsDay(ReadOnlySpan<char> text, ReadOnlySpan<string> forms, out DateOnly day)
    {
        foreach (var form in forms)
        {
            if (DateOnly.TryParseExact(text, form, CultureInfo.InvariantCulture, DateTimeStyles.None, out day))
            {
                return true;
            }
        }

        day = default;
        return false;
    }

    private double? Degrees(int column)
    {
        var text = Text(column);
        if (text.Length == 0)
        {
            return null;
        }

        // No number of degrees has thousands: a comma in it is a decimal one.
        var plain = text.Contains(',', StringComparison.Ordinal) && !text.Contains('.', StringComparison.Ordinal) ? text.Replace(',', '.') : text;
        if (double.TryParse(plain, NumberStyles.Float, CultureInfo.InvariantCulture, out var degrees) && double.IsFinite(degrees))
        {
            return degrees;
        }

        Refuse(column, $"'{Shorten(text)}' is no number of degrees; write it as 34.8025");
        return null;
    }
}
