using Dashboard.Data.Import.Cells;
using Dashboard.Domain;

namespace Dashboard.Data.Import.Mapped;

/// <summary>What the columns of an unknown table seem to mean, from their names and their first values. A person corrects it before anything is read.</summary>
internal static class MappingProposal
{
    /// <summary>A row may have several of these; of the others the plainest name wins, and the rest are attributes.</summary>
    private static readonly HashSet<ColumnMeaning> _several =
    [
        ColumnMeaning.Attribute, ColumnMeaning.Side, ColumnMeaning.Perpetrator, ColumnMeaning.Target,
        ColumnMeaning.Source, ColumnMeaning.SourceAddress, ColumnMeaning.Tags,
    ];

    public static Mapping Propose(TableShape table)
    {
        var columns = table.Columns.Select((name, index) => new ColumnValues(name, [.. table.FirstRows.Select(row => index < row.Count ? row[index] : "")])).ToList();
        var meanings = new ColumnMeaning[columns.Count];
        var ranks = new int[columns.Count];
        for (var index = 0; index < columns.Count; index++)
        {
            meanings[index] = columns[index].Agrees(HeaderWords.Meaning(columns[index].Name, out ranks[index]));
        }

        KeepOneOfEach(meanings, ranks);
        TakeTimeForDate(columns, meanings, ColumnMeaning.StartTime, ColumnMeaning.Start);
        TakeTimeForDate(columns, meanings, ColumnMeaning.EndTime, ColumnMeaning.End);
        FillFromValues(columns, meanings);
        var dates = Values(columns, meanings, ColumnMeaning.Start, ColumnMeaning.End).ToList();
        var order = FigureOrder.Of(dates, out var isOpen);
        return new()
        {
            Columns = columns.Select((column, index) => new ColumnMapping(column.Name, meanings[index])).ToValueList(),
            DateOrder = isOpen ? null : order,
            ExcelSerials = ColumnValues.AreExcelSerials(dates),
            DecimalComma = columns.Where((_, index) => IsNumber(meanings[index])).Any(column => column.HasDecimalComma),
        };
    }

    /// <summary>The meaning of a column or property by its name alone; Attribute where the name tells none.</summary>
    public static ColumnMeaning MeaningOf(string columnName) => HeaderWords.Meaning(columnName, out _);

    private static void KeepOneOfEach(ColumnMeaning[] meanings, int[] ranks)
    {
        for (var index = 0; index < meanings.Length; index++)
        {
            var meaning = meanings[index];
            if (!_several.Contains(meaning) && Enumerable.Range(0, meanings.Length).Any(other =>
                other != index && meanings[other] == meaning && (ranks[other] < ranks[index] || (ranks[other] == ranks[index] && other < index))))
            {
                meanings[index] = ColumnMeaning.Attribute;
            }
        }
    }

    /// <summary>A "time" that holds dates is the date where there is no other.</summary>
    private static void TakeTimeForDate(List<ColumnValues> columns, ColumnMeaning[] meanings, ColumnMeaning timeOfDay, ColumnMeaning day)
    {
        var time = Array.IndexOf(meanings, timeOfDay);
        if (time >= 0 && columns[time].HasValues && !columns[time].LooksLikeTimes)
        {
            meanings[time] = columns[time].LooksLikeDates && !meanings.Contains(day) ? day : ColumnMeaning.Attribute;
        }
    }

    /// <summary>What no name told: the first column that can only be dates, a pair of columns that can only be coordinates, addresses.</summary>
    private static void FillFromValues(List<ColumnValues> columns, ColumnMeaning[] meanings)
    {
        for (var index = 0; index < columns.Count; index++)
        {
            if (meanings[index] == ColumnMeaning.Attribute && columns[index].OwnMeaning is { } own && !(own != ColumnMeaning.SourceAddress && meanings.Contains(own)))
            {
                meanings[index] = own;
            }
        }

        var pair = Enumerable.Range(0, columns.Count).Where(index => meanings[index] == ColumnMeaning.Attribute && columns[index].LooksLikeDegrees).ToList();
        var hasPlace = meanings.Intersect([ColumnMeaning.Latitude, ColumnMeaning.Longitude, ColumnMeaning.Coordinates]).Any();
        if (!hasPlace && pair.Count == 2 && pair[1] == pair[0] + 1 && columns[pair[0]].CanBeLatitude)
        {
            (meanings[pair[0]], meanings[pair[1]]) = (ColumnMeaning.Latitude, ColumnMeaning.Longitude);
        }
    }

    private static IEnumerable<string> Values(List<ColumnValues> columns, ColumnMeaning[] meanings, params ColumnMeaning[] wanted) =>
        columns.Where((_, index) => wanted.Contains(meanings[index])).SelectMany(column => column.Known);

    private static bool IsNumber(ColumnMeaning meaning) =>
        meaning is ColumnMeaning.Latitude or ColumnMeaning.Longitude or ColumnMeaning.GeoPrecisionMetres;
}
