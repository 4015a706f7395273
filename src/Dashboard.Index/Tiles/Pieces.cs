using System.Runtime.CompilerServices;

namespace Dashboard.Index.Tiles;

/// <summary>Values that are added one after the other, in pieces that are longer and longer: none is copied when there is no more room.</summary>
internal sealed class Pieces<T>
{
    private const int FirstLength = 64;
    private const int MostLength = 1 << 15;

    private readonly List<T[]> _full = [];
    private T[] _open = [];
    private int _used;

    public int Count { get; private set; }

    /// <summary>The one that was added last; there must be one.</summary>
    public ref T Last
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => ref _open[_used - 1];
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(T value)
    {
        if (_used == _open.Length)
        {
            MakeRoom();
        }

        _open[_used++] = value;
        Count++;
    }

    public void AddRange(ReadOnlySpan<T> values)
    {
        while (!values.IsEmpty)
        {
            if (_used == _open.Length)
            {
                MakeRoom();
            }

            var some = values[..Math.Min(values.Length, _open.Length - _used)];
            some.CopyTo(_open.AsSpan(_used));
            (_used, Count) = (_used + some.Length, Count + some.Length);
            values = values[some.Length..];
        }
    }

    /// <summary>Copies all of them.</summary>
    /// <param name="into">Has room for them.</param>
    public void CopyTo(Span<T> into)
    {
        foreach (var piece in _full)
        {
            piece.CopyTo(into);
            into = into[piece.Length..];
        }

        _open.AsSpan(0, _used).CopyTo(into);
    }

    private void MakeRoom()
    {
        if (_used > 0)
        {
            _full.Add(_open);
        }

        (_open, _used) = (GC.AllocateUninitializedArray<T>(Math.Clamp(Count, FirstLength, MostLength)), 0);
    }
}
