using System.Text;
using System.Text.RegularExpressions;
using Dashboard.Data.Import;

namespace Dashboard.Data.Tests.Import.Corpora;

/// <summary>Every file of geojson-fixtures as it is, and with its parts taken away.</summary>
public sealed partial class GeoJsonFixturesTests
{
    private static readonly Dictionary<string, string[]> _shapes = new()
    {
        ["feature/one"] = ["PolygonGeometry of 5"],
        ["featurecollection/one"] = ["PointGeometry of 1", "LineGeometry of 4", "PolygonGeometry of 5"],
        ["geometry/geometrycollection"] = ["LineGeometry of 2, original kept"],
        ["geometry/geometrycollection-xyz"] = ["LineGeometry of 2, original kept"],
        ["geometry/linestring"] = ["LineGeometry of 2"],
        ["geometry/linestring-xyz"] = ["LineGeometry of 2, original kept"],
        ["geometry/multilinestring"] = ["LineGeometry of 2, original kept"],
        ["geometry/multilinestring-xyz"] = ["LineGeometry of 2, original kept"],
        ["geometry/multipoint"] = ["MultiPointGeometry of 2"],
        ["geometry/multipoint-xyz"] = ["MultiPointGeometry of 2, original kept"],
        ["geometry/multipolygon"] = ["PolygonGeometry of 5, original kept"],
        ["geometry/multipolygon-xyz"] = ["PolygonGeometry of 5, original kept"],
        ["geometry/point"] = ["PointGeometry of 1"],
        ["geometry/point-xyz"] = ["PointGeometry of 1, original kept"],
        ["geometry/polygon"] = ["PolygonGeometry of 5"],
        ["geometry/polygon-xyz"] = ["PolygonGeometry of 5, original kept"],
    };

    private static string Folder => Corpus.Folder("geojson-fixtures", "data");

    private static string[] Files => Directory.GetFiles(Folder, "*.geojson", SearchOption.AllDirectories);

    [Fact]
    public void Every_file_gives_its_features_and_what_a_shape_cannot_hold_is_kept_beside_it()
    {
        var read = Files.ToDictionary(
            file => Path.ChangeExtension(Path.GetRelativePath(Folder, file), null).Replace('\\', '/'),
            file => Shapes(Imported.File(File.ReadAllBytes(file), Path.GetFileName(file))));
        Assert.Equal(_shapes.OrderBy(file => file.Key, StringComparer.Ordinal), read.OrderBy(file => file.Key, StringComparer.Ordinal));
    }

    [Fact]
    public void Every_file_that_breaks_off_anywhere_is_said_to_break_off()
    {
        foreach (var file in Files)
        {
            var whole = File.ReadAllText(file).Trim();
            for (var length = 2; length < whole.Length; length++)
            {
                var (fault, message) = Imported.Fault(whole[..length], "broken.geojson");
                Assert.True(fault is FileFault.Unreadable or FileFault.WrongType, $"{file} at {length}: {fault}");
                Assert.StartsWith("line ", message);
            }
        }
    }

    [Fact]
    public void A_file_in_which_any_one_value_is_something_else_is_read_or_refused_in_words()
    {
        foreach (var file in Files)
        {
            var whole = File.ReadAllText(file);
            foreach (Match value in Values().Matches(whole))
            {
                foreach (var other in (ReadOnlySpan<string>)["null", "true", "\"x\"", "1e400", "91", "-200", "{}", "[]", "[[]]", "[1]"])
                {
                    Try(Encoding.UTF8.GetBytes($"{whole[..value.Index]}{other}{whole[(value.Index + value.Length)..]}"));
                }
            }
        }
    }

    private static string[] Shapes(Imported file)
    {
        Assert.Equal((Codebook.GeoJson, "GeoJSON"), (file.Recognition.Codebook, file.Recognition.Layout));
        Assert.Empty(file.Refusals);
        return [.. file.Rows.Select(row => row.Incident).Select(incident =>
            $"{incident.Geometry!.GetType().Name} of {incident.Geometry.Points.Count()}{(incident.Attributes.Any(attribute => attribute.Name == "geometry") ? ", original kept" : "")}")];
    }

    /// <summary>Any other exception than that of a file that cannot be read fails the test.</summary>
    private static void Try(byte[] file)
    {
        try
        {
            Assert.All(Imported.File(file, "changed.geojson").Refusals, refusal => Assert.NotEmpty(refusal.Reason));
        }
        catch (UnreadableFileException fault)
        {
            Assert.NotEmpty(fault.Message);
        }
    }

    /// <summary>Texts that are no names, numbers, and lists of numbers.</summary>
    [GeneratedRegex("""(?<=:\s*)"[^"]*"|-?[0-9]+(\.[0-9]+)?|\[[^\[\]]*\]""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Values();
}
