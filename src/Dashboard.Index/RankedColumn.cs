using Dashboard.Index.Files;

namespace Dashboard.Index;

/// <summary>The rows by the rank of a key that each has, in an order that is made when first asked for.</summary>
internal sealed class RankedColumn : SortedColumn
{
    /// <summary>The rank of what is not known.</summary>
    public const int Unknown = 0;

    private const int Few = 32;

    private readonly PackedColumn _keys;
    private readonly uint[]? _ranks;
    private readonly Lazy<int[]> _ascending;

    /// <param name="keys">For each row the rank of its key, 1 for the lowest; <see cref="Unknown"/> without a key.</param>
    /// <param name="ranks">Where keys are no ranks but other numbers: the rank of each.</param>
    public RankedColumn(PackedColumn keys, uint[]? ranks = null)
    {
        (_keys, _ranks) = (keys, ranks);
        _ascending = new(Ascend);
    }

    public static RankedColumn Read(IndexReader reader) => new(PackedColumn.Read(reader));

    public void Write(IndexWriter writer) => _keys.Write(writer);

    /// <inheritdoc/>
    public override IEnumerable<int> Rows(Bitmap some, int count, bool isDescending) => count < _keys.Count / Few
        ? Sorted(some, isDescending)
        : (isDescending ? Descending() : _ascending.Value).Where(row => some[row]);

    private uint RankOf(int row) => _ranks is null ? _keys[row] : _ranks[_keys[row]];

    /// <summary>Few rows are sorted by themselves: quicker than to look for them among all. What is unknown comes last: it is lowest, and one less is highest.</summary>
    private IEnumerable<int> Sorted(Bitmap some, bool isDescending) =>
        isDescending ? some.Rows().OrderByDescending(RankOf) : some.Rows().OrderBy(row => unchecked(RankOf(row) - 1));

    /// <summary>A sort that counts: ranks are few or at least dense.</summary>
    private int[] Ascend()
    {
        var highest = 0U;
        for (var row = 0; row < _keys.Count; row++)
        {
            highest = Math.Max(highest, RankOf(row));
        }

        var next = new int[highest + 3];
        for (var row = 0; row < _keys.Count; row++)
        {
            next[Bucket(RankOf(row)) + 1]++;
        }

        for (var bucket = 1; bucket < next.Length; bucket++)
        {
            next[bucket] += next[bucket - 1];
        }

        var rows = new int[_keys.Count];
        for (var row = 0; row < rows.Length; row++)
        {
            rows[next[Bucket(RankOf(row))]++] = row;
        }

        return rows;

        uint Bucket(uint rank) => rank == Unknown ? highest + 1 : rank;
    }

    /// <summary>The ascending order read backwards, each run of equals forwards, and what is unknown after all.</summary>
    private IEnumerable<int> Descending()
    {
        var ascending = _ascending.Value;
        var known = ascending.Length;
        while (known > 0 && RankOf(ascending[known - 1]) == Unknown)
        {
            known--;
        }

        for (int to = known, from; to > 0; to = from)
        {
            for (from = to - 1; from > 0 && RankOf(ascending[from - 1]) == RankOf(ascending[to - 1]); from--)
            {
            }

            for (var i = from; i < to; i++)
            {
                yield return ascending[i];
            }
        }

        for (var i = known; i < ascending.Length; i++)
        {
            yield return ascending[i];
        }
    }
}
