using Dashboard.Index.Files;

namespace Dashboard.Index;

/// <summary>
/// Two columns that rows are sorted by. What an incident is called mostly goes with where it was: where few pairs are
/// different, each is kept once, and each row says which one it has.
/// </summary>
internal sealed class RankedPair
{
    /// <summary>With fewer rows for a pair it is no gain.</summary>
    private const int RowsForOne = 16;

    private const long BitsOfOne = 2 * 32;

    private readonly PackedColumn? _pairs;
    private readonly uint[] _first = [];
    private readonly uint[] _second = [];

    public RankedPair(PackedColumn first, PackedColumn second, BufferPool buffers)
    {
        var pairs = new Pairs(first, second);
        if (pairs.TryNumber(buffers) is not { } numbers)
        {
            (First, Second) = (new RankedColumn(first), new RankedColumn(second));
            return;
        }

        (_pairs, _first, _second) = (numbers, pairs.First, pairs.Second);
        (First, Second) = (new RankedColumn(_pairs, _first), new RankedColumn(_pairs, _second));
    }

    private RankedPair(IndexReader reader)
    {
        if (reader.Number() == 0)
        {
            (First, Second) = (RankedColumn.Read(reader), RankedColumn.Read(reader));
            return;
        }

        (_pairs, _first, _second) = (PackedColumn.Read(reader), reader.Array<uint>(), reader.Array<uint>());
        (First, Second) = (new RankedColumn(_pairs, _first), new RankedColumn(_pairs, _second));
    }

    public RankedColumn First { get; }

    public RankedColumn Second { get; }

    public static RankedPair Read(IndexReader reader) => new(reader);

    public void Write(IndexWriter writer)
    {
        writer.Number(_pairs is null ? 0 : 1);
        if (_pairs is null)
        {
            First.Write(writer);
            Second.Write(writer);
            return;
        }

        _pairs.Write(writer);
        writer.Array<uint>(_first);
        writer.Array<uint>(_second);
    }

    /// <summary>Numbers the pairs of two columns, by the first row that has them.</summary>
    private sealed class Pairs(PackedColumn first, PackedColumn second)
    {
        private readonly List<uint> _first = [];
        private readonly List<uint> _second = [];
        private readonly Dictionary<(uint First, uint Second), int> _numbers = [];

        public uint[] First => [.. _first];

        public uint[] Second => [.. _second];

        /// <returns>For each row its pair; null where that takes more than the two columns.</returns>
        public PackedColumn? TryNumber(BufferPool buffers)
        {
            var most = first.Count / RowsForOne;
            if (most == 0 || 1L << first.Width > 4L * most)
            {
                return null;
            }

            // Most that go first go with one other, which is seen without looking further.
            using var buffer = buffers.Rent<int>(first.Count);
            var numbers = buffer.All;
            var latest = new int[1 << first.Width];
            latest.AsSpan().Fill(-1);
            for (var row = 0; row < numbers.Length; row++)
            {
                ref var number = ref latest[first[row]];
                if (number < 0 || _second[number] != second[row])
                {
                    number = NumberOf(first[row], second[row]);
                    if (number == most)
                    {
                        return null;
                    }
                }

                numbers[row] = number;
            }

            var pairs = new PackedColumn(numbers);
            var won = (long)pairs.Count * (first.Width + second.Width - pairs.Width);
            return won > BitsOfOne * _first.Count ? pairs : null;
        }

        private int NumberOf(uint one, uint other)
        {
            if (!_numbers.TryGetValue((one, other), out var number))
            {
                _numbers[(one, other)] = number = _first.Count;
                _first.Add(one);
                _second.Add(other);
            }

            return number;
        }
    }
}
