using System.Text;
using Dashboard.Data.Engines;
using Dashboard.Data.Questions;
using Microsoft.Data.Sqlite;

namespace Dashboard.Data.Tests;

public sealed class StreamAheadTests : IDisposable
{
    private readonly SqliteConnection _connection;

    public StreamAheadTests()
    {
        SqliteLibrary.Load();
        _connection = new SqliteConnection("Data Source=:memory:");
        _connection.Open();
    }

    public void Dispose() => _connection.Dispose();

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(256)]
    [InlineData(300)]
    [InlineData(20_000)]
    public void Rows_come_in_their_order_however_many_there_are(int count)
    {
        var read = Ahead(count, (number, dataset, document) => (number, dataset, Encoding.UTF8.GetString(document)));

        Assert.Equal(Enumerable.Range(1, count).Select(number => ((long)number, 7L, $"document {number}")), read);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(256)]
    [InlineData(7_000)]
    [InlineData(20_000)]
    public void What_cannot_be_read_is_told_after_all_before_its_batch(int bad)
    {
        var told = 0L;
        var failed = Assert.Throws<InvalidDataException>(() =>
        {
            foreach (var number in Ahead(20_000, (number, _, _) => number >= bad ? throw new InvalidDataException($"{number}") : number))
            {
                told = number;
            }
        });

        Assert.Equal($"{bad}", failed.Message);
        Assert.Equal((bad - 1) / 256 * 256, told);
    }

    [Fact]
    public void Whoever_has_seen_enough_leaves_no_thread_behind()
    {
        var threads = new HashSet<Thread>();
        Assert.Equal(
            Enumerable.Range(1, 10).Select(number => (long)number),
            Ahead(20_000, (number, _, _) =>
            {
                lock (threads)
                {
                    threads.Add(Thread.CurrentThread);
                }

                return number;
            }).Take(10));

        Assert.NotEmpty(threads);
        Assert.All(threads, thread => Assert.False(thread.IsAlive));
    }

    private IEnumerable<T> Ahead<T>(int count, DocumentRows.Reading<T> read) => DocumentRows.StreamAhead(
        _connection,
        "WITH RECURSIVE row (number) AS (SELECT 1 UNION ALL SELECT number + 1 FROM row WHERE number < @Count) SELECT number, 7 AS dataset, 'document ' || number FROM row WHERE number <= @Count",
        (long)count,
        read);
}
