using System.Text;

namespace Dashboard.Index;

/// <summary>
/// Many texts in few bytes, each with a number from 0 on; made while an index is built, and let go of after it. Texts are
/// ordered by their code points.
/// </summary>
internal sealed class TextPool
{
    private const int ChunkBits = 20;
    private const int ChunkLength = 1 << ChunkBits;

    /// <summary>Each is of the same length, but for one that a single long text needs.</summary>
    private readonly List<byte[]> _chunks = [];

    /// <summary>Where each text begins, as if all chunks were one.</summary>
    private readonly NotedNumbers _starts = new();
    private readonly NotedNumbers _lengths = new();
    private int _used;

    public int Count => _lengths.Count;

    public ReadOnlySpan<byte> this[int number]
    {
        get
        {
            var start = _starts[number];
            return _chunks[(int)(start >> ChunkBits)].AsSpan((int)start & (ChunkLength - 1), (int)_lengths[number]);
        }
    }

    /// <summary>Keeps the text under the next number, also when an equal one was kept before.</summary>
    public void Append(ReadOnlySpan<char> text)
    {
        var most = Encoding.UTF8.GetMaxByteCount(text.Length);
        if (_chunks.Count == 0 || most > ChunkLength - _used)
        {
            _chunks.Add(new byte[Math.Max(ChunkLength, most)]);
            _used = 0;
        }

        var (start, length) = (((long)(_chunks.Count - 1) << ChunkBits) + _used, Encoding.UTF8.GetBytes(text, _chunks[^1].AsSpan(_used)));
        _starts.Add(start);
        _lengths.Add(length);
        _used = Math.Min(ChunkLength, _used + length);
    }

    /// <summary>For each text, how many different ones come before it.</summary>
    public int[] Ranks()
    {
        var order = Enumerable.Range(0, Count).ToArray();
        Sort(order);
        var ranks = new int[order.Length];
        for (var i = 1; i < order.Length; i++)
        {
            ranks[order[i]] = ranks[order[i - 1]] + (this[order[i]].SequenceEqual(this[order[i - 1]]) ? 0 : 1);
        }

        return ranks;
    }

    /// <summary>Sorts numbers by their texts.</summary>
    public void Sort(Span<int> numbers) => TextSort.Sort(new Texts(this), numbers, new ulong[numbers.Length]);

    private readonly struct Texts(TextPool pool) : ITexts
    {
        public ReadOnlySpan<byte> this[int number] => pool[number];
    }
}
