using System.Text;
using Dashboard.Data.Questions;

namespace Dashboard.Data.Tests;

public class DocumentBatchTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(200)]
    public void Documents_come_back_in_their_order_and_then_the_batch_is_empty(int count)
    {
        var batch = new DocumentBatch<(long, long, string)>();
        for (var round = 0; round < 2; round++)
        {
            for (var number = 0; number < count; number++)
            {
                batch.Add(number, number % 3, Encoding.UTF8.GetBytes($"document {number * 7919}"));
            }

            batch.Read((number, dataset, document) => (number, dataset, Encoding.UTF8.GetString(document)));

            Assert.Equal(Enumerable.Range(0, count).Select(number => ((long)number, (long)(number % 3), $"document {number * 7919}")), batch.Take());
        }
    }

    [Fact]
    public void It_is_full_after_some_documents_or_a_few_that_are_long()
    {
        var (many, large) = (new DocumentBatch<long>(), new DocumentBatch<long>());

        Assert.Equal(256, 1 + Enumerable.Range(0, 2000).TakeWhile(number => !many.Add(number, 1, "{}"u8)).Count());
        Assert.Equal(5, 1 + Enumerable.Range(0, 2000).TakeWhile(number => !large.Add(number, 1, new byte[250_000])).Count());
    }

    [Fact]
    public void What_cannot_be_read_is_told_to_whoever_takes_the_batch()
    {
        var batch = new DocumentBatch<long>();
        for (var number = 0; number < 100; number++)
        {
            batch.Add(number, 1, "{}"u8);
        }

        batch.Read((number, _, _) => number == 77 ? throw new InvalidDataException("77") : number);

        Assert.Throws<InvalidDataException>(() => batch.Take());
    }
}
