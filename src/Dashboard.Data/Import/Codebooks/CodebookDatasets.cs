using System.Text.RegularExpressions;
using Dashboard.Data.Import.Tables;
using Dashboard.Domain;
using Dashboard.Domain.Time;

namespace Dashboard.Data.Import.Codebooks;

/// <summary>What is known of a dataset by its codebook, and by the name of the file where nothing else tells.</summary>
internal static partial class CodebookDatasets
{
    public static DatasetDescription Describe(TableLayout layout, string fileName) => layout.Codebook switch
    {
        Codebook.UcdpGed => new DatasetDescription("ucdp-ged", "UCDP GED",
            "Organised violence with at least one death, event by event, coded by hand from reports at Uppsala University.",
            "CC BY 4.0", "Uppsala Conflict Data Program, UCDP Georeferenced Event Dataset", TimeWindow.All)
        {
            Codebook = "UCDP GED",
            Version = VersionIn(fileName),
        },
        Codebook.Acled => new DatasetDescription("acled", "ACLED",
            "Political violence and protest, event by event, coded by hand from reports.",
            "ACLED terms of use: not to be passed on", "Armed Conflict Location & Event Data (ACLED), acleddata.com", TimeWindow.All)
        {
            Codebook = "ACLED",
        },
        Codebook.Gdelt1 or Codebook.Gdelt2 => new DatasetDescription("gdelt", "GDELT",
            "Machine-coded from news: leads that await a person, no incidents.",
            "Free use with a citation and a link", "The GDELT Project, gdeltproject.org", TimeWindow.All)
        {
            Codebook = "GDELT",
            Version = layout.Codebook == Codebook.Gdelt1 ? "1.0" : "2.0",
        },
        Codebook.DashboardCsv when layout.FirstRows is [[_, { Length: > 0 } slug, ..], ..] => new DatasetDescription(slug, slug, "", "", "", TimeWindow.All),
        _ => OfFile(fileName),
    };

    /// <summary>For people: "UCDP GED, 49 columns, without a header".</summary>
    public static string Layout(TableLayout layout)
    {
        var name = layout.Codebook switch
        {
            Codebook.UcdpGed => "UCDP GED",
            Codebook.Acled => layout.Columns[0].Equals("data_id", StringComparison.OrdinalIgnoreCase) ? "ACLED, the old layout" : "ACLED",
            Codebook.Gdelt1 => "GDELT 1.0 events",
            Codebook.Gdelt2 => "GDELT 2.0 events",
            Codebook.DashboardCsv => "Export of a dashboard",
            _ => "Table",
        };
        var columns = layout.Columns.Count == 1 ? "1 column" : $"{layout.Columns.Count:#,0} columns";
        return $"{name}, {columns}{(layout.HasHeader ? "" : ", without a header")}";
    }

    private static DatasetDescription OfFile(string fileName)
    {
        var name = Path.GetFileNameWithoutExtension(fileName).Replace('_', ' ').Trim();
        name = name.Length > 0 ? name : "Imported table";
        return new DatasetDescription(Slug.Of(name), name, "", "", "", TimeWindow.All);
    }

    /// <summary><c>ged_v23.1_sample.csv</c>, <c>GEDEvent_v25_1.csv</c> → 23.1, 25.1; <c>GEDEvent_v25_0_3.csv</c> → 25.0.3.</summary>
    private static string? VersionIn(string fileName) =>
        VersionOfFile().Match(fileName) is { Success: true } match ? match.Groups["version"].Value.Replace('_', '.') : null;

    [GeneratedRegex(@"(?i:v|ged)_?(?<version>[0-9]{1,2}([._][0-9]{1,2}){1,2})(?![0-9])", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex VersionOfFile();
}
