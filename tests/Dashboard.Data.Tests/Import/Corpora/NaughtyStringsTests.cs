using System.Text;
using System.Text.Json;
using Dashboard.Data.Import;
using Dashboard.Data.Tests.Export;
using Dashboard.Data.Tests.Staging;

namespace Dashboard.Data.Tests.Import.Corpora;

/// <summary>
/// The big list of naughty strings as titles, places, other cells and file names. All that is done to a text is that the space
/// around it goes, that a list of places is split at its semicolons (names that differ in signs alone are one place), and that
/// words for nothing ("null", "N/A") are unknown.
/// </summary>
public sealed class NaughtyStringsTests : IDisposable
{
    private static readonly string[] _columns = ["id", "title", "date", "place", "summary", "remark"];
    private static readonly string[] _nothing = ["", "null", "NULL", "None", "-", "--", "N/A", "?"];

    private readonly TemporaryDirectory _directory = new();
    private readonly TemporaryDirectory _other = new();

    private static IReadOnlyList<string> Strings => Corpus.NaughtyStrings;

    public void Dispose()
    {
        _directory.Dispose();
        _other.Dispose();
    }

    [Fact]
    public void Cells_of_a_table_are_the_text_that_was_written() => AssertAsWritten(Imported.File(Table(Strings)));

    [Fact]
    public void Properties_of_GeoJSON_are_the_text_that_was_written() => AssertAsWritten(Imported.File(GeoJson(Strings), "naughty.geojson"));

    [Fact]
    public void What_was_imported_is_exported_and_imported_again_the_same()
    {
        using var store = _directory.Open();
        using var empty = _other.Open();
        Import(store, Table(Strings), "table.csv", Strings.Count);
        Import(store, GeoJson(Strings), "features.geojson", Strings.Count);

        var exported = Encoding.UTF8.GetBytes(ExportedFile.GeoJson(store));
        Import(empty, exported, "export.geojson", 2 * Strings.Count);
        Assert.Equal(Contents.Of(store), Contents.Of(empty));

        using var again = Stage(empty, exported, "export.geojson");
        Assert.Equal((0, 0, 2 * Strings.Count, 0), Counts(again.Difference));
    }

    [Fact]
    public void Titles_come_back_from_an_exported_table()
    {
        using var store = _directory.Open();
        using var empty = _other.Open();
        Import(store, Table(Strings), "table.csv", Strings.Count);
        Import(empty, Encoding.UTF8.GetBytes(ExportedFile.Csv(store)), "export.csv", Strings.Count);
        Assert.Equal(Titles(store), Titles(empty));
    }

    [Fact]
    public void A_file_may_be_called_anything()
    {
        using var store = _directory.Open();
        foreach (var name in Strings)
        {
            Import(store, Table(["x"]), name, rows: null);
        }

        Assert.All(store.ReadDatasets(), dataset => Assert.False(string.IsNullOrWhiteSpace(dataset.Description.Title)));
    }

    private static void AssertAsWritten(Imported file)
    {
        Assert.Empty(file.Refusals);
        Assert.Equal(
            Strings.Select(text => (Known(text) ?? "Incident", Known(text) ?? "", Places(text), text.Trim())),
            file.Rows.Select(row => row.Incident).Zip(file.Rows, (incident, row) => (
                incident.Title,
                incident.Summary,
                string.Join("; ", row.Places.Select(place => place.Name)),
                incident.Attributes.SingleOrDefault(attribute => attribute.Name == "remark")?.Value ?? "")));
    }

    /// <summary>Null where it is a word for nothing.</summary>
    private static string? Known(string text) => _nothing.Contains(text.Trim(), StringComparer.OrdinalIgnoreCase) ? null : text.Trim();

    private static string Places(string text) => string.Join("; ", text.Split(';').Select(Known).OfType<string>().DistinctBy(Slug.Of));

    private static IEnumerable<string[]> Rows(IReadOnlyList<string> strings) => strings.Select((text, number) => new[] { $"{number + 1}", text, "2024-01-28", text, text, text });

    private static byte[] Table(IReadOnlyList<string> strings) => Encoding.UTF8.GetBytes(string.Concat(
        Rows(strings).Prepend(_columns).Select(row => $"{string.Join(',', row.Select(cell => $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\""))}\r\n")));

    private static byte[] GeoJson(IReadOnlyList<string> strings) => JsonSerializer.SerializeToUtf8Bytes(new
    {
        type = "FeatureCollection",
        features = Rows(strings).Select(row => new { type = "Feature", geometry = (object?)null, properties = _columns.Zip(row).ToDictionary(pair => pair.First, pair => pair.Second) }),
    });

    private static IReadOnlyList<(string Slug, string Title)> Titles(DashboardStore store) =>
        [.. Assert.Single(store.ReadDatasets()).Incidents.Select(incident => (incident.Slug, incident.Title)).OrderBy(incident => incident.Slug, StringComparer.Ordinal)];

    private void Import(DashboardStore store, byte[] content, string name, int? rows)
    {
        using var staged = Stage(store, content, name);
        Assert.Empty(staged.Refusals());
        if (rows is { } expected)
        {
            Assert.Equal((expected, 0, 0, 0), Counts(staged.Difference));
        }

        staged.Commit("test", skipRefused: false, TestContext.Current.CancellationToken);
    }

    private Dashboard.Data.Staging.StagedImport Stage(DashboardStore store, byte[] content, string name)
    {
        var path = Path.Combine(_directory.Path, "uploaded");
        File.WriteAllBytes(path, content);
        using var stream = new MemoryStream(content);
        return FileImport.Stage(store, new ImportRequest(path, name, ImportFile.Recognise(stream, name)), null, TestContext.Current.CancellationToken);
    }

    private static (long, long, long, long) Counts(Dashboard.Data.Staging.Difference difference) => (difference.Added, difference.Changed, difference.Unchanged, difference.Refused);
}
