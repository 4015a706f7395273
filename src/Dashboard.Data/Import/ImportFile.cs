using Dashboard.Data.Import.Codebooks;
using Dashboard.Data.Import.Opening;
using Dashboard.Data.Import.Tables;
using Dashboard.Domain;

namespace Dashboard.Data.Import;

/// <summary>
/// A file that somebody has: recognised by what it holds, never by what it is called, and read from its beginning to its
/// end in flat memory. Tables and GeoJSON, in any encoding, plain or alone in a .gz or .zip archive.
/// </summary>
public static class ImportFile
{
    /// <param name="file">One that can seek; it stays open.</param>
    /// <param name="fileName">For the names that are proposed, and the version of the dataset where it is in there.</param>
    /// <exception cref="UnreadableFileException">It holds nothing that can be imported.</exception>
    public static Recognition Recognise(Stream file, string fileName)
    {
        var opened = OpenedFile.Open(file, fileName);
        var text = new TextFile(opened);
        var layout = TableLayout.Of(text);
        var shape = new TableShape(layout.Style.Delimiter, text.EncodingName, layout.HasHeader, layout.Columns.ToValueList(), layout.FirstRows);
        return new Recognition
        {
            Codebook = layout.Codebook,
            Layout = CodebookDatasets.Layout(layout),
            Table = shape,
            Dataset = CodebookDatasets.Describe(layout.Codebook, opened.Name),
            Mapping = null,
        };
    }

    /// <param name="recognition">As <see cref="Recognise"/> gave it, with what the person corrected.</param>
    /// <returns>What the file holds, read while it is enumerated.</returns>
    /// <exception cref="UnreadableFileException">It breaks off, or breaks a rule or a bound; also while it is enumerated.</exception>
    public static IEnumerable<FileContent> Read(Stream file, string fileName, Recognition recognition, CancellationToken stop)
    {
        var text = new TextFile(OpenedFile.Open(file, fileName));
        var shape = recognition.Table ?? throw new ArgumentException("a table is read by its shape", nameof(recognition));
        return Rows(text, recognition, shape, stop);
    }

    private static IEnumerable<FileContent> Rows(TextFile text, Recognition recognition, TableShape shape, CancellationToken stop)
    {
        using var table = new TableReader(text, new TableStyle(shape.Delimiter, HasQuotes: recognition.Codebook is not (Codebook.Gdelt1 or Codebook.Gdelt2)));
        var row = new RowCells(table, shape.Columns);
        var read = CodebookReader.Of(recognition.Codebook, row, shape.Columns.Count, recognition.Dataset);
        for (var isHeader = shape.HasHeader; table.Read(); isHeader = false)
        {
            stop.ThrowIfCancellationRequested();
            if (!isHeader)
            {
                yield return row.Begin() ? read() : new FileContent.Refused(row.Refused!);
            }
        }
    }
}
