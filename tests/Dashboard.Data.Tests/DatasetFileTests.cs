using System.Text;
using Dashboard.Data.Json;
using Dashboard.Domain;
using Dashboard.Domain.Incidents;
using Dashboard.Domain.Sources;

namespace Dashboard.Data.Tests;

public sealed class DatasetFileTests
{
    [Fact]
    public void What_is_written_reads_back_as_it_was() =>
        SameDataset.Assert(SmallDataset.Create(), Read(Written(SmallDataset.Create())));

    [Fact]
    public void The_starter_file_is_what_would_be_written_for_it()
    {
        var file = Path.Combine(Repository.Root, "src", "Dashboard.Data", "Starter", "us-forces-2023-24.json");
        Assert.Equal(File.ReadAllText(file), Written(StarterDataset.Load()));
    }

    [Theory]
    [InlineData("", "", "small.json: The input does not contain any JSON tokens.*")]
    [InlineData("\"attack\"", "\"Attack\"", "small.json: $.incidents[0].kind: 'Attack' is not a kind*")]
    [InlineData("\"2024-01-02T00:00:00Z\"", "\"2024-01-02\"", "small.json: $.incidents[0].occurrence.start: *")]
    [InlineData("\"2024-01-03T00:00:00Z\"", "\"2024-01-01T00:00:00Z\"", "small.json: $.incidents[0]: the end * is before the start *")]
    [InlineData("\"part-of-day\"", "\"teatime\"", "small.json: $.incidents[0].occurrence.precision: *")]
    [InlineData("\"low\":0,\"best\":2", "\"low\":9,\"best\":2", "small.json: $.incidents[0]: a toll must rise from low to high*")]
    [InlineData("\"low\":0,\"best\":2", "\"low\":\"0\",\"best\":2", "small.json: $.incidents[0].killed.toll: .low: *")]
    [InlineData("\"latitude\":32.7", "\"latitude\":91", "small.json: $.places[0]: latitude 91 is not between -90 and 90*")]
    [InlineData("\"slug\": \"road\",", "", "small.json: $.incidents[2]: *slug*")]
    [InlineData("\"title\": \"road\",", "\"title\": null,", "small.json: $.incidents[2].title: *")]
    [InlineData("\"title\": \"road\",", "\"title\": \"road\", \"colour\": \"red\",", "small.json: $.incidents[2].colour: *")]
    [InlineData("\"title\": \"road\",", "\"title\": \"road\", \"title\": \"street\",", "small.json: *Duplicate*")]
    [InlineData("\"shape\": \"line\"", "\"shape\": \"squiggle\"", "small.json: $.incidents[2].geometry: *")]
    [InlineData("\"https://example.org", "\"ftp://example.org", "small.json: $.sources[0]: 'ftp://example.org/*' is not an http address")]
    [InlineData("\"actorId\": \"brigade\"", "\"actorId\": \"nobody\"", "small.json: $.incidents[0].involvements[0].actorId: there is no actor 'nobody'")]
    [InlineData("\"toId\": \"shelling\"", "\"toId\": \"nothing\"", "small.json: $.relations[0].toId: there is no incident 'nothing'")]
    [InlineData("\"toId\": \"shelling\"", "\"toId\": \"journey\"", "small.json: $.relations[0]: relation answer: incident journey cannot be related to itself")]
    [InlineData("\"id\": \"front\"", "\"id\": \"brigade\"", "small.json: $.actors[1].id: 'brigade' is there twice")]
    [InlineData("\"id\": \"rumour\"", "\"id\": \"derived\"", "small.json: $.sources[1].id: 'derived' is a word with a meaning of its own")]
    [InlineData("\"sourceId\": \"report\",", "", "small.json: $.claims[0]: *sourceId*")]
    [InlineData("\"sourceId\": \"report\",", "\"sourceId\": \" \",", "small.json: $.claims[0]: *SourceId*")]
    [InlineData("\"sourceId\": \"report\",", "\"sourceId\": \"nobody\",", "small.json: $.claims[0].sourceId: there is no source 'nobody'")]
    [InlineData("\"status\": \"disputed\"", "\"status\": \"true\"", "small.json: $.claims[0].status: *")]
    [InlineData("\"claims\": [", "\"klaims\": [", "small.json: $.claims: a list is missing")]
    [InlineData("\"description\": {", "\"version\": 2, \"description\": {", "small.json: $.version: a dataset has no such part")]
    public void A_fault_is_refused_with_its_path(string good, string bad, string message)
    {
        var file = Written(SmallDataset.Create());
        var faulty = good.Length == 0 ? "" : ReplaceFirst(file, good, bad);
        var refused = Assert.Throws<RefusedException>(() => Read(faulty));
        Assert.Matches(Pattern(message), refused.Message);
    }

    [Fact]
    public void Parents_that_go_round_in_a_circle_are_refused()
    {
        var small = SmallDataset.Create();
        var circle = small with { Actors = [small.Actors[0], small.Actors[1] with { ParentId = "brigade" }] };
        Assert.Equal("small.json: $.actors[0].parentId: the parents of 'brigade' go round in a circle", Assert.Throws<RefusedException>(() => Read(Written(circle))).Message);
    }

    [Fact]
    public void Incidents_that_are_part_of_each_other_are_refused()
    {
        var small = SmallDataset.Create();
        var back = new Relation("back", "road", "part_of", "shelling", null, new Evidence([], null), null);
        var circle = small with { Relations = [.. small.Relations, back] };
        Assert.Equal("small.json: $.relations[2]: 'road' would be part of itself: road, part of shelling, part of road",
            Assert.Throws<RefusedException>(() => Read(Written(circle))).Message);
    }

    private static string Pattern(string message) => $"^{System.Text.RegularExpressions.Regex.Escape(message).Replace("\\*", ".*")}$";

    private static string ReplaceFirst(string text, string good, string bad)
    {
        var at = text.IndexOf(good, StringComparison.Ordinal);
        Assert.True(at >= 0, $"the file does not hold {good}");
        return text[..at] + bad + text[(at + good.Length)..];
    }

    private static string Written(Dataset dataset)
    {
        using var stream = new MemoryStream();
        DatasetFile.Write(stream, dataset);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static Dataset Read(string text)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(text));
        return DatasetFile.Read(stream, "small.json");
    }
}
