using Dashboard.Index.Files;

namespace Dashboard.Index;

/// <summary>The rows by the rank of a key that each has, in an order that is made when first asked for.</summary>
internal sealed class RankedColumn : SortedColumn
{
    /// <summary>The rank of what is not known.</summary>
    public const int Unknown = 0;

    private const int Few = 32;

    private readonly PackedColumn _ranks;
    private readonly Lazy<int[]> _ascending;

    /// <param name="ranks">For each row the rank of its key, 1 for the lowest; <see cref="Unknown"/> without a key.</param>
    public RankedColumn(PackedColumn ranks)
    {
        _ranks = ranks;
        _ascending = new(Ascend);
    }

    public static RankedColumn Read(IndexReader reader) => new(PackedColumn.Read(reader));

    public void Write(IndexWriter writer) => _ranks.Write(writer);

    /// <inheritdoc/>
    public override IEnumerable<int> Rows(Bitmap some, int count, bool isDescending) => count < _ranks.Count / Few
        ? Sorted(some, isDescending)
        : (isDescending ? Descending() : _ascending.Value).Where(row => some[row]);

    /// <summary>Few rows are sorted by themselves: quicker than to look for them among all.</summary>
    private IEnumerable<int> Sorted(Bitmap some, bool isDescending)
    {
        var knownFirst = some.Rows().OrderBy(row => _ranks[row] == Unknown);
        return isDescending ? knownFirst.ThenByDescending(row => _ranks[row]) : knownFirst.ThenBy(row => _ranks[row]);
    }

    /// <summary>A sort that counts: ranks are few or at least dense.</summary>
    private int[] Ascend()
    {
        var highest = 0U;
        for (var row = 0; row < _ranks.Count; row++)
        {
            highest = Math.Max(highest, _ranks[row]);
        }

        var next = new int[highest + 3];
        for (var row = 0; row < _ranks.Count; row++)
        {
            next[Bucket(_ranks[row]) + 1]++;
        }

        for (var bucket = 1; bucket < next.Length; bucket++)
        {
            next[bucket] += next[bucket - 1];
        }

        var rows = new int[_ranks.Count];
        for (var row = 0; row < rows.Length; row++)
        {
            rows[next[Bucket(_ranks[row])]++] = row;
        }

        return rows;

        uint Bucket(uint rank) => rank == Unknown ? highest + 1 : rank;
    }

    /// <summary>The ascending order read backwards, each run of equals forwards, and what is unknown after all.</summary>
    private IEnumerable<int> Descending()
    {
        var ascending = _ascending.Value;
        var known = ascending.Length;
        while (known > 0 && _ranks[ascending[known - 1]] == Unknown)
        {
            known--;
        }

        for (int to = known, from; to > 0; to = from)
        {
            for (from = to - 1; from > 0 && _ranks[ascending[from - 1]] == _ranks[ascending[to - 1]]; from--)
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
