using Dashboard.Domain.Incidents;
using Dashboard.Index.Files;

namespace Dashboard.Index.Claims;

/// <summary>The toll of each row as the record reads it, and the rows in its order.</summary>
internal sealed class TollColumn
{
    /// <summary>The number of what is not known.</summary>
    private const int UnknownNumber = 0;

    private const int NotGiven = -1;

    private readonly PackedColumn _numbers;
    private readonly Toll[] _tolls;

    /// <param name="numbers">For each row the number of its toll, and one; 0 where it is not known.</param>
    /// <param name="tolls">By their numbers.</param>
    public TollColumn(PackedColumn numbers, Toll[] tolls)
    {
        (_numbers, _tolls) = (numbers, tolls);
        Order = new RankedColumn(numbers, Ranks(tolls));
    }

    /// <summary>The rows by it.</summary>
    public RankedColumn Order { get; }

    public Toll this[int row] => Numbered((int)_numbers[row]);

    /// <summary>How many different tolls there are, the unknown one among them.</summary>
    public int Different => _tolls.Length + 1;

    /// <summary>Which toll a row has; lower than <see cref="Different"/>.</summary>
    public int NumberOf(int row) => (int)_numbers[row];

    public Toll Numbered(int number) => number == UnknownNumber ? Toll.Unknown : _tolls[number - 1];

    public static TollColumn Read(IndexReader reader)
    {
        var (numbers, tolls) = (PackedColumn.Read(reader), reader.Array<int>());
        return tolls.Length % 3 == 0
            ? new TollColumn(numbers, [.. tolls.Chunk(3).Select(three => new Toll(Known(three[0]), Known(three[1]), Known(three[2])))])
            : throw new InvalidDataException("a toll is damaged");

        static int? Known(int number) => number == NotGiven ? null : number;
    }

    public void Write(IndexWriter writer)
    {
        _numbers.Write(writer);
        writer.Array<int>([.. _tolls.SelectMany(toll => (int[])[toll.Low ?? NotGiven, toll.Best ?? NotGiven, toll.High ?? NotGiven])]);
    }

    /// <summary>By number; what sorts the same has the same rank.</summary>
    private static uint[] Ranks(Toll[] tolls)
    {
        var ranks = new uint[tolls.Length + 1];
        var rank = (uint)RankedColumn.Unknown;
        foreach (var same in tolls.Index().GroupBy(toll => TollKey.Of(toll.Item)).OrderBy(same => same.Key))
        {
            rank++;
            foreach (var (number, _) in same)
            {
                ranks[number + 1] = rank;
            }
        }

        return ranks;
    }
}

/// <summary>What a toll is sorted by: the best estimate; where there is none, the highest or else the lowest that is claimed.</summary>
internal readonly record struct TollKey(int Best, int High, int Low) : IComparable<TollKey>
{
    /// <summary>Null where nothing is known.</summary>
    public static TollKey? Of(Toll toll) =>
        (toll.Best ?? toll.High ?? toll.Low) is { } best ? new TollKey(best, toll.High ?? best, toll.Low ?? best) : null;

    public int CompareTo(TollKey other) => (Best, High, Low).CompareTo((other.Best, other.High, other.Low));
}
