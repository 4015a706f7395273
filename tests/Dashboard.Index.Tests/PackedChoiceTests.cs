namespace Dashboard.Index.Tests;

public class PackedChoiceTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(16)]
    [InlineData(17)]
    [InlineData(64)]
    [InlineData(65)]
    [InlineData(300)]
    public void The_rows_of_a_word_are_those_whose_number_is_chosen(int numbers)
    {
        var random = new Random(numbers);
        uint[] column = [.. Enumerable.Range(0, 1_000).Select(_ => (uint)random.Next(numbers))];
        bool[] chosen = [.. Enumerable.Range(0, numbers).Select(_ => random.Next(2) == 0)];
        var choice = new PackedChoice(new PackedColumn(column), chosen);

        var bits = Enumerable.Range(0, column.Length).Select(row => (choice.Of(row / 64) >> (row % 64) & 1) == 1).ToArray();

        Assert.Equal(column.Select(number => chosen[number]), bits);
        Assert.Equal(bits, Enumerable.Range(0, column.Length).Select(choice.Has));
        foreach (var (from, to) in ((int, int)[])[(0, 1_000), (3, 61), (60, 70), (130, 130), (64, 128), (900, 1_000)])
        {
            Assert.Equal(bits[from..to].Count(isChosen => isChosen), choice.Count(from, to));
        }
    }
}
