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

    [Fact]
    public void What_is_in_all_of_some_sets_is_what_meeting_them_one_by_one_leaves()
    {
        const int Length = 100_003;
        var (some, third, seventh) = (new Bitmap(Length), new Bitmap(Length), new Bitmap(Length));
        some.SetRange(40_000, 40_010);
        some.SetRange(70_001, Length);
        Enumerable.Range(0, Length).Where(row => row % 3 == 0).ToList().ForEach(third.Set);
        Enumerable.Range(0, Length).Where(row => row % 7 == 0).ToList().ForEach(seventh.Set);
        var expected = Enumerable.Range(0, Length).Where(row => row % 21 == 0 && (row is >= 40_000 and < 40_010 || row >= 70_001));

        Assert.Equal(expected, Bitmap.InAll(some, third, seventh).Rows());
        Assert.Equal(expected, Bitmap.InAll(seventh, some, third).Rows());
        Assert.Equal(some.Rows(), Bitmap.InAll(some).Rows());
        Assert.Equal(expected.Count(), Bitmap.InAll(third, some).CountWith(seventh));
        Assert.True(Bitmap.InAll(some, third).IsWithin(third));
        Assert.False(some.IsWithin(third));
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
