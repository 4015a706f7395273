using Dapper;
using Dashboard.Data.Engines;
using Microsoft.Data.Sqlite;

namespace Dashboard.Data.Questions;

/// <summary>
/// Rows of <c>number, dataset, document</c>, one at a time and without a copy of the document: there may be a million.
/// </summary>
internal static class DocumentRows
{
    public const string Columns = "number, dataset, document";

    /// <summary>
    /// Eight megabytes. Incidents that are asked for in any order are each on a page of their own, and between two of them
    /// lie pages of the tree: in the usual two megabytes these would be thrown out before they are met again.
    /// </summary>
    private const string MoreRoom = "PRAGMA cache_size = -8192";

    private const string One = $"SELECT {Columns} FROM incident WHERE number = ?1";

    /// <param name="document">Valid during the call only.</param>
    public delegate T Reading<T>(long number, long dataset, ReadOnlySpan<byte> document);

    /// <param name="sql">Selects <see cref="Columns"/>.</param>
    /// <param name="parameter">The text or number of its only parameter; null where it has none.</param>
    public static IEnumerable<T> Stream<T>(SqliteConnection connection, string sql, object? parameter, Reading<T> read)
    {
        // The layers above a statement take longer for each row than the store itself.
        using var rows = new RawStatement(connection, sql);
        switch (parameter)
        {
            case string text:
                rows.Bind(1, text);
                break;
            case long number:
                rows.Bind(1, number);
                break;
            case not null:
                throw new ArgumentException("Neither a text nor a number.", nameof(parameter));
        }

        while (rows.Step())
        {
            yield return read(rows.Integer(0), rows.Integer(1), rows.Utf8(2));
        }
    }

    /// <summary>The same for all that there are: read some batches ahead, on several threads, but for what fits in one.</summary>
    /// <inheritdoc cref="Stream"/>
    public static IEnumerable<T> StreamAhead<T>(SqliteConnection connection, string sql, object? parameter, Reading<T> read)
    {
        using var threads = new ReadingThreads<T>(read);
        var (ahead, batch) = (new Queue<DocumentBatch<T>>(), new DocumentBatch<T>());
        foreach (var isFull in Stream(connection, sql, parameter, (number, dataset, document) => batch.Add(number, dataset, document)))
        {
            if (!isFull)
            {
                continue;
            }

            threads.Give(batch);
            ahead.Enqueue(batch);
            if (ahead.Count <= ReadingThreads<T>.MostAhead)
            {
                batch = new();
                continue;
            }

            batch = ahead.Dequeue();
            foreach (var item in batch.Take())
            {
                yield return item;
            }
        }

        batch.Read(read);
        ahead.Enqueue(batch);
        foreach (var item in ahead.SelectMany(some => some.Take()))
        {
            yield return item;
        }
    }

    /// <summary>Prepares a connection for very many questions of <see cref="InOrder"/>; it stays so.</summary>
    public static void ExpectMany(SqliteConnection connection) => connection.Execute(MoreRoom);

    /// <summary>Incidents in the order of the numbers, whether they still hold or not; unknown ones are left out.</summary>
    public static IEnumerable<T> InOrder<T>(SqliteConnection connection, IEnumerable<long> numbers, Reading<T> read)
    {
        using var one = new RawStatement(connection, One);
        foreach (var number in numbers)
        {
            one.Bind(1, number);
            while (one.Step())
            {
                yield return read(one.Integer(0), one.Integer(1), one.Utf8(2));
            }
        }
    }
}
