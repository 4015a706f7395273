namespace Dashboard.Index.Tests;

public class DigitSortTests
{
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
