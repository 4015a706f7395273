namespace Dashboard.Index.Tests;

public class PackedColumnTests
{
    public static TheoryData<int> Widths { get; } = [.. Enumerable.Range(0, 33)];

    [Theory]
    [MemberData(nameof(Widths))]
    public void Numbers_of_any_width_come_back(int width)
    {
        var random = new Random(width);
        foreach (var count in (int[])[0, 1, 7, 64, 1000])
        {
            var numbers = Enumerable.Range(0, count).Select(_ => (uint)random.NextInt64(1L << width)).ToArray();
            var column = new PackedColumn(numbers);

            Assert.Equal(numbers, Enumerable.Range(0, column.Count).Select(row => column[row]));
        }
    }

    [Fact]
    public void The_rows_with_chosen_numbers_are_found()
    {
        uint[] numbers = [.. Enumerable.Range(0, 500).Select(row => (uint)(row * 7 % 5))];
        var rows = new PackedColumn(numbers).Where([false, true, false, false, true]);

        Assert.Equal(Enumerable.Range(0, 500).Where(row => numbers[row] is 1 or 4), rows.Rows());
    }
}
