using System.Numerics;

namespace Dashboard.Index;

/// <summary>Rows in runs that follow each other, for columns that say the same of many rows on end: where each run starts, and so in which run a row is.</summary>
internal sealed class RunStarts
{
    private readonly int[] _starts;
    private readonly int _shift;

    /// <summary>For each value of the upper bits of a row the run of the first row that has them, or would; and the last run.</summary>
    private readonly int[] _runs;

    /// <param name="starts">The first row of each run, ascending, from 0 on, and where the last one ends. A run may have no row.</param>
    public RunStarts(int[] starts)
    {
        _starts = starts;
        var (rows, last) = (starts[^1], starts.Length - 2);
        _shift = BitOperations.Log2((uint)(rows / Math.Max(1, last)) | 1);
        _runs = new int[(rows >> _shift) + 2];
        for (int place = 0, run = 0; place < _runs.Length - 1; place++)
        {
            while (run < last && starts[run + 1] <= (long)place << _shift)
            {
                run++;
            }

            _runs[place] = run;
        }

        _runs[^1] = last;
    }

    public int RowCount => _starts[^1];

    /// <summary>As they were told.</summary>
    public ReadOnlySpan<int> All => _starts;

    /// <summary>The run of a row.</summary>
    public int Of(int row)
    {
        var place = row >> _shift;
        var (low, high) = (_runs[place], _runs[place + 1]);
        while (low < high)
        {
            var middle = (low + high + 1) >>> 1;
            (low, high) = _starts[middle] <= row ? (middle, high) : (low, middle - 1);
        }

        return low;
    }
}
