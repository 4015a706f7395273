namespace Dashboard.Index.Tests;

public class BitmapTests
{
    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(1, 0, 1)]
    [InlineData(64, 0, 64)]
    [InlineData(65, 0, 65)]
    [InlineData(200, 3, 3)]
    [InlineData(200, 3, 64)]
    [InlineData(200, 63, 65)]
    [InlineData(200, 64, 128)]
    [InlineData(200, 1, 199)]
    public void A_range_sets_its_rows_and_no_other(int length, int from, int to)
    {
        var bitmap = new Bitmap(length);
        bitmap.SetRange(from, to);

        Assert.Equal(Enumerable.Range(from, to - from), bitmap.Rows());
        Assert.Equal(to - from, bitmap.Count());
        Assert.All(Enumerable.Range(0, length), row => Assert.Equal(row >= from && row < to, bitmap[row]));
    }

    [Fact]
    public void Sets_are_joined_and_met_word_by_word()
    {
        var (even, third) = (Multiples(2), Multiples(3));
        Assert.Equal(34, even.CountWith(third));

        var both = Multiples(2);
        both.IntersectWith(third);
        Assert.Equal(Multiples(6).Rows(), both.Rows());

        var either = Multiples(2);
        either.UnionWith(third);
        Assert.Equal(Enumerable.Range(0, 200).Where(row => row % 2 == 0 || row % 3 == 0), either.Rows());
    }

    private static Bitmap Multiples(int number)
    {
        var bitmap = new Bitmap(200);
        for (var row = 0; row < bitmap.Length; row += number)
        {
            bitmap.Set(row);
        }

        return bitmap;
    }
}
