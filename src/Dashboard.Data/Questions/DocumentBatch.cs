using System.Runtime.ExceptionServices;

namespace Dashboard.Data.Questions;

/// <summary>
/// Documents that were copied out of the store, to be read by as many threads as there are processors: reading one takes
/// several times what it takes the store to tell it.
/// </summary>
internal sealed class DocumentBatch
{
    private const int Most = 1024;
    private const int MostBytes = 4 << 20;

    /// <summary>A thread takes so many at a time.</summary>
    private const int Share = 64;

    private readonly (long Number, long Dataset, int End)[] _rows = new (long, long, int)[Most];
    private byte[] _bytes = new byte[Most];
    private int _count;

    private bool IsFull => _count == Most || End >= MostBytes;

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
        return IsFull;
    }

    /// <summary>What is read of each document, in their order; after it the batch is empty.</summary>
    /// <param name="read">Called on several threads.</param>
    public T[] TakeAll<T>(DocumentRows.Reading<T> read)
    {
        var (all, next) = (new T[_count], 0);
        Exception? failed = null;
        var others = new Thread[Math.Min(Environment.ProcessorCount, (_count + Share - 1) / Share) is > 1 and var threads ? threads - 1 : 0];
        for (var i = 0; i < others.Length; i++)
        {
            // Started from here, it gives way to others as this thread does.
            others[i] = new Thread(ReadShares) { IsBackground = true, Name = "documents", Priority = Thread.CurrentThread.Priority };
            others[i].Start();
        }

        ReadShares();
        Array.ForEach(others, other => other.Join());
        if (failed is not null)
        {
            ExceptionDispatchInfo.Throw(failed);
        }

        _count = 0;
        return all;

        void ReadShares()
        {
            try
            {
                while (failed is null && Interlocked.Add(ref next, Share) - Share is var from && from < all.Length)
                {
                    for (var i = from; i < Math.Min(all.Length, from + Share); i++)
                    {
                        all[i] = Read(i, read);
                    }
                }
            }
#pragma warning disable CA1031 // It is thrown again where all of them are waited for.
            catch (Exception problem)
#pragma warning restore CA1031
            {
                Interlocked.CompareExchange(ref failed, problem, null);
            }
        }
    }

    private T Read<T>(int i, DocumentRows.Reading<T> read)
    {
        var (number, dataset, end) = _rows[i];
        return read(number, dataset, _bytes.AsSpan((i == 0 ? 0 : _rows[i - 1].End)..end));
    }
}
