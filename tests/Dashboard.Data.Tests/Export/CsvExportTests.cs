using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using Dashboard.Domain;
using Dashboard.Domain.Incidents;
using Dashboard.Domain.Places;
using Dashboard.Domain.Sources;

namespace Dashboard.Data.Tests.Export;

public sealed class CsvExportTests : IDisposable
{
    private const string Header = "slug,dataset,kind,title,start,end,time_precision,latitude,longitude,geo_precision_m,country,province,place,"
        + "killed_low,killed_best,killed_high,injured_low,injured_best,injured_high,actors,sources,claims,summary,address,lead\r\n";

    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void An_incident_is_a_line_and_what_is_unknown_is_empty()
    {
        using var store = _directory.Open();
        store.Add(SmallDataset.Create());
        Assert.Equal(
            Header
            + "2024-01-02-shelling,small,attack,shelling,2024-01-02T00:00:00Z,2024-01-03T00:00:00Z,part-of-day,32.7,36.56,1500,SY,Suwayda,As-Suwayda; Somewhere,"
            + "0,2,5,,,,\"The Brigade (perpetrator, suspected); The Front (claimant)\",The Reporter; Somebody,"
            + "the brigade's spokesman: at least two (disputed); neighbours: it was the front (unverified),,/incidents/2024-01-02-shelling,\r\n"
            + "2024-01-05-journey,small,attack,journey,,,,32.7,36.56,10,,,,,,,,,,,Somebody,,,/incidents/2024-01-05-journey,\r\n"
            + "road,small,attack,road,2014-01-01T00:00:00Z,,day,32,36,,,,,,,,,,,,,,,/incidents/road,\r\n"
            + "area,small,attack,area,,,,0,0,,,,,,,,,,,,,,,/incidents/area,\r\n",
            ExportedFile.Csv(store));
    }

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+49", "'+49")]
    [InlineData("-", "'-")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("\r=1", "\"'\r=1\"")]
    [InlineData("=\"a,b\"", "\"'=\"\"a,b\"\"\"")]
    [InlineData(" =1", " =1")]
    [InlineData("'=1", "'=1")]
    [InlineData("a=1", "a=1")]
    public void A_text_that_could_be_a_formula_is_guarded_unless_it_is_asked_for_raw(string title, string cell)
    {
        using var store = _directory.Open();
        store.Add(With(SmallDataset.Incident("a", "a") with { Title = title }));
        Assert.StartsWith($"{Header}a,small,attack,{cell},", ExportedFile.Csv(store), StringComparison.Ordinal);
        Assert.Equal(title, Cells(ExportedFile.Csv(store, isRaw: true))[3]);
    }

    [Theory]
    [InlineData("\"")]
    [InlineData("a \"quoted\" word")]
    [InlineData("two\r\nlines\nand\rmore")]
    [InlineData("a, b; c")]
    [InlineData("البوكمال 👩‍👩‍👧‍👦")]
    [InlineData("\0")]
    public void Any_text_comes_back_as_it_was(string summary)
    {
        using var store = _directory.Open();
        store.Add(With(SmallDataset.Incident("a", "a") with { Summary = summary }));
        Assert.Equal(summary, Cells(ExportedFile.Csv(store))[22]);
    }

    [Theory]
    [InlineData(0, "33.12346", "-44.76543")]
    [InlineData(1, "33.12346", "-44.76543")]
    [InlineData(100, "33.123", "-44.765")]
    [InlineData(1500, "33.12", "-44.77")]
    [InlineData(25_000, "33.1", "-44.8")]
    [InlineData(300_000, "33", "-45")]
    public void A_point_has_no_more_digits_than_are_true(double metres, string latitude, string longitude)
    {
        using var store = _directory.Open();
        var precision = new GeoPrecision(metres);
        store.Add(With(SmallDataset.Incident("a", "a") with
        {
            Precision = precision,
            Geometry = new PointGeometry(new LocatedPoint(new GeoPoint(33.12345678, -44.76543211), precision, null)),
        }));
        Assert.Equal([latitude, longitude, metres.ToString(CultureInfo.InvariantCulture)], Cells(ExportedFile.Csv(store))[7..10]);
    }

    [Fact]
    public void A_lead_says_so()
    {
        using var store = _directory.Open();
        store.Add(With(SmallDataset.Incident("a", "a") with { IsLead = true }));
        Assert.Equal("true", Cells(ExportedFile.Csv(store))[^1]);
    }

    [Fact]
    public void More_incidents_than_are_read_at_once_come_in_the_order_that_was_asked_for()
    {
        using var store = _directory.Open();
        store.Add(With([.. Enumerable.Range(0, 2500).Select(number => SmallDataset.Incident($"i{number}", $"i{number}"))]));
        var numbers = ExportedFile.All(store).Reverse().ToList();
        var slugs = ExportedFile.Csv(store, numbers).Split("\r\n").Skip(1).SkipLast(1).Select(line => line[..line.IndexOf(',', StringComparison.Ordinal)]);
        Assert.Equal(Enumerable.Range(0, 2500).Reverse().Select(number => $"i{number}"), slugs);
    }

    private static Dataset With(params ValueList<Incident> incidents) =>
        SmallDataset.Create() with { Incidents = incidents, Claims = ValueList<Claim>.Empty, Relations = [], Conflicts = [] };

    private static string[] Cells(string csv)
    {
        using var parser = new CsvParser(new StringReader(csv), new CsvConfiguration(CultureInfo.InvariantCulture) { NewLine = "\r\n" });
        Assert.True(parser.Read() && parser.Read());
        return parser.Record!;
    }
}
