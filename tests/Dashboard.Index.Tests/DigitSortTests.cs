namespace Dashboard.Index.Tests;

public class DigitSortTests
{
    [Theory]
    [InlineData(0, 10)]
    [InlineData(1, 10)]
    [InlineData(100, 1000)]
    [InlineData(5000, 200)]
    [InlineData(5000, 70_000)]
    [InlineData(5000, int.MaxValue)]
    public void Numbers_come_out_ascending(int count, int different)
    {
        var random = new Random(count);
        int[] numbers = [.. Enumerable.Range(0, count).Select(_ => random.Next(different))];
        int[] sorted = [.. numbers];

        DigitSort.Sort(sorted, new int[count]);

        Assert.Equal(numbers.Order(), sorted);
    }

    [Fact]
    public void Equal_numbers_stay_in_order_and_say_where_they_were()
    {
        var random = new Random(1);
        ulong[] numbers = [.. Enumerable.Range(0, 5000).Select(_ => (ulong)random.Next(300) << 30)];

        var (sorted, places) = DigitSort.Sorted<ulong>([.. numbers], numbers.Max());

        Assert.Equal(numbers.Order(), sorted);
        Assert.Equal(Enumerable.Range(0, numbers.Length).OrderBy(place => numbers[place]), places);
    }
}
