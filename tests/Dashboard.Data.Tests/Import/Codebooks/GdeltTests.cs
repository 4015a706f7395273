using Dashboard.Data.Import;
using Dashboard.Domain.Incidents;
using Dashboard.Domain.Sources;

namespace Dashboard.Data.Tests.Import.Codebooks;

/// <summary>Invented rows in the layouts of GDELT become leads, never incidents.</summary>
public sealed class GdeltTests
{
    private const string Event =
        "900000001\t20230504\t202305\t2023\t2023.3397\tSYRCOP\tPOLICE\tSYR\t\t\t\t\tCOP\t\t\tREB\tREBELS \"X\t\t\t\t\t\tREB\t\t\t1\t0190\t190\t19\t4\t-10\t5\t1\t5\t-2.5\t";

    [Theory]
    [InlineData(57)]
    [InlineData(58)]
    [InlineData(61)]
    public void Each_version_is_known_by_its_columns(int columns)
    {
        var imported = Imported.Text($"{Row(columns)}\n{Row(columns).Replace("900000001", "900000002", StringComparison.Ordinal)}\n", "x.CSV");
        Assert.Equal(
            (columns == 61 ? Codebook.Gdelt2 : Codebook.Gdelt1, $"GDELT {(columns == 61 ? 2 : 1)}.0 events, {columns} columns, without a header"),
            (imported.Recognition.Codebook, imported.Recognition.Layout));
        Assert.Equal(["900000001", "900000002"], imported.Rows.Select(row => row.Incident.Id));
        Assert.Equal(columns == 57 ? 0 : 1, imported.Rows[0].Claims.Count);
    }

    [Fact]
    public void A_row_is_a_lead_with_its_codes_as_text()
    {
        var row = Assert.Single(Imported.Text($"{Row(61)}\n").Rows);
        var lead = row.Incident;
        Assert.Equal(
            (true, "Fight: Police (SYR) – Rebels \"X, Testtown, Hims, Syria", "fight", "gdelt-900000001"),
            (lead.IsLead, lead.Title, lead.Kind.Key, lead.Slug));
        Assert.Contains(new UpstreamAttribute("EventCode", "0190"), lead.Attributes);
        Assert.Contains(new UpstreamAttribute("ActionGeo_CountryCode", "SY"), lead.Attributes);
        Assert.Equal([("Testtown", "Hims", "SY", 10_000.0)], row.Places.Select(place => (place.Name, place.Province!, place.Country!, place.Precision!.Value.Metres)));
        Assert.Equal(["side", "side"], lead.Involvements.Select(involvement => involvement.Role));
        Assert.Equal(Toll.Unknown, lead.Killed.Toll);
        var claim = Assert.Single(row.Claims);
        Assert.Equal(
            ("report", "news.example", "Fight", "news-example", "2023-05-05", ClaimStatus.Unverified, "https://www.news.example/a?b=1"),
            (claim.Predicate, claim.Claimant.Name, claim.Value, claim.SourceId, claim.Date!.Text, claim.Status, claim.Address!.AbsoluteUri));
    }

    [Theory]
    [InlineData("1", "Syria", 500_000, "country")]
    [InlineData("2", "Texas, United States", 150_000, "province")]
    [InlineData("5", "Hims, Syria", 150_000, "province")]
    public void Countries_and_provinces_are_middles_and_no_pins(string type, string name, double metres, string nature)
    {
        var row = Assert.Single(Imported.Text($"{Row(61, type, name)}\n").Rows);
        Assert.Equal((metres, false, nature), (row.Incident.Precision!.Value.Metres, row.Incident.IsPlaced, row.Places[0].Nature));
    }

    [Fact]
    public void A_row_without_a_place_is_kept()
    {
        var row = Assert.Single(Imported.Text($"{Row(61, "0", "", "", "")}\n").Rows);
        Assert.Null(row.Incident.Geometry);
        Assert.Empty(row.Places);
    }

    [Fact]
    public void An_address_that_is_none_is_a_name()
    {
        var row = Assert.Single(Imported.Text($"{Row(61).Replace("https://www.news.example/a?b=1", "javascript:alert(1)", StringComparison.Ordinal)}\n").Rows);
        Assert.Equal(("javascript:alert(1)", null), (row.Claims[0].Claimant.Name, row.Claims[0].Address));
    }

    [Theory]
    [InlineData("\t19\t4\t", "\t99\t4\t", "EventRootCode", "99", "CAMEO has root codes from 01 to 20")]
    [InlineData("20230504", "20230230", "SQLDATE", "20230230", "'20230230' is no day of the calendar; write it as 2024-01-28")]
    [InlineData("\t34.5\t", "\t95\t", "ActionGeo_Lat", "95", "latitude 95 is beyond the pole; the pair looks swapped with longitude 36.25")]
    public void A_bad_row_is_refused_by_line_column_and_value(string was, string becomes, string column, string value, string reason)
    {
        var bad = Row(61).Replace(was, becomes, StringComparison.Ordinal);
        Assert.Equal([new Refusal(2, column, value, reason)], Imported.Text($"{Row(61)}\n{bad}\n").Refusals);
    }

    private static string Row(int columns, string type = "4", string name = "Testtown, Hims, Syria", string latitude = "34.5", string longitude = "36.25")
    {
        var second = columns == 61 ? "\t" : "";
        var nowhere = $"0\t\t\t{second}\t\t\t\t";
        var row = $"{Event}{nowhere}{nowhere}{type}\t{name}\tSY\tSY11{second}\t{latitude}\t{longitude}\t-1\t20230505120000";
        return columns == 57 ? row : $"{row}\thttps://www.news.example/a?b=1";
    }
}
