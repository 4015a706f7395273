using Dashboard.Data.Import.Cells;
using Dashboard.Data.Import.Mapped;
using Dashboard.Domain;

namespace Dashboard.Data.Import.Codebooks;

/// <summary>Which reader goes with which codebook.</summary>
internal static class CodebookReader
{
    private static readonly ColumnMeaning[] _whenOrWhere =
    [
        ColumnMeaning.Start, ColumnMeaning.Coordinates, ColumnMeaning.Latitude, ColumnMeaning.Longitude,
        ColumnMeaning.Place, ColumnMeaning.Province, ColumnMeaning.Country,
    ];

    /// <returns>Reads the row that the table stands at.</returns>
    /// <exception cref="UnreadableFileException">A person must say first what the columns mean.</exception>
    public static Func<FileContent> Of(Recognition recognition, TableShape shape, RowCells row) => recognition.Codebook switch
    {
        Codebook.UcdpGed => new UcdpGed(row, shape.Columns.Count, recognition.Dataset).Read,
        Codebook.Acled => new Acled(row, shape.Columns.Count, recognition.Dataset).Read,
        Codebook.Gdelt1 or Codebook.Gdelt2 => new Gdelt(row, shape.Columns.Count, recognition.Dataset).Read,
        Codebook.DashboardCsv => new DashboardCsv(row, recognition.Dataset).Read,
        _ => Mapped(recognition.Mapping ?? MappingProposal.Propose(shape), recognition.Dataset, shape, row),
    };

    /// <summary>The column of the latitude, or of both; <see cref="RowCells.None"/> where there is neither.</summary>
    public static int LatitudeColumn(Recognition recognition, RowCells row) => recognition.Codebook switch
    {
        Codebook.UcdpGed or Codebook.Acled => row.Column("latitude"),
        Codebook.Gdelt1 or Codebook.Gdelt2 => row.Column("ActionGeo_Lat"),
        _ when (recognition.Mapping?.Columns.FirstOrDefault(column => column.Meaning is ColumnMeaning.Latitude or ColumnMeaning.Coordinates)) is { } mapped => row.Column(mapped.Column),
        _ => RowCells.None,
    };

    private static Func<FileContent> Mapped(Mapping mapping, DatasetDescription dataset, TableShape shape, RowCells row)
    {
        if (!mapping.Columns.Any(column => _whenOrWhere.Contains(column.Meaning)))
        {
            throw new UnreadableFileException(FileFault.NeedsAnswer, "no column says when or where: choose the column of the date, the coordinates or the place");
        }

        mapping = mapping with { DateOrder = mapping.DateOrder ?? Order(mapping, shape) };
        var mapper = new RowMapper(mapping, shape.Columns, dataset);
        return () => mapper.Map(row.Line, row.Cells);
    }

    /// <summary>The order of day and month that the first rows tell; null where none of their dates needs one.</summary>
    /// <exception cref="UnreadableFileException">They need one, and do not tell it.</exception>
    private static DateOrder? Order(Mapping mapping, TableShape shape)
    {
        var columns = mapping.Columns.Where(column => column.Meaning is ColumnMeaning.Start or ColumnMeaning.End).Select(column => column.Column).ToHashSet();
        var indexes = Enumerable.Range(0, shape.Columns.Count).Where(index => columns.Contains(shape.Columns[index])).ToList();
        var values = shape.FirstRows.SelectMany(cells => indexes.Where(index => index < cells.Count).Select(index => cells[index])).ToList();
        var order = FigureOrder.Of(values, out var isOpen);
        return isOpen
            ? throw new UnreadableFileException(FileFault.NeedsAnswer,
                $"the dates in '{string.Join("' and '", indexes.Select(index => shape.Columns[index]))}' can be read in two ways, such as {values.First(value => value.Length > 0)}: say whether day or month comes first")
            : order;
    }
}
