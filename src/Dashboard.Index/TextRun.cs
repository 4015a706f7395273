namespace Dashboard.Index;

/// <summary>Some texts side by side, so that a processor has all of them at hand; emptied for the next.</summary>
internal sealed class TextRun
{
    private const int FirstRoom = 1024;

    private byte[] _bytes = new byte[FirstRoom];

    /// <summary>Where each text ends, and the next begins; before the first, 0.</summary>
    private int[] _ends = new int[FirstRoom];

    public int Count { get; private set; }

    /// <summary>The texts, to be sorted.</summary>
    public Texts All => new(this);

    public void Clear() => Count = 0;

    public void Append(ReadOnlySpan<byte> text)
    {
        var start = _ends[Count];
        if (start + text.Length > _bytes.Length)
        {
            Array.Resize(ref _bytes, 2 * (start + text.Length));
        }

        if (Count + 2 > _ends.Length)
        {
            Array.Resize(ref _ends, 2 * _ends.Length);
        }

        text.CopyTo(_bytes.AsSpan(start));
        _ends[++Count] = start + text.Length;
    }

    public readonly struct Texts(TextRun run) : ITexts
    {
        public ReadOnlySpan<byte> this[int number] => run._bytes.AsSpan(run._ends[number]..run._ends[number + 1]);
    }
}
