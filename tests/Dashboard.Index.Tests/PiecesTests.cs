using Dashboard.Index.Tiles;

namespace Dashboard.Index.Tests;

public class PiecesTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(64)]
    [InlineData(65)]
    [InlineData(200_000)]
    public void Everything_comes_back_whether_added_alone_or_with_others(int count)
    {
        var (random, pieces) = (new Random(count), new Pieces<int>());
        int[] numbers = [.. Enumerable.Range(0, count).Select(_ => random.Next())];
        for (var from = 0; from < count;)
        {
            if (random.Next(2) == 0)
            {
                pieces.Add(numbers[from++]);
            }
            else
            {
                var some = numbers.AsSpan(from, Math.Min(count - from, random.Next(50_000)));
                pieces.AddRange(some);
                from += some.Length;
            }

            Assert.Equal(from == 0 ? 0 : numbers[from - 1], from == 0 ? 0 : pieces.Last);
        }

        var copied = new int[count];
        pieces.CopyTo(copied);

        Assert.Equal(count, pieces.Count);
        Assert.Equal(numbers, copied);
    }
}
