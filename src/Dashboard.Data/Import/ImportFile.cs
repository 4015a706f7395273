using Dashboard.Data.Import.Codebooks;
using Dashboard.Data.Import.GeoJson;
using Dashboard.Data.Import.Mapped;
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
        if (GeoJsonReader.Recognises(opened.Head))
        {
            using var content = GeoJsonReader.Utf8(opened.Unpack(), opened.Head);
            return GeoJsonReader.Recognise(content, opened.Name);
        }

        var text = new TextFile(opened);
        var layout = TableLayout.Of(text);
        var shape = new TableShape(layout.Style.Delimiter, text.EncodingName, layout.HasHeader, layout.Columns.ToValueList(), layout.FirstRows);
        return new Recognition
        {
            Codebook = layout.Codebook,
            Layout = CodebookDatasets.Layout(layout),
            Table = shape,
            Dataset = CodebookDatasets.Describe(layout, opened.Name),
            Mapping = layout.Codebook == Codebook.Table ? MappingProposal.Propose(shape) : null,
        };
    }

    /// <param name="recognition">As <see cref="Recognise"/> gave it, with what the person corrected.</param>
    /// <returns>What the file holds, read while it is enumerated.</returns>
    /// <exception cref="UnreadableFileException">It breaks off, or breaks a rule or a bound; also while it is enumerated.</exception>
    public static IEnumerable<FileContent> Read(Stream file, string fileName, Recognition recognition, CancellationToken stop)
    {
        var opened = OpenedFile.Open(file, fileName);
        return recognition.Table is { } shape ? Rows(opened, recognition, shape, stop) : Features(opened, recognition, stop);
    }

    private static IEnumerable<FileContent> Features(OpenedFile opened, Recognition recognition, CancellationToken stop)
    {
        using var content = GeoJsonReader.Utf8(opened.Unpack(), opened.Head);
        var swapped = new SwappedPairs();
        foreach (var feature in GeoJsonReader.Read(content, recognition, stop))
        {
            // What we exported comes back as it was.
            yield return recognition.Codebook == Codebook.GeoJson && feature is FileContent.Row { Incident: var incident } && swapped.Fault(incident) is { } fault
                ? new FileContent.Refused(new Refusal(incident.Line, "geometry", SwappedPairs.AsWritten(incident), fault))
                : feature;
        }
    }

    private static IEnumerable<FileContent> Rows(OpenedFile opened, Recognition recognition, TableShape shape, CancellationToken stop)
    {
        var table = new TableReader(new TextFile(opened), new TableStyle(shape.Delimiter, HasQuotes: CodebookRecognition.HasQuotes(recognition.Codebook, shape)));
        var row = new RowCells(table, shape.Columns);
        var read = CodebookReader.Of(recognition, shape, row);
        return Rows(table, row, recognition.Codebook == Codebook.DashboardCsv ? read : Checked(read, row, CodebookReader.LatitudeColumn(recognition, row)), shape.HasHeader, stop);
    }

    /// <summary>Refuses points that are somewhere only the other way round, whatever reads the rows.</summary>
    private static Func<FileContent> Checked(Func<FileContent> read, RowCells row, int latitude)
    {
        var swapped = new SwappedPairs();
        return () =>
        {
            var content = read();
            if (content is not FileContent.Row { Incident: var incident } || swapped.Fault(incident) is not { } fault)
            {
                return content;
            }

            row.Refuse(latitude, fault);
            return new FileContent.Refused(row.Refused!);
        };
    }

    private static IEnumerable<FileContent> Rows(TableReader table, RowCells row, Func<FileContent> read, bool hasHeader, CancellationToken stop)
    {
        using (table)
        {
            for (var isHeader = hasHeader; table.Read(); isHeader = false)
            {
                stop.ThrowIfCancellationRequested();
                if (!isHeader)
                {
                    yield return row.Begin() ? read() : new FileContent.Refused(row.Refused!);
                }
            }
        }
    }
}
