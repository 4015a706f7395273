using System.Globalization;
using Dashboard.Data.Import.Tables;

namespace Dashboard.Data.Import.Codebooks;

/// <summary>Knows a codebook by the names of the columns or, where a file has no header, by what stands in its first row.</summary>
internal static class CodebookRecognition
{
    private const int ExportMark = 7;

    private static readonly string[] _ged =
        ["id", "type_of_violence", "side_a", "side_b", "where_prec", "latitude", "longitude", "date_prec", "date_start", "date_end"];

    private static readonly string[] _acled = ["event_date", "event_type", "actor1", "latitude", "longitude", "geo_precision", "fatalities"];

    private static readonly string[] _gdelt = ["globaleventid", "sqldate", "eventcode", "actiongeo_type"];

    /// <summary>The columns of our own export; the first seven tell it.</summary>
    public static IReadOnlyList<string> Export { get; } =
    [
        "slug", "dataset", "kind", "title", "start", "end", "time_precision", "latitude", "longitude", "geo_precision_m", "country", "province", "place",
        "killed_low", "killed_best", "killed_high", "injured_low", "injured_best", "injured_high", "actors", "sources", "claims", "summary", "address", "lead",
    ];

    /// <returns>The codebook, and whether the row is a header.</returns>
    public static (Codebook Codebook, bool HasHeader) Of(IReadOnlyList<string> firstRow)
    {
        var names = firstRow.Select(cell => cell.Trim().Trim('\uFEFF').ToLowerInvariant()).ToArray();
        if (names.Take(ExportMark).SequenceEqual(Export.Take(ExportMark)))
        {
            return (Codebook.DashboardCsv, true);
        }

        var known = names.ToHashSet();
        return known switch
        {
            _ when known.IsSupersetOf(_ged) => (Codebook.UcdpGed, true),
            _ when known.IsSupersetOf(_acled) && known.Overlaps(["event_id_cnty", "data_id"]) => (Codebook.Acled, true),
            _ when known.IsSupersetOf(_gdelt) => (known.Overlaps(["actiongeo_adm2code"]) ? Codebook.Gdelt2 : Codebook.Gdelt1, true),
            _ when IsGed(firstRow) => (Codebook.UcdpGed, false),
            _ when IsGdelt(firstRow) => (firstRow.Count == GdeltColumns.Version2.Count ? Codebook.Gdelt2 : Codebook.Gdelt1, false),
            _ => (Codebook.Table, Header.IsOne(firstRow)),
        };
    }

    public static IReadOnlyList<string> ColumnsWithoutHeader(Codebook codebook, IReadOnlyList<string> firstRow) => codebook switch
    {
        Codebook.UcdpGed => firstRow.Count == UcdpGedColumns.Columns49.Count ? UcdpGedColumns.Columns49 : UcdpGedColumns.Columns41,
        Codebook.Gdelt1 => [.. GdeltColumns.Version1.Take(firstRow.Count)],
        Codebook.Gdelt2 => GdeltColumns.Version2,
        _ => Header.Numbered(firstRow),
    };

    /// <summary>A row of GDELT events: their number of columns, an id, and a day with its month and its year.</summary>
    public static bool IsGdelt(IReadOnlyList<string> row) =>
        row.Count is 57 or 58 or 61
        && row[0].All(char.IsAsciiDigit)
        && row[1].Length == 8 && row[1].All(char.IsAsciiDigit)
        && row[2] == row[1][..6]
        && row[3] == row[1][..4];

    /// <summary>GDELT does not quote: a quote in its tables is a letter.</summary>
    public static bool HasQuotes(Codebook codebook, TableShape shape) =>
        !(codebook is Codebook.Gdelt1 or Codebook.Gdelt2 && shape is { Delimiter: '\t', HasHeader: false });

    private static bool IsGed(IReadOnlyList<string> row)
    {
        var columns = row.Count == UcdpGedColumns.Columns49.Count ? UcdpGedColumns.Columns49
            : row.Count == UcdpGedColumns.Columns41.Count ? UcdpGedColumns.Columns41 : null;
        return columns is not null
            && IsCode("type_of_violence", 3) && IsCode("where_prec", 7) && IsCode("date_prec", 5)
            && IsNumber("latitude") && IsNumber("longitude") && IsNumber("best");

        string Cell(string name) => row[columns.IndexOf(name)].Trim();

        bool IsCode(string name, int last) => Cell(name) is [var code] && code >= '1' && code <= '0' + last;

        bool IsNumber(string name) => double.TryParse(Cell(name), NumberStyles.Float, CultureInfo.InvariantCulture, out _);
    }
}
