using System.Numerics;

namespace Dashboard.Index;

/// <summary>Puts what was noted in the order of reading into the order of rows, while an index is built: by start, then slug, the undated last.</summary>
internal sealed class Arrangement
{
    /// <summary>So many rows are sorted by slug at once, about.</summary>
    private const int Share = 1 << 16;

    /// <summary>So many texts, at most, are brought together before they are sorted.</summary>
    private const int MostTogether = 1 << 20;

    private readonly int[] _reads;
    private AscendingColumn? _starts;
    private int[]? _rows;

    /// <param name="starts">In ticks, as they were read; <see cref="RowOrder.Undated"/> where there is none.</param>
    /// <param name="slugs">In the same order.</param>
    public Arrangement(long[] starts, TextPool slugs)
    {
        var (first, unit, last, dated) = Measured(starts);
        _reads = last < uint.MaxValue
            ? ByStartThenSlug<uint>(starts, first, unit, last, slugs, keys => new AscendingColumn(first, unit, keys.AsSpan(0, dated)))
            : ByStartThenSlug<ulong>(starts, first, unit, last, slugs, keys => new AscendingColumn(Array.ConvertAll(keys[..dated], key => first + ((long)key * unit))));
    }

    public int Count => _reads.Length;

    /// <summary>For each row the place of its incident in the order of reading.</summary>
    public int[] Reads => _reads;

    /// <summary>When the dated rows start. It is told once, and not kept.</summary>
    public AscendingColumn TakeStarts()
    {
        var starts = _starts;
        _starts = null;
        return starts ?? throw new InvalidOperationException("the starts were told before");
    }

    /// <summary>The rows of the incidents in the order of reading.</summary>
    public int[] RowsAsRead()
    {
        if (_rows is null)
        {
            var rows = GC.AllocateUninitializedArray<int>(_reads.Length);
            for (var row = 0; row < rows.Length; row++)
            {
                rows[_reads[row]] = row;
            }

            Interlocked.CompareExchange(ref _rows, rows, null);
        }

        return _rows;
    }

    /// <summary>What was noted in the order of reading, in the order of rows; each takes no more than 32 bits.</summary>
    public int[] Arrange(NotedNumbers noted) => Arrange(noted, _reads.Length);

    /// <inheritdoc cref="Arrange(NotedNumbers)"/>
    /// <param name="rows">Of so many rows, from the first on.</param>
    public int[] Arrange(NotedNumbers noted, int rows)
    {
        // Rows are read from all over: the closer the numbers lie together, the more of them are at hand.
        return noted.Bits switch
        {
            0 => new int[rows],
            <= byte.MaxValue => Gathered(noted.ToArray<byte>(), rows),
            <= ushort.MaxValue => Gathered(noted.ToArray<ushort>(), rows),
            _ => Gathered(noted.ToArray<int>(), rows),
        };
    }

    /// <summary>What was noted in the order of reading, in the order of rows.</summary>
    public T[] Arrange<T>(Noted<T> noted)
    {
        var arranged = GC.AllocateUninitializedArray<T>(_reads.Length);
        for (var row = 0; row < arranged.Length; row++)
        {
            arranged[row] = noted[_reads[row]];
        }

        return arranged;
    }

    private int[] Gathered<T>(T[] numbers, int rows)
        where T : struct, IBinaryInteger<T>
    {
        var gathered = GC.AllocateUninitializedArray<int>(rows);
        var reads = _reads.AsSpan(0, rows);
        for (var row = 0; row < reads.Length; row++)
        {
            gathered[row] = int.CreateTruncating(numbers[reads[row]]);
        }

        return gathered;
    }

    /// <summary>Where the starts lie that there are: the first, the largest unit that they share, how many units the last is after the first; and how many there are.</summary>
    private static (long First, long Unit, ulong Last, int Dated) Measured(long[] starts)
    {
        var (first, last, dated) = (long.MaxValue, long.MinValue, 0);
        foreach (var start in starts)
        {
            if (start != RowOrder.Undated)
            {
                (first, last) = (Math.Min(first, start), Math.Max(last, start));
                dated++;
            }
        }

        if (dated == 0)
        {
            return (0, 1, 0, 0);
        }

        var unit = 0L;
        foreach (var start in starts)
        {
            unit = start == RowOrder.Undated || unit == 1 ? unit : AscendingColumn.CommonDivisor(start - first, unit);
        }

        unit = Math.Max(1, unit);
        return (first, unit, (ulong)((last - first) / unit), dated);
    }

    /// <param name="startsOf">Makes the starts of the sorted keys.</param>
    private int[] ByStartThenSlug<TKey>(long[] starts, long first, long unit, ulong last, TextPool slugs, Func<TKey[], AscendingColumn> startsOf)
        where TKey : struct, IBinaryInteger<TKey>, IMinMaxValue<TKey>
    {
        var keys = new TKey[starts.Length];
        for (var read = 0; read < keys.Length; read++)
        {
            keys[read] = TKey.CreateTruncating(starts[read] == RowOrder.Undated ? last + 1 : (ulong)(starts[read] - first) / (ulong)unit);
        }

        (keys, var reads) = DigitSort.Sorted(keys, last + 1);
        var (shares, places) = (Shares(keys), slugs.Places());
        SideBySide.Run(shares.Count, share => SortBySlug(keys, reads, shares[share], slugs, places));
        _starts = startsOf(keys);
        return reads;
    }

    /// <summary>Parts of the rows that no start reaches over.</summary>
    private static List<(int From, int To)> Shares<TKey>(TKey[] keys)
        where TKey : struct, IBinaryInteger<TKey>
    {
        List<(int From, int To)> shares = [];
        for (int from = 0, to; from < keys.Length; from = to)
        {
            for (to = Math.Min(keys.Length, from + Share); to < keys.Length && keys[to] == keys[to - 1]; to++)
            {
            }

            shares.Add((from, to));
        }

        return shares;
    }

    private static void SortBySlug<TKey>(TKey[] keys, int[] reads, (int From, int To) share, TextPool slugs, long[]? places)
        where TKey : struct, IBinaryInteger<TKey>
    {
        var (run, heads, order, sorted) = (new TextRun(), Array.Empty<ulong>(), Array.Empty<int>(), Array.Empty<int>());
        for (int from = share.From, to; from < share.To; from = to)
        {
            for (to = from + 1; to < share.To && keys[to] == keys[from]; to++)
            {
            }

            if (places is null || to - from > MostTogether)
            {
                slugs.Sort(reads.AsSpan(from..to));
                continue;
            }

            run.Take(slugs, places, reads.AsSpan(from..to));
            if (heads.Length < run.Count)
            {
                (heads, order, sorted) = (new ulong[2 * run.Count], new int[2 * run.Count], new int[2 * run.Count]);
            }

            for (var i = 0; i < run.Count; i++)
            {
                order[i] = i;
            }

            TextSort.Sort(run.All, order.AsSpan(0, run.Count), heads.AsSpan(0, run.Count));
            for (var i = 0; i < run.Count; i++)
            {
                sorted[i] = reads[from + order[i]];
            }

            sorted.AsSpan(0, run.Count).CopyTo(reads.AsSpan(from));
        }
    }
}
