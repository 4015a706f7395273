using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
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

    private const int LengthBits = 16;
    private const int MostLength = (1 << LengthBits) - 1;

    /// <summary>So many bytes are copied in one piece.</summary>
    private const int AtOnce = 64;

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
        var (start, length) = Keep(text);
        _starts.Add(start);
        _lengths.Add(length);
    }

    /// <summary>The same for some texts, in their order.</summary>
    public void Append(ReadOnlySpan<string> texts)
    {
        Span<long> starts = stackalloc long[texts.Length];
        Span<long> lengths = stackalloc long[texts.Length];
        for (var i = 0; i < texts.Length; i++)
        {
            (starts[i], lengths[i]) = Keep(texts[i]);
        }

        _starts.Add(starts);
        _lengths.Add(lengths);
    }

    /// <summary>Copies texts, one behind the other.</summary>
    /// <param name="places">Where the texts lie, as <see cref="Places"/> tells it.</param>
    /// <param name="into">Made longer where that is needed.</param>
    /// <param name="ends">Where each text ends there.</param>
    // Optimized before it is called: one build would be half over by the time that the runtime comes to it.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void CopyTo(ReadOnlySpan<long> places, ref byte[] into, Span<int> ends)
    {
        for (int i = 0, at = 0; i < places.Length; i++)
        {
            var (start, length) = (places[i] >> LengthBits, (int)(places[i] & MostLength));
            var (chunk, from) = (_chunks[(int)(start >> ChunkBits)], (int)start & (ChunkLength - 1));
            if (at + Math.Max(length, AtOnce) > into.Length)
            {
                Array.Resize(ref into, 2 * (at + Math.Max(length, AtOnce)));
            }

            if (length <= AtOnce && from + AtOnce <= chunk.Length)
            {
                // In one piece whatever its length: so nobody waits for it, and the next ones are fetched meanwhile.
                Vector512.LoadUnsafe(ref chunk[from]).StoreUnsafe(ref into[at]);
            }
            else
            {
                chunk.AsSpan(from, length).CopyTo(into.AsSpan(at));
            }

            ends[i] = at += length;
        }
    }

    /// <summary>For each text where it begins, as if all chunks were one, and how long it is, in one number; null where any is too long for that.</summary>
    public Buffer<long>? Places(BufferPool buffers)
    {
        if (_lengths.Bits > MostLength)
        {
            return null;
        }

        var (buffer, lengths) = (buffers.Rent<long>(Count), new NotedNumbers.Reader(_lengths));
        var places = buffer.All;
        _starts.CopyTo(0, places);
        for (var i = 0; i < places.Length; i++)
        {
            places[i] = (places[i] << LengthBits) | lengths.Next();
        }

        return buffer;
    }

    private (long Start, int Length) Keep(ReadOnlySpan<char> text)
    {
        var most = Encoding.UTF8.GetMaxByteCount(text.Length);
        if (_chunks.Count == 0 || most > ChunkLength - _used)
        {
            _chunks.Add(new byte[Math.Max(ChunkLength, most)]);
            _used = 0;
        }

        var (start, length) = (((long)(_chunks.Count - 1) << ChunkBits) + _used, Encoding.UTF8.GetBytes(text, _chunks[^1].AsSpan(_used)));
        _used = Math.Min(ChunkLength, _used + length);
        return (start, length);
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
