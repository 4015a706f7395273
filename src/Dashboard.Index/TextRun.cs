using System.Runtime.CompilerServices;

namespace Dashboard.Index;

/// <summary>Some texts side by side, so that a processor has all of them at hand.</summary>
internal sealed class TextRun
{
    private const int FirstRoom = 1024;

    private byte[] _bytes = new byte[FirstRoom];

    /// <summary>Where each text ends, and the next begins; before the first, 0.</summary>
    private int[] _ends = new int[FirstRoom];
    private long[] _places = new long[FirstRoom];

    public int Count { get; private set; }

    /// <summary>The texts, to be sorted.</summary>
    public Texts All => new(this);

    /// <summary>Takes some texts of a pool instead of those before.</summary>
    /// <param name="places">All that the pool told.</param>
    // Optimized before it is called: one build would be half over by the time that the runtime comes to it.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Take(TextPool pool, ReadOnlySpan<long> places, ReadOnlySpan<int> numbers)
    {
        if (numbers.Length >= _ends.Length)
        {
            (_ends, _places) = (new int[2 * numbers.Length], new long[2 * numbers.Length]);
        }

        for (var i = 0; i < numbers.Length; i++)
        {
            _places[i] = places[numbers[i]];
        }

        Count = numbers.Length;
        pool.CopyTo(_places.AsSpan(0, Count), ref _bytes, _ends.AsSpan(1));
    }

    public readonly struct Texts(TextRun run) : ITexts
    {
        public ReadOnlySpan<byte> this[int number] => run._bytes.AsSpan(run._ends[number]..run._ends[number + 1]);
    }
}
