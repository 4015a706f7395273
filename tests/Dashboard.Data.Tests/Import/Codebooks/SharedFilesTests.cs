using Dashboard.Data.Import;
using Dashboard.Domain.Sources;

namespace Dashboard.Data.Tests.Import.Codebooks;

/// <summary>Whole files as they are published, where they stand beside the checkout.</summary>
public sealed class SharedFilesTests
{
    private static readonly string _folder = Path.Combine(Repository.Root, "..", "shared", "data");

    [Fact]
    public void Every_row_of_the_Syrian_part_of_UCDP_GED_is_taken_or_refused_for_a_reason()
    {
        var imported = Read("ucdp", "ged_syria_2016-2019.csv");
        Assert.Equal((Codebook.UcdpGed, "UCDP GED, 41 columns"), (imported.Recognition.Codebook, imported.Recognition.Layout));
        Assert.Equal((16_508, 58), (imported.Rows.Count, imported.Refusals.Count));
        Assert.Equal(112_337 - 554, imported.Rows.Sum(row => row.Incident.Killed.Toll.Best));
        Assert.Equal(new Refusal(4026, "low", "8", "the low estimate 8 is above the high one, 7"), imported.Refusals[0]);
        Assert.All(imported.Refusals, refusal => Assert.Equal("low", refusal.Column));
        Assert.Equal(16_508, imported.Rows.Select(row => row.Incident.Slug).Distinct().Count());
        Assert.All(imported.Rows, row => Assert.Equal(["SY"], row.Places.Select(place => place.Country)));

        var first = imported.Rows[0];
        Assert.Equal(
            (2L, "214797", "Government of Syria – Syrian insurgents, Teir Maaleh village", 4, 34.802462, 36.707602),
            (first.Line, first.Incident.Id, first.Incident.Title, first.Incident.Killed.Toll.Best, first.Places[0].Point!.Value.Latitude, first.Places[0].Point!.Value.Longitude));
        Assert.Equal(["fatalities", "report"], first.Claims.Select(claim => claim.Predicate));
        Assert.Equal(("SOHR", "2015-01-01", "14 shells hit Dahya al-Assad an clashes continue around Ter Ma’la"), (first.Claims[1].Claimant.Name, first.Claims[1].Date!.Text, first.Claims[1].Value));
    }

    [Fact]
    public void The_sample_of_UCDP_GED_23_1_keeps_lines_lists_and_countries()
    {
        var imported = Read("ucdp", "ged_v23.1_sample.csv");
        Assert.Equal(("UCDP GED, 49 columns", "23.1"), (imported.Recognition.Layout, imported.Recognition.Dataset.Version));
        Assert.Equal((496, 4), (imported.Rows.Count, imported.Refusals.Count));
        Assert.Equal(3_525 - 21, imported.Rows.Sum(row => row.Incident.Killed.Toll.Best));
        Assert.DoesNotContain(imported.Rows, row => row.Places.Any(place => place.Country is null));

        var first = imported.Rows[0];
        Assert.Equal(
            [("UCDP", null), ("Support Kurds in Syria", "2013-01-03"), ("VDC", "2013-01-03")],
            first.Claims.Select(claim => (claim.Claimant.Name, claim.Date?.Text)));
        Assert.Equal(("300380", "Thursday 3 January 2013", "in the al-Rami village"), (first.Incident.Id, first.Claims[1].Value, first.Incident.GeometryNote));
    }

    [Fact]
    public void Every_row_of_GDELT_is_a_lead()
    {
        var imported = Read("gdelt", "gdelt2_events_20150218.export.CSV");
        Assert.Equal((Codebook.Gdelt2, "GDELT 2.0 events, 61 columns, without a header"), (imported.Recognition.Codebook, imported.Recognition.Layout));
        Assert.Equal((100, 0), (imported.Rows.Count, imported.Refusals.Count));
        Assert.All(imported.Rows, row => Assert.True(row.Incident.IsLead));
        Assert.Equal(
            [(10_000.0, 73), (150_000.0, 8), (500_000.0, 16)],
            imported.Rows.Where(row => row.Incident.Precision is not null).GroupBy(row => row.Incident.Precision!.Value.Metres)
                .Select(group => (group.Key, group.Count())).Order());

        var first = imported.Rows[0];
        Assert.Equal(
            ("410412347", "Consult: President, Waterkloof, Free State, South Africa", "consult", "ZA", "Free State"),
            (first.Incident.Id, first.Incident.Title, first.Incident.Kind.Key, first.Places[0].Country, first.Places[0].Province));
        Assert.Equal(("dailymaverick.co.za", ClaimStatus.Unverified, "2015-02-18"), (first.Claims[0].Claimant.Name, first.Claims[0].Status, first.Claims[0].Date!.Text));
        Assert.StartsWith("http://www.dailymaverick.co.za/article/", first.Claims[0].Address!.AbsoluteUri);
    }

    private static Imported Read(string folder, string name)
    {
        var path = Path.Combine(_folder, folder, name);
        Assert.SkipUnless(File.Exists(path), $"the file is not at {path}");
        using var file = File.OpenRead(path);
        return Imported.File(file, name);
    }
}
