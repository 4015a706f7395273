using Dashboard.Index.Files;

namespace Dashboard.Index.Tests;

public class AscendingColumnTests
{
    [Theory]
    [InlineData(1, 50)]
    [InlineData(1, 100_000)]
    [InlineData(1_440, 300)]
    [InlineData(7, int.MaxValue)]
    public void A_number_is_found_where_it_stands_first_or_where_it_would(long unit, int different)
    {
        var random = new Random(different);
        long[] numbers = [.. Enumerable.Range(0, 20_000).Select(_ => -1_000 + (unit * random.Next(different))).Order()];
        var column = new AscendingColumn(numbers);
        long[] asked = [long.MinValue / 4, numbers[0] - 1, numbers[^1] + 1, .. Enumerable.Range(0, 1_000).Select(_ => numbers[random.Next(numbers.Length)] + random.Next(-1, 2))];

        var found = asked.Select(number => column.FirstAtOrAfter(number));

        Assert.Equal(asked.Select(number => numbers.Count(other => other < number)), found);
        Assert.Equal(asked.Order().Select(number => numbers.Count(other => other < number)), InTurn(column, asked));
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(864, 50)]
    [InlineData(1, 100_000)]
    [InlineData(7, int.MaxValue)]
    [InlineData(1_000_000_007, int.MaxValue)]
    public void Numbers_come_back_and_from_a_file(long unit, int different)
    {
        var random = new Random(different);
        long[] numbers = [.. Enumerable.Range(0, 20_000).Select(_ => -1_000 + (unit * random.Next(different))).Order()];
        using var file = new MemoryStream();
        new AscendingColumn(numbers).Write(new IndexWriter(file));
        file.Position = 0;

        foreach (var column in (AscendingColumn[])[new AscendingColumn(numbers), AscendingColumn.Read(new IndexReader(file))])
        {
            Assert.Equal(numbers, Enumerable.Range(0, column.Count).Select(row => column[row]));
        }
    }

    [Fact]
    public void Days_that_many_share_take_next_to_nothing()
    {
        var writer = new IndexWriter(Stream.Null);

        new AscendingColumn([.. Enumerable.Range(0, 100_000).Select(row => row / 1_000 * TimeSpan.TicksPerDay)]).Write(writer);

        Assert.InRange(writer.Length, 1, 1_000);
    }

    private static IEnumerable<int> InTurn(AscendingColumn column, IEnumerable<long> asked)
    {
        var from = 0;
        return [.. asked.Order().Select(number => from = column.FirstAtOrAfter(number, from))];
    }
}
