using System.Runtime.ExceptionServices;

namespace Dashboard.Data.Questions;

/// <summary>Documents that were copied out of the store, and then what was read of each: one thread fills it, one reads it.</summary>
internal sealed class DocumentBatch<T>
{
    private const int Most = 256;
    private const int MostBytes = 1 << 20;

    private readonly (long Number, long Dataset, int End)[] _rows = new (long, long, int)[Most];
    private readonly T[] _items = new T[Most];
    private readonly ManualResetEventSlim _isRead = new();
    private byte[] _bytes = new byte[Most];
    private int _count;
    private Exception? _failed;

    private int End => _count == 0 ? 0 : _rows[_count - 1].End;

    /// <returns>True when it is full.</returns>
    public bool Add(long number, long dataset, ReadOnlySpan<byte> document)
    {
        var (start, end) = (End, End + document.Length);
        if (end > _bytes.Length)
        {
            Array.Resize(ref _bytes, Math.Max(end, 2 * _bytes.Length));
        }

        document.CopyTo(_bytes.AsSpan(start));
        _rows[_count++] = (number, dataset, end);
        return _count == Most || end >= MostBytes;
    }

    /// <summary>Reads them all; what goes wrong is thrown where they are taken.</summary>
    public void Read(DocumentRows.Reading<T> read)
    {
        try
        {
            for (int i = 0, start = 0; i < _count; start = _rows[i++].End)
            {
                var (number, dataset, end) = _rows[i];
                _items[i] = read(number, dataset, _bytes.AsSpan(start..end));
            }
        }
#pragma warning disable CA1031 // It is thrown again where they are taken.
        catch (Exception problem)
#pragma warning restore CA1031
        {
            _failed = problem;
        }

        _isRead.Set();
    }

    /// <summary>What was read, in the order of the documents, once it is; the batch is empty then, and what it gave is valid until the next is read.</summary>
    public ArraySegment<T> Take()
    {
        _isRead.Wait();
        _isRead.Reset();
        if (_failed is not null)
        {
            ExceptionDispatchInfo.Throw(_failed);
        }

        var items = new ArraySegment<T>(_items, 0, _count);
        _count = 0;
        return items;
    }
}
