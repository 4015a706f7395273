namespace Dashboard.Index;

/// <summary>Values of which few are different, noted in the order of reading: each value once, each incident only which one it has.</summary>
internal sealed class NotedValues
{
    private const int SeenBits = 8;
    private const int Seen = 1 << SeenBits;

    /// <summary>The upper bits of a product with it are all over, also where values are close.</summary>
    private const long Spreading = unchecked((long)0x9E37_79B9_7F4A_7C15);

    private readonly Dictionary<long, int> _numbers = [];
    private readonly NotedNumbers _noted = new();

    /// <summary>By their hash, values that were noted, and the number of each and one.</summary>
    private readonly (long Value, int Next)[] _seen = new (long Value, int Next)[Seen];

    /// <summary>Some values, in their order.</summary>
    /// <param name="values">Is written over.</param>
    public void Add(Span<long> values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = NumberFor(values[i]);
        }

        _noted.Add(values);
    }

    private int NumberFor(long value)
    {
        ref var seen = ref _seen[(int)((ulong)(value * Spreading) >> (64 - SeenBits))];
        if (seen.Value != value || seen.Next == 0)
        {
            seen = (value, NumberOf(value) + 1);
        }

        return seen.Next - 1;
    }

    /// <summary>The values of the first rows, as many as are asked for.</summary>
    public ValueColumn Build(Arrangement arrangement, int rows)
    {
        // Numbered anew, by the first row that has them: those that rows after these have are left out.
        const int None = -1;
        long[] noted = [.. _numbers.OrderBy(pair => pair.Value).Select(pair => pair.Key)];
        var (values, renumbered, different) = (new long[noted.Length], new int[noted.Length], 0);
        renumbered.AsSpan().Fill(None);
        var column = new PackedColumn.Builder(rows, (uint)Math.Max(0, noted.Length - 1));
        arrangement.Tell(_noted, rows, numbers =>
        {
            for (var i = 0; i < numbers.Length; i++)
            {
                ref var number = ref renumbered[numbers[i]];
                if (number == None)
                {
                    (number, values[different]) = (different, noted[numbers[i]]);
                    different++;
                }

                numbers[i] = number;
            }

            column.Add(numbers);
        });
        return new ValueColumn(values[..different], column.Build());
    }

    private int NumberOf(long value)
    {
        if (!_numbers.TryGetValue(value, out var number))
        {
            _numbers[value] = number = _numbers.Count;
        }

        return number;
    }
}
