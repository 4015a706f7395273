namespace Dashboard.Data.Import.Codebooks;

/// <summary>The columns of GDELT events, which come without a header.</summary>
internal static class GdeltColumns
{
    private static readonly string[] _event =
    [
        "GLOBALEVENTID", "SQLDATE", "MonthYear", "Year", "FractionDate", .. Actor("Actor1"), .. Actor("Actor2"), "IsRootEvent", "EventCode",
        "EventBaseCode", "EventRootCode", "QuadClass", "GoldsteinScale", "NumMentions", "NumSources", "NumArticles", "AvgTone",
    ];

    /// <summary>58; the first files of version 1 end before the last.</summary>
    public static List<string> Version1 { get; } =
        [.. _event, .. Geo("Actor1Geo", hasSecondOrder: false), .. Geo("Actor2Geo", hasSecondOrder: false), .. Geo("ActionGeo", hasSecondOrder: false), "DATEADDED", "SOURCEURL"];

    public static List<string> Version2 { get; } =
        [.. _event, .. Geo("Actor1Geo", hasSecondOrder: true), .. Geo("Actor2Geo", hasSecondOrder: true), .. Geo("ActionGeo", hasSecondOrder: true), "DATEADDED", "SOURCEURL"];

    private static string[] Actor(string actor) =>
    [
        $"{actor}Code", $"{actor}Name", $"{actor}CountryCode", $"{actor}KnownGroupCode", $"{actor}EthnicCode", $"{actor}Religion1Code",
        $"{actor}Religion2Code", $"{actor}Type1Code", $"{actor}Type2Code", $"{actor}Type3Code",
    ];

    private static string[] Geo(string place, bool hasSecondOrder) =>
    [
        $"{place}_Type", $"{place}_FullName", $"{place}_CountryCode", $"{place}_ADM1Code", .. hasSecondOrder ? [$"{place}_ADM2Code"] : Array.Empty<string>(),
        $"{place}_Lat", $"{place}_Long", $"{place}_FeatureID",
    ];
}
