using System.Numerics;
using System.Runtime.CompilerServices;

namespace Dashboard.Index.Tiles;

/// <summary>A counter for each number, most of which stay at nothing: those that do not are told in order and begin anew.</summary>
/// <param name="expected">Numbers are lower than this, mostly.</param>
internal sealed class SparseCounts(int expected)
{
    private const int WordBits = Bitmap.WordBits;

    private uint[] _counts = new uint[expected];
    private ulong[] _used = new ulong[(expected / WordBits) + 1];
    private ulong[] _usedWords = new ulong[(expected / WordBits / WordBits) + 1];

    /// <summary>Every number is lower.</summary>
    public int Limit => _counts.Length;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(uint number, uint count = 1)
    {
        if (number >= _counts.Length)
        {
            Grow((int)number);
        }

        ref var held = ref _counts[number];
        if (held == 0)
        {
            _used[number / WordBits] |= 1UL << (int)(number % WordBits);
            _usedWords[number / WordBits / WordBits] |= 1UL << (int)(number / WordBits % WordBits);
        }

        held += count;
    }

    /// <summary>Appends every number that was counted, ascending, with its count; and forgets them.</summary>
    public void MoveTo(List<uint> numbers, List<uint> counts) => TellAndForget(new Lists(numbers, counts));

    /// <summary>Tells every number that was counted, ascending, with its count; and forgets them.</summary>
    // Optimized before it is called: one build would be half over by the time that the runtime comes to it.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void TellAndForget<TSink>(TSink sink)
        where TSink : struct, ISink
    {
        for (var outer = 0; outer < _usedWords.Length; outer++)
        {
            for (; _usedWords[outer] != 0; _usedWords[outer] &= _usedWords[outer] - 1)
            {
                var word = (outer * WordBits) + BitOperations.TrailingZeroCount(_usedWords[outer]);
                for (; _used[word] != 0; _used[word] &= _used[word] - 1)
                {
                    var number = (word * WordBits) + BitOperations.TrailingZeroCount(_used[word]);
                    sink.Add((uint)number, _counts[number]);
                    _counts[number] = 0;
                }
            }
        }
    }

    private void Grow(int number)
    {
        var length = Math.Max(number + 1, _counts.Length * 2);
        Array.Resize(ref _counts, length);
        Array.Resize(ref _used, (length / WordBits) + 1);
        Array.Resize(ref _usedWords, (length / WordBits / WordBits) + 1);
    }

    /// <summary>Is told numbers and how often each was counted.</summary>
    public interface ISink
    {
        void Add(uint number, uint count);
    }

    private readonly struct Lists(List<uint> numbers, List<uint> counts) : ISink
    {
        public void Add(uint number, uint count)
        {
            numbers.Add(number);
            counts.Add(count);
        }
    }
}
