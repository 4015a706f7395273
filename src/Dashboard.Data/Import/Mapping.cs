using Dashboard.Domain;

namespace Dashboard.Data.Import;

/// <summary>What the columns of a table mean, as a person said it. It is kept under a name, and is a JSON file for the command line.</summary>
public sealed record Mapping
{
    public required ValueList<ColumnMapping> Columns { get; init; }

    /// <summary>How <c>01/02/2024</c> is read; null where no date of the file needs to know.</summary>
    public DateOrder? DateOrder { get; init; }

    /// <summary>True where a date such as 45365 is a spreadsheet's number for a day: only when the whole column is like that.</summary>
    public bool ExcelSerials { get; init; }

    /// <summary>True where <c>1,5</c> is one and a half.</summary>
    public bool DecimalComma { get; init; }

    /// <summary>Minutes that the file's clocks are ahead of UTC, where it does not say so itself.</summary>
    public int OffsetMinutes { get; init; }

    /// <summary>The kind of incidents whose row names none.</summary>
    public string DefaultKind { get; init; } = "incident";
}

/// <param name="Column">The column's name in the file.</param>
public sealed record ColumnMapping(string Column, ColumnMeaning Meaning);

/// <summary>The order of the parts in a date of numbers.</summary>
public enum DateOrder
{
    DayMonthYear,
    MonthDayYear,
}

/// <summary>What a column can mean.</summary>
public enum ColumnMeaning
{
    /// <summary>Nothing that has a place of its own: kept as an attribute.</summary>
    Attribute,
    Id,
    Title,
    Summary,
    Kind,

    /// <summary>A date, or a date and a time of day.</summary>
    Start,

    /// <summary>The time of day that goes with the start.</summary>
    StartTime,
    End,
    EndTime,

    /// <summary>The unit that the date is known to: minute … year.</summary>
    TimePrecision,
    Latitude,
    Longitude,

    /// <summary>Both in one cell: "34.8, 36.7" or "POINT (36.7 34.8)".</summary>
    Coordinates,

    /// <summary>Metres within which the point is true.</summary>
    GeoPrecisionMetres,
    Place,
    Province,
    Country,

    /// <summary>A party without a stated role.</summary>
    Side,
    Perpetrator,
    Target,
    Killed,
    KilledLow,
    KilledHigh,
    Injured,
    InjuredLow,
    InjuredHigh,

    /// <summary>Who says so: one name, or several separated by semicolons.</summary>
    Source,
    SourceAddress,
    SourceDate,
    Tags,
}
