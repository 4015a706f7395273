using System.Text;
using Dashboard.Data.Import;
using Dashboard.Data.Import.GeoJson;

namespace Dashboard.Data.Tests.Import.GeoJson;

public sealed class GeoJsonReaderTests
{
    private const string Point = """{"type":"Point","coordinates":[36,34]}""";

    private static readonly string _one = GeoJsonFile.Feature(Point, """{"title":"One"}""");
    private static readonly string _two = GeoJsonFile.Feature("null", """{"title":"Two"}""");

    public static TheoryData<string> Layouts =>
    [
        GeoJsonFile.Collection(_one, _two),
        $$"""{"features":[{{_one}},{{_two}}],"type":"FeatureCollection"}""",
        $$"""{"name":"a layer","bbox":[1,2,3,4],"type":"FeatureCollection","crs":null,"features": [ {{_one}} , {{_two}} ] , "more":{"features":[1] } } """,
        $"{_one}\n{_two}\n",
        $"{_one}\r\n\r\n{_two}",
        $"\u001E{_one}\n\u001E{_two}\n",
        $"{_one}{_two}",
        $"{GeoJsonFile.Collection(_one)}\n{GeoJsonFile.Collection(_two)}",
        $"\uFEFF{GeoJsonFile.Collection(_one, _two)}",
    ];

    [Theory]
    [MemberData(nameof(Layouts))]
    public void Every_layout_gives_the_same_features(string text)
    {
        Assert.True(GeoJsonReader.Recognises(Encoding.UTF8.GetBytes(text)));
        Assert.Equal(["One", "Two"], GeoJsonFile.Incidents(text).Select(incident => incident.Title));
    }

    [Theory]
    [MemberData(nameof(Layouts))]
    public void Utf_16_is_read_too(string text)
    {
        foreach (var encoding in new[] { Encoding.Unicode, Encoding.BigEndianUnicode })
        {
            byte[] bytes = [.. encoding.Preamble, .. encoding.GetBytes(text.TrimStart('\uFEFF'))];
            Assert.True(GeoJsonReader.Recognises(bytes));
            Assert.Equal(2, GeoJsonFile.Read(bytes).Count);
        }
    }

    [Fact]
    public void Features_of_one_file_may_name_the_same_thing_differently()
    {
        var incidents = GeoJsonFile.Incidents(GeoJsonFile.Collection(
            GeoJsonFile.Feature(Point, """{"name":"By name","date":"2024-02-01"}"""),
            GeoJsonFile.Feature(Point, """{"title":"By title","start":"2024-02-02"}"""),
            GeoJsonFile.Feature(Point, """{"title":"Both","name":"kept","timestamp":1706918400}""")));

        Assert.Equal(["By name", "By title", "Both"], incidents.Select(incident => incident.Title));
        Assert.Equal([1, 2, 3], incidents.Select(incident => incident.Occurrence!.Start.Day));
        Assert.Equal([0, 0, 1], incidents.Select(incident => incident.Attributes.Count));
    }

    [Fact]
    public void A_geometry_alone_is_a_feature_without_properties() =>
        Assert.Equal(GeoJsonFile.Shape(Point).Shape, GeoJsonFile.Incidents(Point).Single().Geometry);

    [Fact]
    public void A_row_begins_on_the_line_where_its_feature_begins()
    {
        var contents = GeoJsonFile.Read($"{{\"type\":\"FeatureCollection\",\r\n\"features\":[\n\n{_one.Replace(",", ",\n", StringComparison.Ordinal)},{_two}\n,{_two}]}}");
        Assert.Equal([4, 8, 9], contents.Cast<FileContent.Row>().Select(row => row.Incident.Line));
    }

    [Fact]
    public void The_id_of_a_feature_is_the_upstream_id_and_properties_of_the_same_name_stay()
    {
        var feature = """{"type":"Feature","id":17,"geometry":null,"properties":{"id":"other","title":"x","":1,"empty":"","nothing":null,"deep":{"a":[1,"é",null]},"flag":true,"number":1.50},"style":{"fill":"red"}}""";
        var incident = GeoJsonFile.Incidents(feature).Single();
        Assert.Equal("17", incident.Id);
        Assert.Equal(
            ["id 2=other", "(no name)=1", "deep={\"a\":[1,\"é\",null]}", "flag=true", "number=1.50", "style={\"fill\":\"red\"}"],
            incident.Attributes.Select(attribute => $"{attribute.Name}={attribute.Value}"));
    }

    [Fact]
    public void A_name_that_is_special_elsewhere_is_a_name_here() => Assert.Equal(
        ["__proto__={\"polluted\":true}", "constructor=x"],
        GeoJsonFile.Incidents("""{"type":"Feature","geometry":null,"properties":{"title":"x","__proto__":{"polluted":true},"constructor":"x"}}""")
            .Single().Attributes.Select(attribute => $"{attribute.Name}={attribute.Value}"));

