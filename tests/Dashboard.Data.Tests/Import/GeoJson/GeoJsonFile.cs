using System.Text;
using Dashboard.Data.Import;
using Dashboard.Data.Import.GeoJson;
using Dashboard.Domain;
using Dashboard.Domain.Incidents;
using Dashboard.Domain.Places;
using Dashboard.Domain.Time;

namespace Dashboard.Data.Tests.Import.GeoJson;

/// <summary>A file of GeoJSON in memory, and what reading it gives.</summary>
internal static class GeoJsonFile
{
    public static Recognition Recognition { get; } = new()
    {
        Codebook = Codebook.GeoJson,
        Layout = "GeoJSON",
        Table = null,
        Dataset = new DatasetDescription("file", "file", "", "", "", TimeWindow.All) { Codebook = "GeoJSON" },
        Mapping = null,
    };

    public static List<FileContent> Read(string text) => Read(Encoding.UTF8.GetBytes(text));

    public static List<FileContent> Read(byte[] bytes) =>
        [.. GeoJsonReader.Read(GeoJsonReader.Utf8(new MemoryStream(bytes), bytes), Recognition, TestContext.Current.CancellationToken)];

    public static IReadOnlyList<Incident> Incidents(string text) => [.. Read(text).Cast<FileContent.Row>().Select(row => row.Incident.Incident)];

    /// <summary>The shape of the one feature that has this geometry, and what is kept of the original.</summary>
    public static (Geometry? Shape, string? Original) Shape(string geometry)
    {
        var incident = Incidents(Feature(geometry)).Single();
        return (incident.Geometry, incident.Attributes.FirstOrDefault(attribute => attribute.Name == "geometry")?.Value);
    }

    public static Refusal Refusal(string text) => Assert.IsType<FileContent.Refused>(Assert.Single(Read(text))).Refusal;

    public static UnreadableFileException Fault(string text) => Assert.Throws<UnreadableFileException>(() => Read(text));

    public static string Feature(string geometry, string properties = "{\"title\":\"x\"}") =>
        $$"""{"type":"Feature","geometry":{{geometry}},"properties":{{properties}}}""";

    public static string Collection(params IEnumerable<string> features) => $$"""{"type":"FeatureCollection","features":[{{string.Join(",\n", features)}}]}""";
}
