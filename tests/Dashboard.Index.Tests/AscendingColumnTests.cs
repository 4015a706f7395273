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
    }
}
