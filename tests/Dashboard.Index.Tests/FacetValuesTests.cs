namespace Dashboard.Index.Tests;

public class FacetValuesTests
{
    public static TheoryData<string> Counts { get; } = ["1111", "2222", "1222", "0222", "2221", "3", "00", "1032"];

    /// <param name="each">How many values each incident has.</param>
    [Theory]
    [MemberData(nameof(Counts))]
    public void Rows_have_the_values_of_their_incidents_however_many_each_has(string each)
    {
        int[] counts = [.. each.Select(digit => digit - (int)'0')];
        var (random, values, slugs) = (new Random(counts.Length), new FacetValues(), new TextPool());
        string[][] noted = [.. counts.Select(count => random.GetItems<string>(["a", "b", "c"], count))];
        List<long> ends = [];
        foreach (var some in noted)
        {
            Array.ForEach(some, value => values.Note(value));
            ends.Add((ends.Count == 0 ? 0 : ends[^1]) + some.Length);
            slugs.Append($"slug {ends.Count}");
        }

        values.EndIncidents([.. ends]);

        var arrangement = new Arrangement([.. counts.Select((_, read) => -(long)read)], slugs, new BufferPool());
        var postings = values.Build(arrangement);

        Assert.All(values.Names.Index(), name => Assert.Equal(
            Enumerable.Range(0, counts.Length).Where(row => noted[counts.Length - 1 - row].Contains(name.Item)),
            postings.RowsWith(name.Index, Bitmap.Full(counts.Length))));
        Assert.All(values.Names.Index(), name => Assert.Equal(noted.Count(some => some.Contains(name.Item)), postings.Count(name.Index)));
    }
}
