using Dashboard.Data.Import.Codebooks;
using Dashboard.Data.Import.Opening;
using Dashboard.Domain;

namespace Dashboard.Data.Import.Tables;

/// <summary>What the beginning of a table tells about all of it.</summary>
internal sealed record TableLayout(Codebook Codebook, TableStyle Style, bool HasHeader, IReadOnlyList<string> Columns, ValueList<ValueList<string>> FirstRows)
{
    private const int ShownRows = 20;
    private const int ShownCharacters = 500;

    /// <exception cref="UnreadableFileException">It has no rows, or is beyond a bound.</exception>
    public static TableLayout Of(TextFile file)
    {
        var delimiter = file.StatedDelimiter is { } stated && Delimiters.All.Contains(stated) ? stated : Delimiters.Find(file.Head, file.IsWhole);
        var style = new TableStyle(delimiter, HasQuotes: delimiter != '\t' || !CodebookRecognition.IsGdelt(FirstLine(file.Head).Split('\t')));
        var rows = FirstRowsOf(file, style);
        if (rows.Count == 0)
        {
            throw new UnreadableFileException(FileFault.Empty, "there is nothing in the file");
        }

        var (codebook, hasHeader) = CodebookRecognition.Of(rows[0]);
        if (hasHeader && rows.Count == 1)
        {
            throw new UnreadableFileException(FileFault.Empty, "there is nothing in the file but a header");
        }

        var columns = hasHeader ? Header.Names(rows[0]) : CodebookRecognition.ColumnsWithoutHeader(codebook, rows[0]);
        return new TableLayout(codebook, style, hasHeader, columns, Shown(rows.Skip(hasHeader ? 1 : 0)));
    }

    private static string FirstLine(string head) => head.IndexOfAny(['\r', '\n']) is var end and >= 0 ? head[..end] : head;

    private static List<string[]> FirstRowsOf(TextFile file, TableStyle style)
    {
        using var table = new TableReader(file, style);
        var rows = new List<string[]>();
        while (rows.Count <= ShownRows && table.Read())
        {
            if (rows.Count == 0 && table.Count > ImportLimits.Columns)
            {
                throw new UnreadableFileException(FileFault.TooLarge,
                    $"line {table.Line}: the table has {table.Count:#,0} columns; at most {ImportLimits.Columns:#,0} can be imported");
            }

            rows.Add(table.Cells);
        }

        return rows;
    }

    private static ValueList<ValueList<string>> Shown(IEnumerable<string[]> rows) =>
        rows.Take(ShownRows).Select(row => row.Take(ImportLimits.Columns).Select(Shorten).ToValueList()).ToValueList();

    private static string Shorten(string cell) => cell.Length > ShownCharacters ? $"{cell[..ShownCharacters]}…" : cell;
}