    [Theory]
    [InlineData("""{"type":"Feature","type":"Feature","geometry":null,"properties":{}}""", "", "the feature says something twice: a name stands twice in one object")]
    [InlineData("""{"type":"Feature","geometry":null,"properties":{"a":1,"\u0061":2}}""", "", "the feature says something twice: a name stands twice in one object")]
    [InlineData("""{"type":"Feature","geometry":null,"properties":{"a":"\ud800"}}""", "a", "a text in it has half a character (a lone surrogate, or bytes that are not UTF-8)")]
    [InlineData("""{"type":"Feature","geometry":null,"properties":{"a":{"b":"\udc00"}}}""", "a", "a text in it has half a character (a lone surrogate, or bytes that are not UTF-8)")]
    [InlineData("""{"type":"Feature","geometry":null,"properties":[]}""", "properties", "the properties must be an object or null")]
    [InlineData("""{"type":"Feature","geometry":null,"crs":{"type":"name","properties":{"name":"EPSG:3857"}}}""", "crs", "the coordinates are in EPSG:3857, not in longitude and latitude of WGS 84; convert the file first (ogr2ogr -t_srs EPSG:4326)")]
    [InlineData("""{"type":"FeatureCollections"}""", "type", "a Feature is expected here")]
    [InlineData("{}", "type", "a Feature is expected here")]
    public void What_is_no_feature_is_refused_by_itself(string feature, string column, string reason)
    {
        var contents = GeoJsonFile.Read($"{_one}\n{feature}\n{_two}");
        var refusal = Assert.Single(contents.OfType<FileContent.Refused>()).Refusal;
        Assert.Equal((2, column, reason), (refusal.Line, refusal.Column, refusal.Reason));
        Assert.Equal(2, contents.OfType<FileContent.Row>().Count());
    }

    [Fact]
    public void Half_a_character_in_a_name_refuses_its_feature() =>
        Assert.Contains("half a character", GeoJsonFile.Refusal("""{"type":"Feature","geometry":null,"properties":{"\ud800":1}}""").Reason, StringComparison.Ordinal);

    [Theory]
    [InlineData("[", "]")]
    [InlineData("{\"a\":", "}")]
    public void Nesting_that_never_seems_to_end_refuses_its_feature(string opening, string closing)
    {
        foreach (var depth in new[] { 64, 100_000 })
        {
            var deep = string.Concat(Enumerable.Repeat(opening, depth)) + "1" + string.Concat(Enumerable.Repeat(closing, depth));
            Assert.Equal("the feature is nested deeper than 64", GeoJsonFile.Refusal(GeoJsonFile.Feature("null", $"{{\"deep\":{deep}}}")).Reason);
            Assert.Equal("the feature is nested deeper than 64", GeoJsonFile.Refusal(GeoJsonFile.Feature($"{{\"type\":\"Polygon\",\"coordinates\":{deep}}}")).Reason);
        }

        Assert.Single(GeoJsonFile.Incidents(GeoJsonFile.Feature("null", $"{{\"deep\":{string.Concat(Enumerable.Repeat(opening, 60))}1{string.Concat(Enumerable.Repeat(closing, 60))}}}")));
    }

    [Theory]
    [InlineData("", FileFault.Empty, "the file is empty")]
    [InlineData(" \n\t", FileFault.Empty, "the file is empty")]
    [InlineData("""{"type":"FeatureCollection","features":[]}""", FileFault.Empty, "there are no features in the file")]
    [InlineData("""{"type":"FeatureCollection"}""", FileFault.Unreadable, "line 1: a FeatureCollection without features")]
    [InlineData("""{"type":"FeatureCollection","features":[],"features":[]}""", FileFault.Unreadable, "line 1: there are features twice")]
    [InlineData("""{"type":"Topology","objects":{}}""", FileFault.WrongType, "the file is TopoJSON; convert it to GeoJSON first (topo2geo, mapshaper)")]
    [InlineData("[1,2]", FileFault.WrongType, "line 1: this is no GeoJSON, which is a FeatureCollection or one Feature after the other")]
    [InlineData("{\"type\":\"FeatureCollection\",\"features\":[\n{\"type\":\"Feature\",,}]}", FileFault.Unreadable, "line 2, column 19: a feature is not JSON here: a sign that JSON does not have, or one too many or too few")]
    [InlineData("{\"type\":\"FeatureCollection\",\"features\":[{} {}]}", FileFault.Unreadable, "line 1, column 44: a ']' is missing in the list of features")]
    [InlineData("{\"type\":\"FeatureCollection\",\"features\":[\n{\"a\":NaN}]}", FileFault.Unreadable, "line 2, column 6: a feature is not JSON here: a sign that JSON does not have, or one too many or too few")]
    [InlineData("{\"type\":\"FeatureCollection\",\"features\":[\n{\"a\":1},", FileFault.Unreadable, "line 2: the file breaks off in the middle of the list of features; get the whole file")]
    [InlineData("{\"type\":\"FeatureCollection\",\"features\":[\n{\"a\":\"b", FileFault.Unreadable, "line 2: the file breaks off in the middle of a feature; get the whole file")]
    [InlineData("{\"type\":\"FeatureCollection\",\"features\":[\n{\"a\":tr", FileFault.Unreadable, "line 2: the file breaks off in the middle of a feature; get the whole file")]
    [InlineData("{1:2}", FileFault.Unreadable, "line 1: the name of a part must stand in quotes")]
    [InlineData("""{"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::32637"}},"features":[]}""", FileFault.Unreadable, "line 1: the coordinates are in urn:ogc:def:crs:EPSG::32637, not in longitude and latitude of WGS 84; convert the file first (ogr2ogr -t_srs EPSG:4326)")]
    [InlineData("""{"type":"FeatureCollection","crs":{"type":"link"},"features":[]}""", FileFault.Unreadable, "line 1: the coordinates are in a reference system that is not named, not in longitude and latitude of WGS 84; convert the file first (ogr2ogr -t_srs EPSG:4326)")]
    public void A_file_that_breaks_the_rules_is_refused_as_a_whole(string text, FileFault fault, string message)
    {
        var refused = GeoJsonFile.Fault(text);
        Assert.Equal((fault, message), (refused.Fault, refused.Message));
    }

