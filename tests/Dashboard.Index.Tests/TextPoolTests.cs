namespace Dashboard.Index.Tests;

public class TextPoolTests
{
    [Fact]
    public void Equal_texts_are_kept_once_and_all_come_back_in_order()
    {
        var texts = Enumerable.Range(0, 5000).Select(number => $"{(number % 2 == 0 ? "the same beginning " : "")}{number * 7919 % 5000}").ToArray();
        var pool = new TextPool();

        Assert.Equal(Enumerable.Range(0, texts.Length), texts.Select(pool.Intern));
        Assert.Equal(Enumerable.Range(0, texts.Length), texts.Select(pool.Intern));
        Assert.Equal(texts.Order(StringComparer.Ordinal), texts.Zip(pool.Ranks()).OrderBy(pair => pair.Second).Select(pair => pair.First));
    }

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
    public void Capitals_are_forgotten_when_it_folds()
    {
        var pool = new TextPool(isFolded: true);

        Assert.Equal([0, 0, 1, 1, 2], ((string[])["alpha", "ALPHA", "éclair", "ÉCLAIR", "\0"]).Select(pool.Intern));
        Assert.Equal([1, 2, 0], pool.Ranks());
    }

    [Fact]
    public void A_text_may_be_of_any_length()
    {
        var pool = new TextPool();
        string[] texts = ["", new('x', 3 << 20), "after", new('x', (3 << 20) + 1)];

        Assert.Equal([0, 1, 2, 3], texts.Select(pool.Intern));
        Assert.Equal([0, 2, 1, 3], pool.Ranks());
        Assert.Equal(3 << 20, pool[1].Length);
    }
}
