namespace Dashboard.Index;

/// <summary>Values that are noted one after the other, in pieces: none is copied when there is no more room.</summary>
internal sealed class Noted<T>
{
    private const int PieceBits = 15;
    private const int PieceLength = 1 << PieceBits;

    private readonly List<T[]> _pieces = [];
    private T[] _piece = [];
    private int _used;

    public int Count => _pieces.Count == 0 ? 0 : ((_pieces.Count - 1) << PieceBits) + _used;

    public T this[int number] => _pieces[number >> PieceBits][number & (PieceLength - 1)];

    public void Add(T value)
    {
        if (_used == _piece.Length)
        {
            _pieces.Add(_piece = new T[PieceLength]);
            _used = 0;
        }

        _piece[_used++] = value;
    }

    /// <summary>All of them side by side.</summary>
    public T[] ToArray()
    {
        var all = GC.AllocateUninitializedArray<T>(Count);
        for (var piece = 0; piece < _pieces.Count; piece++)
        {
            var start = piece << PieceBits;
            _pieces[piece].AsSpan(0, Math.Min(PieceLength, all.Length - start)).CopyTo(all.AsSpan(start));
        }

        return all;
    }
}
