namespace Dashboard.Index;

/// <summary>Puts what was noted in the order of reading into the order of rows, while an index is built: by start, then slug, the undated last.</summary>
internal sealed class Arrangement
{
    private const int DigitBits = 11;
    private const int Digits = 1 << DigitBits;

    /// <summary>So many rows are sorted by slug at once, about.</summary>
    private const int Share = 1 << 16;

    private readonly int[] _reads;

    /// <param name="starts">In ticks, as they were read; <see cref="RowOrder.Undated"/> where there is none.</param>
    /// <param name="slugs">In the same order.</param>
    public Arrangement(long[] starts, TextPool slugs)
    {
        var keys = Keys(starts);
        _reads = Sorted(keys);
        var shares = Shares(keys);
        SideBySide.Run(shares.Count, share => SortBySlug(keys, shares[share], slugs));
    }

    public int Count => _reads.Length;

    /// <summary>For each row the place of its incident in the order of reading.</summary>
    public int[] Reads => _reads;

    /// <summary>The rows of the incidents in the order of reading.</summary>
    public int[] RowsAsRead()
    {
        var rows = new int[_reads.Length];
        for (var row = 0; row < rows.Length; row++)
        {
            rows[_reads[row]] = row;
        }

        return rows;
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

    /// <inheritdoc cref="Arrange{T}(Noted{T})"/>
    public T[] Arrange<T>(T[] asRead)
    {
        var arranged = GC.AllocateUninitializedArray<T>(_reads.Length);
        for (var row = 0; row < arranged.Length; row++)
        {
            arranged[row] = asRead[_reads[row]];
        }

        return arranged;
    }

    /// <summary>Several values of each incident, in the order of rows: first where they stand, so that a processor can fetch many at once.</summary>
    /// <param name="ends">For each incident in the order of reading where its values end, and those of the next one begin.</param>
    /// <returns>The values, and for each row where its own end.</returns>
    public (int[] Values, int[] Ends) Arrange(int[] values, int[] ends)
    {
        var (starts, rowEnds, end) = (GC.AllocateUninitializedArray<int>(_reads.Length), GC.AllocateUninitializedArray<int>(_reads.Length), 0);
        for (var row = 0; row < _reads.Length; row++)
        {
            var read = _reads[row];
            starts[row] = read == 0 ? 0 : ends[read - 1];
            rowEnds[row] = end += ends[read] - starts[row];
        }

        var arranged = GC.AllocateUninitializedArray<int>(end);
        for (int row = 0, at = 0; row < rowEnds.Length; row++)
        {
            for (var from = starts[row]; at < rowEnds[row]; at++)
            {
                arranged[at] = values[from++];
            }
        }

        return (arranged, rowEnds);
    }

    /// <summary>Numbers of the same order as the starts, small ones where these are whole days or minutes; the highest for what has none.</summary>
    private static ulong[] Keys(long[] starts)
    {
        var (first, unit) = (long.MaxValue, 0L);
        foreach (var start in starts)
        {
            first = Math.Min(first, start);
        }

        foreach (var start in starts)
        {
            unit = start == RowOrder.Undated || unit == 1 ? unit : AscendingColumn.CommonDivisor(start - first, unit);
        }

        unit = Math.Max(1, unit);
        var last = 0UL;
        var keys = new ulong[starts.Length];
        for (var read = 0; read < keys.Length; read++)
        {
            keys[read] = starts[read] == RowOrder.Undated ? 0 : (ulong)((starts[read] - first) / unit);
            last = Math.Max(last, keys[read]);
        }

        for (var read = 0; read < keys.Length; read++)
        {
            keys[read] = starts[read] == RowOrder.Undated ? last + 1 : keys[read];
        }

        return keys;
    }

    /// <summary>Sorts the keys a digit at a time from the lowest, so that what is equal stays in order; and says where each was.</summary>
    private static int[] Sorted(ulong[] keys)
    {
        var (reads, all) = (new int[keys.Length], 0UL);
        for (var read = 0; read < reads.Length; read++)
        {
            reads[read] = read;
            all |= keys[read];
        }

        var (from, fromReads, to, toReads) = (keys, reads, new ulong[keys.Length], new int[keys.Length]);
        for (var shift = 0; shift < sizeof(ulong) * 8 && all >> shift != 0; shift += DigitBits)
        {
            var next = new int[Digits + 1];
            foreach (var key in from)
            {
                next[(int)(key >> shift & (Digits - 1)) + 1]++;
            }

            for (var digit = 1; digit < next.Length; digit++)
            {
                next[digit] += next[digit - 1];
            }

            for (var i = 0; i < from.Length; i++)
            {
                var place = next[(int)(from[i] >> shift & (Digits - 1))]++;
                (to[place], toReads[place]) = (from[i], fromReads[i]);
            }

            (from, fromReads, to, toReads) = (to, toReads, from, fromReads);
        }

        from.CopyTo(keys.AsSpan());
        return fromReads;
    }

    /// <summary>Parts of the rows that no start reaches over.</summary>
    private static List<(int From, int To)> Shares(ulong[] keys)
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

    private void SortBySlug(ulong[] keys, (int From, int To) share, TextPool slugs)
    {
        var heads = new ulong[share.To - share.From];
        for (int from = share.From, to; from < share.To; from = to)
        {
            for (to = from + 1; to < share.To && keys[to] == keys[from]; to++)
            {
            }

            if (to - from > 1)
            {
                slugs.Sort(_reads.AsSpan(from..to), heads.AsSpan(0, to - from));
            }
        }
    }
}
