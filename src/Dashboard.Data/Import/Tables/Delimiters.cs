using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace Dashboard.Data.Import.Tables;

/// <summary>Finds the delimiter by trying each: the right one cuts most rows into the same number of cells.</summary>
internal static class Delimiters
{
    private const int TriedRows = 100;
    private const int TriedCharacters = 1 << 18;

    public static IReadOnlyList<char> All { get; } = [',', ';', '\t', '|'];

    /// <param name="head">The beginning of the text.</param>
    /// <param name="isWhole">True when that is all of it; otherwise its last row may be cut.</param>
    public static char Find(string head, bool isWhole)
    {
        var isCut = !isWhole || head.Length > TriedCharacters;
        var tried = head.Length > TriedCharacters ? head[..TriedCharacters] : head;
        return All.MaxBy(delimiter => Fit(tried, isCut, delimiter));
    }

    /// <summary>The part of the rows that have the commonest number of cells; among equals, the more cells.</summary>
    private static (double Share, int Cells) Fit(string head, bool isCut, char delimiter)
    {
        var counts = Counts(head, delimiter);
        if (isCut && counts.Count > 1)
        {
            counts.RemoveAt(counts.Count - 1);
        }

        if (counts.Count == 0)
        {
            return default;
        }

        var commonest = counts.CountBy(count => count).MaxBy(pair => (pair.Value, pair.Key));
        return commonest.Key < 2 ? default : (Math.Round((double)commonest.Value / counts.Count, 1), commonest.Key);
    }

    private static List<int> Counts(string head, char delimiter)
    {
        var configuration = new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = delimiter.ToString(),
            IgnoreBlankLines = true,
            BadDataFound = null,
        };
        using var parser = new CsvParser(new StringReader(head), configuration);
        var counts = new List<int>();
        while (counts.Count < TriedRows && parser.Read())
        {
            counts.Add(parser.Count);
        }

        return counts;
    }
}
