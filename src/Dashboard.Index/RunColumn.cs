using Dashboard.Index.Files;

namespace Dashboard.Index;

/// <summary>A number for each row. Where most rows have that of the row before them, each run of them says it once.</summary>
internal sealed class RunColumn
{
    /// <summary>So many rows, on average, make runs worth it.</summary>
    private const int RowsForOne = 16;

    /// <summary>By row, or by run.</summary>
    private readonly PackedColumn _numbers;
    private readonly RunStarts? _runs;

    /// <param name="numbers">By row.</param>
    public RunColumn(ReadOnlySpan<int> numbers)
    {
        if (StartsIn(numbers) is not { } starts)
        {
            _numbers = new PackedColumn(numbers);
            return;
        }

        var ofRuns = new int[starts.Length - 1];
        for (var run = 0; run < ofRuns.Length; run++)
        {
            ofRuns[run] = numbers[starts[run]];
        }

        (_numbers, _runs) = (new PackedColumn(ofRuns), new RunStarts(starts));
    }

    private RunColumn(IndexReader reader)
    {
        (_numbers, var starts) = (PackedColumn.Read(reader), reader.Array<int>());
        _runs = starts.Length == 0 ? null : new RunStarts(starts);
    }

    public int Count => _runs?.RowCount ?? _numbers.Count;

    public uint this[int row] => _numbers[_runs?.Of(row) ?? row];

    /// <summary>The first row after a row that may have another number.</summary>
    public int EndOf(int row) => _runs is null ? row + 1 : _runs.All[_runs.Of(row) + 1];

    public static RunColumn Read(IndexReader reader) => new(reader);

    public void Write(IndexWriter writer)
    {
        _numbers.Write(writer);
        writer.Array(_runs is null ? [] : _runs.All);
    }

    /// <returns>Null where there would be too many.</returns>
    private static int[]? StartsIn(ReadOnlySpan<int> numbers)
    {
        List<int> starts = [];
        for (var row = 0; row < numbers.Length; row++)
        {
            if (row > 0 && numbers[row] == numbers[row - 1])
            {
                continue;
            }

            if (starts.Count == numbers.Length / RowsForOne)
            {
                return null;
            }

            starts.Add(row);
        }

        return numbers.Length == 0 ? null : [.. starts, numbers.Length];
    }
}
