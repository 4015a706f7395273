using System.Text.Json;
using System.Text.Json.Nodes;
using Dashboard.Data.Import;
using Dashboard.Domain;
using Dashboard.Domain.Incidents;
using Dashboard.Domain.Places;
using FsCheck;
using FsCheck.Fluent;

namespace Dashboard.Data.Tests.Export;

public sealed class GeoJsonExportTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void The_starter_dataset_comes_back_as_it_was()
    {
        using var store = _directory.Open();
        var starter = StarterDataset.Load();
        store.Add(starter);
        SameDataset.Assert(ExportedFile.Sorted(starter), Assert.Single(ExportedFile.Datasets(ExportedFile.GeoJson(store))));
    }

    [Fact]
    public void One_of_everything_comes_back_from_several_datasets_side_by_side()
    {
        using var store = _directory.Open();
        Dataset[] datasets = [SmallDataset.Create("one"), SmallDataset.Create("two", "second-")];
        Array.ForEach(datasets, store.Add);
        var back = ExportedFile.Datasets(ExportedFile.GeoJson(store));
        Assert.Equal(2, back.Count);
        SameDataset.Assert(ExportedFile.Sorted(datasets[0]), back[0]);
        SameDataset.Assert(ExportedFile.Sorted(datasets[1]), back[1]);
    }

    [Fact]
    public void Anything_that_an_incident_can_hold_comes_back_as_it_was()
    {
        using var store = _directory.Open();
        var run = 0;
        var numbers = new HashSet<long>();
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(40), Prop.ForAll(RandomIncidents.Incident.NonEmptyListOf().ToArbitrary(), incidents =>
        {
            var dataset = Dataset($"run-{run++}", [.. incidents]);
            store.Add(dataset);
            var added = ExportedFile.All(store).Where(numbers.Add).ToList();
            SameDataset.Assert(ExportedFile.Sorted(dataset), Assert.Single(ExportedFile.Datasets(ExportedFile.GeoJson(store, added))));
        }));
    }

    [Fact]
    public void A_feature_says_everything_once()
    {
        using var store = _directory.Open();
        store.Add(SmallDataset.Create());
        var file = JsonNode.Parse(ExportedFile.GeoJson(store, view: "kind=attack"))!;
        Assert.Equal(["type", "dashboard", "features"], file.AsObject().Select(member => member.Key));
        Assert.Equal(
            $$"""{"format":1,"exported":"2024-03-01T12:00:00Z","view":"kind=attack","revision":"{{store.RevisionName}}"}""",
            Without(file["dashboard"]!, "datasets"));
        Assert.Equal(
            """
            {"type":"Feature","id":"shelling","geometry":{"type":"MultiPoint","coordinates":[[36.56,32.7],[36,33]]},"properties":{
            "slug":"2024-01-02-shelling","dataset":"small","kind":"attack","title":"shelling","start":"2024-01-02T00:00:00Z","end":"2024-01-03T00:00:00Z",
            "time_precision":"part-of-day","geo_precision_m":1500,
            "toll":{"killed":{"low":0,"best":2,"high":5,"note":"counted twice","evidence":{"basis":["report","derived"],"confidence":"high"}},"injured":{"low":null,"best":null,"high":null}},
            "actors":[{"id":"brigade","name":"The Brigade","role":"perpetrator","qualifier":"suspected","evidence":{"basis":["report","derived"],"confidence":"high"}},
            {"id":"front","name":"The Front","role":"claimant"}],
            "claims":[{"id":"claim","predicate":"fatalities","claimant":"the brigade's spokesman","claimant_id":"brigade","value":"at least two",
            "number":{"low":2,"high":null,"scope":"soldiers","unit":"people killed"},"source":"report","date":"2024-01-03","status":"disputed","note":"said twice",
            "evidence":{"basis":["report","derived"],"confidence":"high"}},
            {"id":"hearsay","predicate":"responsibility","claimant":"neighbours","value":"it was the front","source":"rumour","status":"unverified"}],
            "sources":[{"id":"report","publisher":"The Reporter","date":"2024-01","nature":"published text","address":"https://example.org/a?b=c#d","quotes_primary_statement":true,"note":"seen in a copy"},
            {"id":"rumour","publisher":"Somebody","nature":"word of mouth","quotes_primary_statement":false}],
            "address":"/incidents/2024-01-02-shelling","summary":"","evidence":{"basis":[]},"local_offset_minutes":180,"uncertainty_seconds":5400,"time_note":"at night",
            "places":[{"id":"town","name":"As-Suwayda","nature":"town","country":"SY","province":"Suwayda","point":{"latitude":32.7,"longitude":36.56},"precision":1500,
            "aliases":[{"text":"السويداء","note":"Arabic"}],"evidence":{"basis":["report","derived"],"confidence":"high"},"geo_names_id":"172408","note":"a note"},
            {"id":"somewhere","name":"Somewhere","nature":"area","aliases":[],"evidence":{"basis":[]}}],
            "locations":[{"precision_m":1500,"place":"town"},{"precision_m":200000}],"geometry_note":"roughly",
            "weapons":[{"name":"mortar","role":"used","basis":["general-knowledge"]}],"targets":"two houses","caveats":["the day is not sure"],"tags":["context"]}}
            """.Replace("\n", "", StringComparison.Ordinal),
            Text(file["features"]![0]!));
    }

    [Fact]
    public void No_coordinate_has_more_digits_than_are_true()
    {
        using var store = _directory.Open();
        store.Add(StarterDataset.Load());
        var features = JsonNode.Parse(ExportedFile.GeoJson(store))!["features"]!.AsArray();
        var points = features.Where(feature => (string?)feature!["geometry"]?["type"] == "Point").ToList();
        Assert.NotEmpty(points);
        Assert.All(points, feature =>
        {
            var allowed = CoordinateWords.Digits(new GeoPrecision((double)feature!["properties"]!["geo_precision_m"]!));
            Assert.All(feature["geometry"]!["coordinates"]!.AsArray(), degrees => Assert.InRange(Digits(degrees!), 0, allowed));
        });
        var asad = points.Single(feature => (string?)feature!["id"] == "inc-20240120-alasad")!;
        Assert.Equal("[42.44,33.79] [[42.44117,33.78556]]", $"{Text(asad["geometry"]!["coordinates"]!)} {Text(asad["properties"]!["recorded_coordinates"]!)}");

        static int Digits(JsonNode degrees) => degrees.ToJsonString() is var text && text.IndexOf('.', StringComparison.Ordinal) is >= 0 and var point ? text.Length - point - 1 : 0;
    }

    [Fact]
    public void A_shape_keeps_as_many_digits_as_tell_its_points_apart()
    {
        using var store = _directory.Open();
        GeoPoint[] path = [new(33.12, 44.12), new(33.13, 44.14), new(34.2, 45.2)];
        store.Add(Dataset("small", [(SmallDataset.Incident("a", "a") with { Geometry = new LineGeometry([.. path], 500), Precision = new GeoPrecision(40_000) }, [])]));
        var feature = JsonNode.Parse(ExportedFile.GeoJson(store))!["features"]![0]!;
        Assert.Equal("[[44.12,33.12],[44.14,33.13],[45.2,34.2]]", Text(feature["geometry"]!["coordinates"]!));
        Assert.Null(feature["properties"]!["recorded_coordinates"]);
    }

    [Fact]
    public void A_point_that_was_moved_in_the_file_stays_where_it_was_moved_to()
    {
        using var store = _directory.Open();
        var at = new LocatedPoint(new GeoPoint(33.7856, 42.4412), new GeoPrecision(3000), null);
        store.Add(Dataset("small", [(SmallDataset.Incident("a", "a") with { Geometry = new PointGeometry(at), Precision = at.Precision }, [])]));
        var text = ExportedFile.GeoJson(store);
        Assert.Equal(at.Point, PointIn(text));
        Assert.Equal(new GeoPoint(33.5, 42.44), PointIn(text.Replace("[42.44,33.79]", "[42.44,33.5]", StringComparison.Ordinal)));

        static GeoPoint PointIn(string text) => Assert.IsType<FileContent.Row>(ExportedFile.Contents(text)[^1]).Incident.Incident.Geometry!.Points.Single();
    }

    [Fact]
    public void A_view_carries_only_what_its_incidents_refer_to()
    {
        using var store = _directory.Open();
        store.Add(SmallDataset.Create());
        var said = JsonNode.Parse(ExportedFile.GeoJson(store, Numbers(store, "journey", "road")))!["dashboard"]!["datasets"]!.AsArray().Single()!;
        Assert.Equal(
            ["actors: 0", "places: 0", "sources: 0", "relations: 0", "conflicts: 0", "notes: 1"],
            said.AsObject().Where(part => part.Value is JsonArray).Select(part => $"{part.Key}: {part.Value!.AsArray().Count}"));

        var back = Assert.Single(ExportedFile.Datasets(ExportedFile.GeoJson(store, Numbers(store, "shelling"))));
        Assert.Equal(["brigade", "front"], back.Actors.Select(actor => actor.Id));
        Assert.Equal(["number"], back.Conflicts.Select(conflict => conflict.Id));
        Assert.Empty(back.Relations);

        // It refuses what refers to something that is not there.
        using var directory = new TemporaryDirectory();
        using var other = directory.Open();
        other.Add(back);
    }

    [Fact]
    public void The_order_is_the_one_that_was_asked_for_and_each_feature_has_a_line()
    {
        using var store = _directory.Open();
        store.Add(SmallDataset.Create());
        var text = ExportedFile.GeoJson(store, [.. ExportedFile.All(store).Reverse()]);
        var rows = ExportedFile.Contents(text).OfType<FileContent.Row>().Select(row => (row.Incident.Line, row.Incident.Incident.Id));
        Assert.Equal([(2, "area"), (3, "road"), (4, "journey"), (5, "shelling")], rows);
        Assert.EndsWith("]}\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_to_export_is_a_collection_without_features()
    {
        using var store = _directory.Open();
        store.Add(SmallDataset.Create());
        Assert.Equal(
            $$"""{"type":"FeatureCollection","dashboard":{"format":1,"exported":"2024-03-01T12:00:00Z","view":"q=x","revision":"{{store.RevisionName}}","datasets":[]},"features":[]}""" + "\n",
            ExportedFile.GeoJson(store, [], "q=x"));
    }

    [Fact]
    public void What_another_program_added_becomes_attributes()
    {
        using var store = _directory.Open();
        store.Add(Dataset("small", [(SmallDataset.Incident("a", "a") with { Attributes = [new("relid", "7")] }, [])]));
        var text = ExportedFile.GeoJson(store).Replace("\"slug\":\"small-0\"", "\"fid\":12,\"slug\":\"small-0\"", StringComparison.Ordinal);
        var incident = Assert.IsType<FileContent.Row>(ExportedFile.Contents(text)[^1]).Incident.Incident;
        Assert.Equal([new UpstreamAttribute("relid", "7"), new UpstreamAttribute("fid", "12")], incident.Attributes);
    }

    [Theory]
    [InlineData("\"kind\":\"attack\"", "\"kind\":\"An Attack\"", "", "'An Attack' is not a kind: write lower-case words joined by hyphens")]
    [InlineData("\"start\":\"2024-01-02T00:00:00Z\"", "\"start\":\"2024-01-05\"", "start", "an instant in UTC is written 2024-01-28T02:30:00Z")]
    [InlineData("\"start\":\"2024-01-02T00:00:00Z\"", "\"start\":\"2024-02-02T00:00:00Z\"", "", "the end 2024-01-03T00:00:00.0000000+00:00 is before the start 2024-02-02T00:00:00.0000000+00:00")]
    [InlineData("\"time_precision\":\"part-of-day\"", "\"time_precision\":\"decade\"", "time_precision", "it is none of minute, hour, part-of-day, day, week, month, year")]
    [InlineData("\"low\":0,\"best\":2", "\"low\":3,\"best\":2", "", "a toll must rise from low to high: 3 – 2 – 5")]
    [InlineData("\"low\":0,\"best\":2", "\"low\":0.5,\"best\":2", "toll.killed.low", "a whole number is expected here")]
    [InlineData("\"role\":\"claimant\"", "\"title\":\"claimant\"", "actors[1].role", "it is missing")]
    [InlineData("\"id\":\"front\",\"name\"", "\"id\":\"back\",\"name\"", "actors", "the head of the file names no such actor")]
    [InlineData("\"dataset\":\"small\"", "\"dataset\":\"large\"", "dataset", "the head of the file names no such dataset")]
    [InlineData("\"source\":\"report\"", "\"sauce\":\"report\"", "claims[0].source", "it is missing")]
    [InlineData("\"source\":\"report\"", "\"source\":\"nobody\"", "claims", "claim claim names a source that is not among the feature's sources")]
    [InlineData("\"status\":\"disputed\"", "\"status\":\"proven\"", "claims[0].status", "it is none of asserted, supported, disputed, contradicted, retracted, superseded, incomplete, unsupported, unverified")]
    [InlineData("\"claims\":[{", "\"claims\":[7,{", "claims[0]", "an object is expected here")]
    [InlineData("\"locations\":[", "\"locations\":[{\"precision_m\":1},", "locations", "there are 2 points and 3 locations; each point needs one")]
    [InlineData("[36.56,32.7]", "[36.56,\"32.7\"]", "geometry", "coordinates must be numbers, not texts")]
    public void What_was_changed_into_nonsense_refuses_its_feature_only(string was, string now, string column, string reason)
    {
        using var store = _directory.Open();
        store.Add(SmallDataset.Create());
        var lines = ExportedFile.GeoJson(store).Split('\n');
        Assert.Contains(was, lines[1], StringComparison.Ordinal);
        lines[1] = lines[1].Replace(was, now, StringComparison.Ordinal);
        var contents = ExportedFile.Contents(string.Join('\n', lines));
        var refusal = Assert.Single(contents.OfType<FileContent.Refused>()).Refusal;
        Assert.Equal((2, column, reason), (refusal.Line, refusal.Column, refusal.Reason));
        Assert.Equal(3, contents.OfType<FileContent.Row>().Count());
    }

    [Theory]
    [InlineData("\"format\":1", "\"format\":2", "line 1: the export has format 2, this program reads 1; use the newer program, or export with this one")]
    [InlineData("\"notes\":", "\"remarks\":", "line 1: the part 'dashboard' is not as it was exported: ")]
    public void A_head_that_cannot_be_read_refuses_the_file(string was, string now, string message)
    {
        using var store = _directory.Open();
        store.Add(SmallDataset.Create());
        var refused = Assert.Throws<UnreadableFileException>(() => ExportedFile.Contents(ExportedFile.GeoJson(store).Replace(was, now, StringComparison.Ordinal)));
        Assert.Equal(FileFault.Unreadable, refused.Fault);
        Assert.StartsWith(message, refused.Message, StringComparison.Ordinal);
    }

    private static IReadOnlyList<long> Numbers(DashboardStore store, params string[] ids) =>
        store.Read(reader => reader.Incidents(null).Where(stored => ids.Contains(stored.Incident.Id)).Select(stored => stored.Number).ToList());

    /// <summary>The small dataset with other incidents in it, under ids and slugs of their own.</summary>
    private static Dataset Dataset(string slug, IReadOnlyList<(Incident Incident, ValueList<Domain.Sources.Claim> Claims)> incidents)
    {
        var named = incidents.Select((one, index) => (one.Claims, Incident: one.Incident with { Id = $"{slug}-{index}", Slug = $"{slug}-{index}" })).ToList();
        return SmallDataset.Create(slug) with
        {
            Incidents = named.Select(one => one.Incident).ToValueList(),
            Claims = named.SelectMany(one => one.Claims.Select((claim, index) => claim with { Id = $"{one.Incident.Id}-{index}", IncidentId = one.Incident.Id })).ToValueList(),
            Relations = [],
            Conflicts = [],
        };
    }

    private static string Text(JsonNode node) => node.ToJsonString(new JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    private static string Without(JsonNode node, string member)
    {
        var rest = node.DeepClone().AsObject();
        rest.Remove(member);
        return Text(rest);
    }
}
