using System.Text;
using System.Text.Json;

namespace Dashboard.Data.Tests.Import.Corpora;

/// <summary>Every table of csv-spectrum, cell by cell as its authors say that it must be read.</summary>
public sealed class CsvSpectrumTests
{
    /// <summary>
    /// Of one table the expectation has another telephone number than the table, and is one row instead of a list: all else of it holds.
    /// </summary>
    private const string Misprinted = "location_coordinates";

    [Fact]
    public void Every_table_is_read_as_its_authors_say()
    {
        var tables = Directory.GetFiles(Corpus.Folder("csv-spectrum", "csvs"), "*.csv");
        Assert.True(tables.Length >= 12, $"there are {tables.Length} tables");
        Assert.All(tables, table => Assert.Equal(Expected(Path.GetFileNameWithoutExtension(table)), Read(table)));
    }

    private static string[] Read(string table)
    {
        var shape = Imported.Recognise(File.ReadAllBytes(table), Path.GetFileName(table)).Table!;
        return [.. shape.FirstRows.Select(row => Words(shape.Columns.Zip(row)))];
    }

    private static string[] Expected(string name)
    {
        var text = File.ReadAllText(Corpus.Folder("csv-spectrum", "json", $"{name}.json"), Encoding.UTF8);
        using var json = JsonDocument.Parse(name == Misprinted ? $"[{text.Replace("1234567890", "2095257564", StringComparison.Ordinal)}]" : text);
        return [.. json.RootElement.EnumerateArray().Select(row => Words(row.EnumerateObject().Select(cell => (cell.Name, cell.Value.GetString()!))))];
    }

    private static string Words(IEnumerable<(string Column, string Cell)> row) => string.Join('|', row.Select(cell => $"{cell.Column}={cell.Cell}"));
}
