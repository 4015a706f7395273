namespace Dashboard.Index.Tests;

public class TextPoolTests
{
    [Fact]
    public void Texts_that_begin_alike_are_ordered_by_where_they_part()
    {
        var random = new Random(1);
        var texts = Enumerable.Range(0, 3000).Select(_ => string.Concat(Enumerable.Range(0, random.Next(40)).Select(_ => random.Next(20) == 0 ? 'b' : 'a'))).Distinct().ToArray();
        var pool = new TextPool();
        foreach (var text in texts)
        {
            pool.Append(text);
        }

        Assert.Equal(texts.Order(StringComparer.Ordinal), texts.Zip(pool.Ranks()).OrderBy(pair => pair.Second).Select(pair => pair.First));
    }

    [Fact]
    public void A_text_that_is_the_beginning_of_another_comes_before_it_and_equal_ones_share_a_rank()
    {
        string[] texts = ["conflict-1", "conflict", "conflict-10", "", "conflict-1\0", "conflict-1", "conflict-1\0\0\0\0\0\0\0\0\0", "konflikt", "é", "conflict-1\0\0"];
        var pool = new TextPool();
        Array.ForEach(texts, text => pool.Append(text));

        Assert.Equal([2, 1, 6, 0, 3, 2, 5, 7, 8, 4], pool.Ranks());
    }

    [Fact]
    public void A_text_may_be_of_any_length()
    {
        var pool = new TextPool();
        string[] texts = ["", new('x', 3 << 20), "after", new('x', (3 << 20) + 1)];
        Array.ForEach(texts, text => pool.Append(text));

        Assert.Equal([0, 2, 1, 3], pool.Ranks());
        Assert.Equal(3 << 20, pool[1].Length);
    }
}