    [Theory]
    [InlineData("urn:ogc:def:crs:OGC:1.3:CRS84")]
    [InlineData("urn:ogc:def:crs:EPSG::4326")]
    [InlineData("EPSG:4326")]
    [InlineData("http://www.opengis.net/def/crs/OGC/1.3/CRS84")]
    public void The_old_member_crs_may_name_what_holds_anyway(string name) =>
        Assert.Single(GeoJsonFile.Read($$$"""{"crs":{"type":"name","properties":{"name":"{{{name}}}"}},"type":"FeatureCollection","features":[{{{_one}}}]}"""));

    [Theory]
    [InlineData("title;date\n1;2", false)]
    [InlineData("{not json", false)]
    [InlineData("[id],[name]\n", false)]
    [InlineData("\uFEFF\n {\"type\":", true)]
    [InlineData("\u001E{}", true)]
    [InlineData("[{\"a\":1}]", true)]
    [InlineData("", false)]
    public void A_table_is_no_geojson(string head, bool isRecognised) => Assert.Equal(isRecognised, GeoJsonReader.Recognises(Encoding.UTF8.GetBytes(head)));

    [Fact]
    public void The_dataset_is_named_by_the_file()
    {
        var recognition = GeoJsonReader.Recognise(new MemoryStream(Encoding.UTF8.GetBytes(_one)), "Incidents of 2024.geojson.gz");
        Assert.Equal((Codebook.GeoJson, "GeoJSON", "incidents-of-2024", "Incidents of 2024"), (recognition.Codebook, recognition.Layout, recognition.Dataset.Slug, recognition.Dataset.Title));
    }

    [Theory]
    [InlineData("""{"name":"a package","version":"1.0.0"}""")]
    [InlineData("""{"type":"module"}""")]
    [InlineData("""{"type":7}""")]
    [InlineData("{}")]
    public void Json_that_is_no_geojson_is_the_wrong_type(string text)
    {
        var refused = Assert.Throws<UnreadableFileException>(() => GeoJsonReader.Recognise(new MemoryStream(Encoding.UTF8.GetBytes(text)), "x.json"));
        Assert.Equal((FileFault.WrongType, "line 1: this is JSON, but no GeoJSON: a type like FeatureCollection or Feature is missing"), (refused.Fault, refused.Message));
    }

    [Fact]
    public void A_feature_beyond_the_bound_is_too_large()
    {
        var big = GeoJsonFile.Feature("null", $"{{\"a\":\"{new string('x', GeoJsonPieces.LongestFeature)}\"}}");
        foreach (var text in new[] { big, GeoJsonFile.Collection(big) })
        {
            var refused = GeoJsonFile.Fault(text);
            Assert.Equal((FileFault.TooLarge, "line 1: a feature is longer than 16 MB"), (refused.Fault, refused.Message));
        }
    }

    [Fact]
    public void Stopping_stops_the_reading()
    {
        using var stop = new CancellationTokenSource();
        using var contents = GeoJsonReader.Read(new EndlessFeatures(), GeoJsonFile.Recognition, stop.Token).GetEnumerator();
        Assert.True(contents.MoveNext());
        stop.Cancel();
        Assert.Throws<OperationCanceledException>(() =>
        {
            while (contents.MoveNext())
            {
            }
        });
    }

    /// <summary>Features one a line, a few bytes at a time, without end.</summary>
    private sealed class EndlessFeatures : MemoryStream
    {
        private readonly byte[] _line = Encoding.UTF8.GetBytes($"{_one}\n");
        private int _at;

        public override bool CanSeek => false;

        public override int Read(Span<byte> buffer)
        {
            var length = Math.Min(Math.Min(7, buffer.Length), _line.Length - _at);
            _line.AsSpan(_at, length).CopyTo(buffer);
            _at = (_at + length) % _line.Length;
            return length;
        }
    }
}
