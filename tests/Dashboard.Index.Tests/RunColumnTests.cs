using Dashboard.Index.Files;

namespace Dashboard.Index.Tests;

public class RunColumnTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(40)]
    [InlineData(1_000)]
    public void Numbers_come_back_with_runs_of_any_length_and_from_a_file(int longest)
    {
        var random = new Random(longest);
        int[] numbers = [.. Enumerable.Range(0, 60).SelectMany(_ => Enumerable.Repeat(random.Next(1_000), random.Next(1, longest + 1)))];
        using var file = new MemoryStream();
        new RunColumn(numbers).Write(new IndexWriter(file));
        file.Position = 0;

        foreach (var column in (RunColumn[])[new RunColumn(numbers), RunColumn.Read(new IndexReader(file))])
        {
            Assert.Equal(numbers, Enumerable.Range(0, column.Count).Select(row => (int)column[row]));
            Assert.All(Enumerable.Range(0, column.Count), row => Assert.True(column.EndOf(row) > row && numbers[row..column.EndOf(row)].All(number => number == numbers[row])));
        }
    }

    [Fact]
    public void Long_runs_take_next_to_nothing()
    {
        int[] numbers = [.. Enumerable.Range(0, 100_000).Select(row => row / 1_000)];
        var writer = new IndexWriter(Stream.Null);

        new RunColumn(numbers).Write(writer);

        Assert.InRange(writer.Length, 1, 1_000);
    }

    [Fact]
    public void There_may_be_no_number_at_all() => Assert.Equal(0, new RunColumn([]).Count);
}
