using System.Numerics;

namespace Dashboard.Index;

/// <summary>Puts what was noted in the order of reading into the order of rows, while an index is built: by start, then slug, the undated last.</summary>
internal sealed class Arrangement
{
    /// <summary>So many rows are sorted by slug at once, about.</summary>
    private const int Share = 1 << 16;

    /// <summary>So many rows are told at once.</summary>
    private const int Together = 512;

    /// <summary>So many texts, at most, are brought together before they are sorted.</summary>
    private const int MostTogether = 1 << 20;

    private readonly Buffer<int> _reads;
    private AscendingColumn? _starts;
    private int[]? _rows;

    /// <param name="starts">In ticks, as they were read; <see cref="RowOrder.Undated"/> where there is none.</param>
    /// <param name="slugs">In the same order.</param>
    public Arrangement(ReadOnlySpan<long> starts, TextPool slugs, BufferPool buffers)
    {
        Buffers = buffers;
        var (first, unit, last, dated) = Measured(starts);
        _reads = last < uint.MaxValue
            ? ByStartThenSlug<uint>(starts, first, unit, last, slugs, keys => new AscendingColumn(first, unit, keys[..dated]))
            : ByStartThenSlug<ulong>(starts, first, unit, last, slugs, keys => new AscendingColumn(Array.ConvertAll(keys[..dated].ToArray(), key => first + ((long)key * unit))));
    }

    public int Count => _reads.Count;

    /// <summary>What whoever arranges something works in.</summary>
    public BufferPool Buffers { get; }

    /// <summary>For each row the place of its incident in the order of reading.</summary>
    public ReadOnlySpan<int> Reads => _reads.All;

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
            var reads = Reads;
            var rows = GC.AllocateUninitializedArray<int>(Count);
            for (var row = 0; row < reads.Length; row++)
            {
                rows[reads[row]] = row;
            }

            Interlocked.CompareExchange(ref _rows, rows, null);
        }

        return _rows;
    }

    /// <summary>What was noted in the order of reading, in the order of rows; each takes no more than 32 bits.</summary>
    public PackedColumn Pack(NotedNumbers noted)
    {
        var column = new PackedColumn.Builder(Count, (uint)noted.Bits);
        Tell(noted, Count, some => column.Add(some));
        return column.Build();
    }

    /// <summary>Tells what was noted in the order of rows, some rows at a time; each takes no more than 32 bits.</summary>
    /// <param name="rows">So many rows, from the first on.</param>
    /// <param name="tell">May write where it is told.</param>
    public void Tell(NotedNumbers noted, int rows, Action<Span<int>> tell)
    {
        // Rows are read from all over: the closer the numbers lie together, the more of them are at hand.
        switch (noted.Bits)
        {
            case 0:
                TellNothing(rows, tell);
                break;
            case <= byte.MaxValue:
                Gather<byte>(noted, rows, tell);
                break;
            case <= ushort.MaxValue:
                Gather<ushort>(noted, rows, tell);
                break;
            default:
                Gather<int>(noted, rows, tell);
                break;
        }
    }

    private static void TellNothing(int rows, Action<Span<int>> tell)
    {
        Span<int> some = stackalloc int[Together];
        for (var row = 0; row < rows; row += Together)
        {
            some.Clear();
            tell(some[..Math.Min(Together, rows - row)]);
        }
    }

    private void Gather<T>(NotedNumbers noted, int rows, Action<Span<int>> tell)
        where T : unmanaged, IBinaryInteger<T>
    {
        using var buffer = Buffers.Rent<T>(noted.Count);
        var numbers = buffer.All;
        var reads = Reads[..rows];
        noted.CopyTo(0, numbers);
        Span<int> some = stackalloc int[Together];
        for (; !reads.IsEmpty; reads = reads[some.Length..])
        {
            some = some[..Math.Min(some.Length, reads.Length)];
            for (var i = 0; i < some.Length; i++)
            {
                some[i] = int.CreateTruncating(numbers[reads[i]]);
            }

            tell(some);
        }
    }

    /// <summary>Where the starts lie that there are: the first, the largest unit that they share, how many units the last is after the first; and how many there are.</summary>
    private static (long First, long Unit, ulong Last, int Dated) Measured(ReadOnlySpan<long> starts)
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
    private Buffer<int> ByStartThenSlug<TKey>(ReadOnlySpan<long> starts, long first, long unit, ulong last, TextPool slugs, Func<ReadOnlySpan<TKey>, AscendingColumn> startsOf)
        where TKey : unmanaged, IBinaryInteger<TKey>
    {
        var unsorted = Buffers.Rent<TKey>(starts.Length);
        var of = unsorted.All;
        for (var read = 0; read < of.Length; read++)
        {
            of[read] = TKey.CreateTruncating(starts[read] == RowOrder.Undated ? last + 1 : (ulong)(starts[read] - first) / (ulong)unit);
        }

        var (keys, reads) = DigitSort.Sorted(unsorted, last + 1, Buffers);
        using var places = slugs.Places(Buffers);
        var shares = Shares<TKey>(keys.All);
        SideBySide.Run(shares.Count, share => SortBySlug<TKey>(keys.All, reads.All, shares[share], slugs, places));
        _starts = startsOf(keys.All);
        keys.Dispose();
        return reads;
    }

    /// <summary>Parts of the rows that no start reaches over.</summary>
    private static List<(int From, int To)> Shares<TKey>(ReadOnlySpan<TKey> keys)
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

    private static void SortBySlug<TKey>(ReadOnlySpan<TKey> keys, Span<int> reads, (int From, int To) share, TextPool slugs, Buffer<long>? places)
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
                slugs.Sort(reads[from..to]);
                continue;
            }

            run.Take(slugs, places.All, reads[from..to]);
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

            sorted.AsSpan(0, run.Count).CopyTo(reads[from..]);
        }
    }
}
