using System.IO.Compression;
using System.Text;
using Dashboard.Data.Gazetteers;
using Dashboard.Data.Import;
using Dashboard.Data.Tests.Import.Codebooks;
using Dashboard.Domain.Places;

namespace Dashboard.Data.Tests.Import;

public sealed class SwappedPairsTests
{
    private const int Seed = 20240128;

    [Theory]
    [InlineData("Baghdad", "Iraq", "44.4", "33.3", "latitude and longitude look swapped: 44.4, 33.3 is 1,558 km from Baghdad, and 33.3, 44.4 is 5 km from it")]
    [InlineData("Baghdad", "", "44.4", "33.3", "latitude and longitude look swapped: 44.4, 33.3 is 1,558 km from Baghdad, and 33.3, 44.4 is 5 km from it")]
    [InlineData("Homs", "Syria", "36.7", "34.7", "latitude and longitude look swapped: 36.7, 34.7 is 285 km from Homs, and 34.7, 36.7 is 4 km from it")]
    [InlineData("", "Iraq", "44.4", "33.3", "latitude and longitude look swapped: 44.4, 33.3 is 891 km outside Iraq, and 33.3, 44.4 is in it")]
    public void A_pair_that_is_there_only_the_other_way_round_is_refused(string place, string country, string latitude, string longitude, string reason) =>
        Assert.Equal([new Refusal(2, "lat", latitude, reason)], Table(place, country, latitude, longitude).Refusals);

    [Theory]
    [InlineData("Baghdad", "Iraq", "33.3", "44.4")]
    [InlineData("Baghdad", "Iraq", "36.3", "43.1")]
    [InlineData("Latakia", "Syria", "35.8", "35.5")]
    [InlineData("Aleppo", "Syria", "37.16", "36.2")]
    [InlineData("Baghdad", "France", "44.4", "33.3")]
    [InlineData("Atlantis", "Iraq", "44.4", "33.3")]
    [InlineData("Albu Kamal", "Türkiye", "34.45", "40.92")]
    [InlineData("", "Türkiye", "34.45", "40.92")]
    [InlineData("Kyiv", "Iran", "50.45", "30.52")]
    [InlineData("", "", "44.4", "33.3")]
    public void A_pair_of_which_nobody_knows_better_stands(string place, string country, string latitude, string longitude)
    {
        var file = Table(place, country, latitude, longitude);
        Assert.Empty(file.Refusals);
        Assert.Single(file.Rows);
    }

    [Fact]
    public void Every_reader_refuses_it_and_names_the_column()
    {
        const string Reason = "latitude and longitude look swapped: 44.4, 33.3 is 1,558 km from Baghdad, and 33.3, 44.4 is 5 km from it";
        (string, string)[] ged = [("where_coordinates", "Baghdad"), ("adm_1", "Baghdad"), ("country", "Iraq"), ("latitude", "44.4"), ("longitude", "33.3"), ("geom_wkt", "")];
        Assert.Equal([new Refusal(2, "latitude", "44.4", Reason)], Imported.Text(GedRows.File(ged)).Refusals);

        Assert.Equal([new Refusal(2, "Koordinaten", "44.4, 33.3", Reason)], Imported.Text("Datum;Ort;Land;Koordinaten\n2024-01-28;Baghdad;Irak;44.4, 33.3\n").Refusals);

        const string Feature = """{"type":"Feature","geometry":{"type":"Point","coordinates":[33.3,44.4]},"properties":{"date":"2024-01-28","place":"Baghdad"}}""";
        Assert.Equal([new Refusal(1, "geometry", "[33.3, 44.4]", Reason)], Imported.Text(Feature, "x.geojson").Refusals);
    }

    [Fact]
    public void No_point_near_its_place_is_refused_and_every_far_one_that_is_swapped()
    {
        var random = new Random(Seed);
        var swapped = new SwappedPairs();
        var refused = 0;
        foreach (var (name, province, country, known) in Places())
        {
            if (Gazetteer.Shipped.Find(name, province, country)?.Point != known)
            {
                continue;
            }

            var near = new GeoPoint(known.Latitude + (random.NextDouble() - 0.5), known.Longitude + (random.NextDouble() - 0.5));
            Assert.Null(swapped.Fault(Row(name, province, country, near)));
            Assert.Null(swapped.Fault(Row(name, null, null, near)));

            var exchanged = new GeoPoint(near.Longitude, near.Latitude);
            var isRefused = swapped.Fault(Row(name, province, country, exchanged)) is not null;
            var apart = exchanged.MetresTo(known);
            var isElsewhere = apart > 500_000 || (apart >= 100_000 && !CountryExtent.Of(country)!.Contains(exchanged));
            Assert.Equal((name, isElsewhere), (name, isRefused));
            refused += isRefused ? 1 : 0;
        }

        Assert.InRange(refused, 3_000, 5_800);
    }

    [Fact]
    public void The_gazetteer_has_no_place_outside_its_country() =>
        Assert.All(Places(), place => Assert.True(CountryExtent.Of(place.Country)!.Contains(place.Point), $"{place}"));

    private static Imported Table(string place, string country, string latitude, string longitude) =>
        Imported.Text($"date,place,country,lat,lon,title\n2024-01-28,{place},{country},{latitude},{longitude},Attack\n");

    private static ImportedIncident Row(string name, string? province, string? country, GeoPoint point)
    {
        var place = new Named(new([], null)).Place(name, province, country);
        var incident = SmallDataset.Incident("1", "file-1") with { PlaceIds = [place.Id], Geometry = new PointGeometry(new LocatedPoint(point, new GeoPrecision(100), place.Id)) };
        return new ImportedIncident("file", 2, incident, [], [], [place], []);
    }

    private static IEnumerable<(string Name, string? Province, string Country, GeoPoint Point)> Places()
    {
        using var packed = typeof(Gazetteer).Assembly.GetManifestResourceStream("Dashboard.Data.Gazetteers.places.tsv.br")!;
        using var text = new StreamReader(new BrotliStream(packed, CompressionMode.Decompress), Encoding.UTF8);
        return [.. text.ReadToEnd().Split('\n').Select(line => line.Split('\t')).Select(cells => (
            cells[1],
            cells[5].Length > 0 ? cells[5] : null,
            cells[4],
            new GeoPoint(double.Parse(cells[2], System.Globalization.CultureInfo.InvariantCulture), double.Parse(cells[3], System.Globalization.CultureInfo.InvariantCulture))))];
    }
}
