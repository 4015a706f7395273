using System.Globalization;
using Dashboard.Data.Import.Cells;

namespace Dashboard.Data.Import.Mapped;

/// <summary>One column's name and first values, and what they look like.</summary>
internal sealed class ColumnValues(string name, IReadOnlyList<string> values)
{
    /// <summary>More than half: a column may have faults in it and still be what it is called.</summary>
    private const double Enough = 0.5;

    public string Name { get; } = name;

    public IReadOnlyList<string> Known { get; } = [.. values.Where(value => !CellText.IsUnknown(value))];

    public bool HasValues => Known.Count > 0;

    public bool LooksLikeDates => Share(LooksLikeDate) > Enough;

    public bool LooksLikeTimes => Share(value => CellTime.Read(value).Value is not null) > Enough;

    public bool LooksLikeAddresses => Share(IsAddress) > Enough;

    public bool LooksLikePairs => Share(value => CellPoint.ReadPair(value).Value is not null) > Enough;

    /// <summary>Decimals that are precise enough for a place on Earth, all of them.</summary>
    public bool LooksLikeDegrees => HasValues && Known.All(value => Degrees(value) is { } degrees && Math.Abs(degrees) <= 180 && Decimals(value) >= 3);

    public bool CanBeLatitude => Known.All(value => Degrees(value) is { } degrees && Math.Abs(degrees) <= 90);

    public bool HasDecimalComma => Known.Any(value => value.Contains(',', StringComparison.Ordinal) && Degrees(value) is not null);

    /// <summary>What the values can only be, whatever the column is called; null where they could be much.</summary>
    public ColumnMeaning? OwnMeaning => this switch
    {
        { HasValues: false } => null,
        { LooksLikeAddresses: true } => ColumnMeaning.SourceAddress,
        _ when Known.All(value => LooksLikeDate(value) && !IsNumber(value)) => ColumnMeaning.Start,
        _ when Known.All(value => value.StartsWith("POINT", StringComparison.OrdinalIgnoreCase)) && LooksLikePairs => ColumnMeaning.Coordinates,
        _ => null,
    };

    /// <summary>True when every date of the file is a number that a spreadsheet counts days by, between 1954 and 2064.</summary>
    public static bool AreExcelSerials(IReadOnlyList<string> dates) => dates.Count > 0 && dates.All(date =>
        date.Trim().Length is >= 5 && decimal.TryParse(date.Trim().Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var days) && days is >= 20_000 and < 60_000);

    /// <summary>The meaning that the name gave, or what the values say against it.</summary>
    public ColumnMeaning Agrees(ColumnMeaning named) => named switch
    {
        _ when !HasValues => named,
        ColumnMeaning.Start or ColumnMeaning.End or ColumnMeaning.SourceDate when !LooksLikeDates && !AreExcelSerials(Known) => ColumnMeaning.Attribute,
        ColumnMeaning.Latitude or ColumnMeaning.Longitude when Share(CellPoint.AreDegrees) <= Enough => ColumnMeaning.Attribute,
        ColumnMeaning.Coordinates when !LooksLikePairs => ColumnMeaning.Attribute,
        ColumnMeaning.Place when LooksLikePairs => ColumnMeaning.Coordinates,
        ColumnMeaning.Source when LooksLikeAddresses => ColumnMeaning.SourceAddress,
        ColumnMeaning.SourceAddress when !Known.Any(IsAddress) => ColumnMeaning.Attribute,
        ColumnMeaning.Id when Known.Distinct(StringComparer.Ordinal).Count() < Known.Count => ColumnMeaning.Attribute,
        ColumnMeaning.Side or ColumnMeaning.Perpetrator or ColumnMeaning.Target when Share(IsToll) > Enough => ColumnMeaning.Attribute,
        ColumnMeaning.Killed or ColumnMeaning.KilledLow or ColumnMeaning.KilledHigh
            or ColumnMeaning.Injured or ColumnMeaning.InjuredLow or ColumnMeaning.InjuredHigh when Share(IsToll) <= Enough => ColumnMeaning.Attribute,
        ColumnMeaning.GeoPrecisionMetres when Share(value => CellNumber.Read(value, decimalComma: true).Value is not null) <= Enough => ColumnMeaning.Attribute,
        _ => named,
    };

    private static bool IsAddress(string value) =>
        value.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || value.StartsWith("https://", StringComparison.OrdinalIgnoreCase);

    private static bool IsToll(string value) => CellNumber.ReadToll(value, decimalComma: false).Value is not null || CellNumber.ReadToll(value, decimalComma: true).Value is not null;

    /// <summary>A date in either order is one.</summary>
    private static bool LooksLikeDate(string value) =>
        CellDate.Read(value, DateOrder.DayMonthYear).Value is not null || CellDate.Read(value, DateOrder.MonthDayYear).Value is not null;

    private static bool IsNumber(string value) => Degrees(value) is not null;

    private static double? Degrees(string value) =>
        double.TryParse(value.Trim().Replace(',', '.'), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var degrees) ? degrees : null;

    private static int Decimals(string value)
    {
        var bare = value.Trim();
        return bare.IndexOfAny(['.', ',']) is var point and >= 0 ? bare.Length - point - 1 : 0;
    }

    private double Share(Func<string, bool> isSo) => HasValues ? (double)Known.Count(isSo) / Known.Count : 0;
}
