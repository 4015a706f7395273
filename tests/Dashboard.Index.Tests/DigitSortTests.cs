namespace Dashboard.Index.Tests;

public class DigitSortTests
{
    [Fact]
    public void Equal_numbers_stay_in_order_and_say_where_they_were()
    {
        var random = new Random(1);
        ulong[] numbers = [.. Enumerable.Range(0, 5000).Select(_ => (ulong)random.Next(300) << 30)];

        var buffers = new BufferPool();
        var buffer = buffers.Rent<ulong>(numbers.Length);
        numbers.CopyTo(buffer.All);

        var (sorted, places) = DigitSort.Sorted(buffer, numbers.Max(), buffers);

        Assert.Equal(numbers.Order(), sorted.All.ToArray());
        Assert.Equal(Enumerable.Range(0, numbers.Length).OrderBy(place => numbers[place]), places.All.ToArray());
    }
}
