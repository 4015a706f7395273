using Dashboard.Data.Import;
using Dashboard.Domain.Incidents;

namespace Dashboard.Data.Tests.Import.Codebooks;

/// <summary>Our own export as CSV comes back as the incidents that it was made from, as far as a table can hold them.</summary>
public sealed class DashboardCsvTests
{
    private const string Header =
        "slug,dataset,kind,title,start,end,time_precision,latitude,longitude,geo_precision_m,country,province,place,killed_low,killed_best,killed_high,"
        + "injured_low,injured_best,injured_high,actors,sources,claims,summary,address,lead";

    private const string Row =
        "ucdp-ged-77,ucdp-ged,attack,'=A title,2024-01-28T02:30:00Z,,part-of-day,33.5,38.6,1000,JO,Ruwaishid,Tower 22,3,3,3,34,,47,"
        + "\"Kataib X (perpetrator, suspected); US forces (target)\",CENTCOM; Paper,CENTCOM: 3 killed (asserted),Words,/incidents/ucdp-ged-77,";

    [Fact]
    public void A_row_is_the_incident_again()
    {
        var imported = Imported.Text($"{Header}\r\n{Row}\r\n");
        Assert.Equal((Codebook.DashboardCsv, "ucdp-ged"), (imported.Recognition.Codebook, imported.Recognition.Dataset.Slug));
        var row = Assert.Single(imported.Rows);
        var incident = row.Incident;
        Assert.Equal(("77", "ucdp-ged-77", "=A title", "attack", "Words"), (incident.Id, incident.Slug, incident.Title, incident.Kind.Key, incident.Summary));
        Assert.Equal((new Toll(3, 3, 3), new Toll(34, null, 47)), (incident.Killed.Toll, incident.Injured.Toll));
        Assert.Equal(
            [("kataib-x", "perpetrator", "suspected"), ("us-forces", "target", null)],
            incident.Involvements.Select(involvement => (involvement.ActorId, involvement.Role, involvement.Qualifier)));
        Assert.Equal([("Tower 22", "Ruwaishid", "JO")], row.Places.Select(place => (place.Name, place.Province!, place.Country!)));
        Assert.Equal(["ucdp-ged", "centcom", "paper"], row.Sources.Select(source => source.Id));
        Assert.Equal([new("claims", "CENTCOM: 3 killed (asserted)"), new("address", "/incidents/ucdp-ged-77")], incident.Attributes);
        Assert.Equal((2024, 2, 30), (incident.Occurrence!.Start.Year, incident.Occurrence.Start.Hour, incident.Occurrence.Start.Minute));
    }

    [Theory]
    [InlineData("part-of-day", "fortnight", "time_precision", "it is one of minute, hour, part-of-day, day, week, month, year")]
    [InlineData("2024-01-28T02:30:00Z", "soon", "start", "'soon' is no time; write it as 2024-01-28T02:30:00Z")]
    [InlineData(",34,,47,", ",50,,47,", "injured_low", "low 50, best , high 47 do not rise")]
    [InlineData(",1000,", ",-5,", "geo_precision_m", "'-5' is no radius in metres")]
    [InlineData(",attack,", ",An Attack,", "kind", "a kind is lower-case words joined by hyphens")]
    public void A_bad_row_is_refused_by_line_and_column(string was, string becomes, string column, string reason)
    {
        var refusal = Assert.Single(Imported.Text($"{Header}\n{Row}\n{Row.Replace(was, becomes, StringComparison.Ordinal)}\n").Refusals);
        Assert.Equal((3L, column, reason), (refusal.Line, refusal.Column, refusal.Reason));
    }
}
