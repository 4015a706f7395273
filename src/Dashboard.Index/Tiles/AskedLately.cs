using Dashboard.Domain.Querying;

namespace Dashboard.Index.Tiles;

/// <summary>
/// The sets of rows that the last questions were about, their strata and time apart: every tile of a map asks about the same,
/// and about the same as before where only the map moves, or a kind is switched. As many as a number of bytes has room for, one in any case.
/// </summary>
/// <param name="rows">How many rows there are.</param>
internal sealed class AskedLately(int rows)
{
    private const long Bytes = 48 * 1024 * 1024;
    private const int Most = 16;

    /// <summary>All rows that are asked about, those of them with a point, and those that a lens mentions.</summary>
    private const int SetsOfOne = 3;

    private readonly int _most = (int)Math.Clamp(Bytes / (SetsOfOne * sizeof(ulong) * ((long)Bitmap.WordsFor(rows) + 1)), 1, Most);
    private readonly Lock _lock = new();
    private readonly LinkedList<(IncidentQuery Query, IReadOnlyList<long>? Matches, Lazy<FoundRows> Found)> _kept = new();

    /// <summary>What a question was found to be about before, or is now: once, whoever else asks for it meanwhile.</summary>
    /// <param name="textMatches">The same object where they are the same.</param>
    public FoundRows Of(IncidentQuery query, IReadOnlyList<long>? textMatches, Func<FoundRows> find) => Kept(query, textMatches, find).Value;

    private Lazy<FoundRows> Kept(IncidentQuery query, IReadOnlyList<long>? textMatches, Func<FoundRows> find)
    {
        lock (_lock)
        {
            for (var node = _kept.First; node is not null; node = node.Next)
            {
                if (ReferenceEquals(node.Value.Matches, textMatches) && node.Value.Query == query)
                {
                    _kept.Remove(node);
                    _kept.AddFirst(node);
                    return node.Value.Found;
                }
            }

            if (_kept.Count == _most)
            {
                _kept.RemoveLast();
            }

            return _kept.AddFirst((query, textMatches, new Lazy<FoundRows>(find))).Value.Found;
        }
    }
}
