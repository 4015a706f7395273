using System.Text;

namespace Dashboard.Data.Tests.Import.Codebooks;

/// <summary>Invented rows in the layouts of UCDP GED.</summary>
internal static class GedRows
{
    public const string Header49 =
        "id,relid,year,active_year,code_status,type_of_violence,conflict_dset_id,conflict_new_id,conflict_name,dyad_dset_id,dyad_new_id,dyad_name,"
        + "side_a_dset_id,side_a_new_id,side_a,side_b_dset_id,side_b_new_id,side_b,number_of_sources,source_article,source_office,source_date,"
        + "source_headline,source_original,where_prec,where_coordinates,where_description,adm_1,adm_2,latitude,longitude,geom_wkt,priogrid_gid,country,"
        + "country_id,region,event_clarity,date_prec,date_start,date_end,deaths_a,deaths_b,deaths_civilians,deaths_unknown,best,high,low,gwnoa,gwnob";

    private static readonly Dictionary<string, string> _plain = new()
    {
        ["id"] = "7001",
        ["relid"] = "NOW-2020-1-1-1",
        ["year"] = "2020",
        ["active_year"] = "1",
        ["type_of_violence"] = "1",
        ["conflict_name"] = "Nowhere: Government",
        ["side_a"] = "Government of Nowhere",
        ["side_b"] = "Rebels",
        ["source_article"] = "\"Paper,2020-03-05,A headline\"",
        ["source_office"] = "Paper",
        ["source_date"] = "2020-03-05",
        ["source_headline"] = "A headline",
        ["where_prec"] = "1",
        ["where_coordinates"] = "Testtown",
        ["where_description"] = "in the north of Testtown",
        ["adm_1"] = "North province",
        ["latitude"] = "34.5",
        ["longitude"] = "36.25",
        ["geom_wkt"] = "POINT (36.25 34.5)",
        ["country"] = "Syria",
        ["event_clarity"] = "1",
        ["date_prec"] = "1",
        ["date_start"] = "2020-03-04 00:00:00.000",
        ["date_end"] = "2020-03-04 00:00:00.000",
        ["deaths_a"] = "1",
        ["deaths_b"] = "2",
        ["best"] = "3",
        ["high"] = "5",
        ["low"] = "2",
    };

    /// <summary>A header and one sound row in which some cells are others.</summary>
    public static string File(params (string Column, string Value)[] changed) => $"{Header49}\r\n{Row(changed)}\r\n";

    public static string Row(params (string Column, string Value)[] changed) => Row(Header49.Split(','), changed);

    public static string Row(IEnumerable<string> columns, params (string Column, string Value)[] changed)
    {
        var cells = new Dictionary<string, string>(_plain);
        foreach (var (column, value) in changed)
        {
            cells[column] = value;
        }

        var row = new StringBuilder();
        foreach (var column in columns)
        {
            row.Append(row.Length == 0 ? "" : ",").Append(Quoted(cells.GetValueOrDefault(column, "")));
        }

        return row.ToString();
    }

    private static string Quoted(string cell) => $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
