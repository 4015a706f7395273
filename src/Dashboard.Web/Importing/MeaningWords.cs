using Dashboard.Data.Import;

namespace Dashboard.Web.Importing;

/// <summary>What a column can mean, as the page offers it: in groups, each in words.</summary>
internal static class MeaningWords
{
    public static readonly (string Group, (ColumnMeaning Meaning, string Words)[] Options)[] Groups =
    [
        ("What",
        [
            (ColumnMeaning.Title, "Title"),
            (ColumnMeaning.Summary, "Summary"),
            (ColumnMeaning.Kind, "Kind"),
            (ColumnMeaning.Id, "Id in the source"),
            (ColumnMeaning.Tags, "Tags"),
        ]),
        ("When",
        [
            (ColumnMeaning.Start, "Start date"),
            (ColumnMeaning.StartTime, "Start time"),
            (ColumnMeaning.End, "End date"),
            (ColumnMeaning.EndTime, "End time"),
            (ColumnMeaning.TimePrecision, "Precision of the date"),
        ]),
        ("Where",
        [
            (ColumnMeaning.Place, "Place"),
            (ColumnMeaning.Province, "Province"),
            (ColumnMeaning.Country, "Country"),
            (ColumnMeaning.Latitude, "Latitude"),
            (ColumnMeaning.Longitude, "Longitude"),
            (ColumnMeaning.Coordinates, "Coordinates"),
            (ColumnMeaning.GeoPrecisionMetres, "Precision in metres"),
        ]),
        ("Who",
        [
            (ColumnMeaning.Side, "Side, no stated role"),
            (ColumnMeaning.Perpetrator, "Perpetrator"),
            (ColumnMeaning.Target, "Target"),
        ]),
        ("Toll",
        [
            (ColumnMeaning.Killed, "Killed, best"),
            (ColumnMeaning.KilledLow, "Killed, at least"),
            (ColumnMeaning.KilledHigh, "Killed, at most"),
            (ColumnMeaning.Injured, "Injured, best"),
            (ColumnMeaning.InjuredLow, "Injured, at least"),
            (ColumnMeaning.InjuredHigh, "Injured, at most"),
        ]),
        ("Says who",
        [
            (ColumnMeaning.Source, "Source"),
            (ColumnMeaning.SourceAddress, "Address of the source"),
            (ColumnMeaning.SourceDate, "Date of the source"),
        ]),
        ("Else",
        [
            (ColumnMeaning.Attribute, "Keep as it is"),
        ]),
    ];

    public static string Of(ColumnMeaning meaning) => Groups.SelectMany(group => group.Options).First(option => option.Meaning == meaning).Words;

    public static bool IsDate(ColumnMeaning meaning) => meaning is ColumnMeaning.Start or ColumnMeaning.End or ColumnMeaning.SourceDate;
}
