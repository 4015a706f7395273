namespace Dashboard.Index.Tests;

public class TextNumbersTests
{
    [Fact]
    public void Equal_texts_have_one_number_and_all_come_back()
    {
        var texts = Enumerable.Range(0, 5000).Select(number => $"{(number % 2 == 0 ? "the same beginning " : "")}{number * 7919 % 5000}{(number % 3 == 0 ? " é" : "")}").ToArray();
        var numbers = new TextNumbers();

        Assert.Equal(Enumerable.Range(0, texts.Length), texts.Select(numbers.Of));
        Assert.Equal(Enumerable.Range(0, texts.Length), texts.Select(numbers.Of));
        Assert.Equal(texts, Enumerable.Range(0, numbers.Count).Select(number => numbers[number]));
        Assert.Equal(texts.Order(StringComparer.Ordinal), texts.Zip(numbers.Ranks(isFolded: false)).OrderBy(pair => pair.Second).Select(pair => pair.First));
    }

    [Fact]
    public void The_same_objects_have_the_numbers_of_their_texts()
    {
        var random = new Random(1);
        string[] different = [.. Enumerable.Range(0, 3000).Select(number => $"text {number}")];
        string[] texts = [.. Enumerable.Range(0, 20_000).Select(_ => different[random.Next(different.Length)])];
        var (alone, shared) = (new TextNumbers(), new TextNumbers());

        Assert.Equal(texts.Select(alone.Of), texts.Select(shared.OfShared));
    }

    [Fact]
    public void Texts_have_the_same_numbers_told_together()
    {
        var random = new Random(1);
        string[] different = [.. Enumerable.Range(0, 3000).Select(number => $"text {number}")];
        string[] texts = [.. Enumerable.Range(0, 20_000).Select(_ => different[random.Next(different.Length)])];
        var (alone, together, numbers) = (new TextNumbers(), new TextNumbers(), new long[texts.Length]);
        for (int from = 0, to; from < texts.Length; from = to)
        {
            to = Math.Min(texts.Length, from + random.Next(1, 300));
            together.Of(texts.AsSpan(from..to), numbers.AsSpan(from..to));
        }

        Assert.Equal(texts.Select(text => (long)alone.Of(text)), numbers);
    }

    [Fact]
    public void Texts_of_every_length_are_told_apart()
    {
        string[] texts = ["", .. from length in Enumerable.Range(1, 40) from last in "abé" select new string('a', length - 1) + last];
        var numbers = new TextNumbers();

        Assert.Equal(Enumerable.Range(0, texts.Length), texts.Select(numbers.Of));
    }

    [Fact]
    public void Capitals_make_no_difference_to_folded_ranks()
    {
        var numbers = new TextNumbers();

        Assert.Equal([0, 1, 2, 3, 4], ((string[])["alpha", "ALPHA", "éclair", "ÉCLAIR", "\0"]).Select(numbers.Of));
        Assert.Equal([1, 1, 2, 2, 0], numbers.Ranks(isFolded: true));
    }

    [Fact]
    public void A_text_may_be_of_any_length()
    {
        var numbers = new TextNumbers();
        string[] texts = ["", new('x', 3 << 19), "after", new('x', (3 << 19) + 1), new('y', 70_000)];

        Assert.Equal([0, 1, 2, 3, 4], texts.Select(numbers.Of));
        var again = new long[texts.Length];
        numbers.Of(texts, again);
        Assert.Equal([0, 1, 2, 3, 4], again);
        Assert.Equal(texts, Enumerable.Range(0, numbers.Count).Select(number => numbers[number]));
        Assert.Equal([0, 2, 1, 3, 4], numbers.Ranks(isFolded: true));
    }
}
