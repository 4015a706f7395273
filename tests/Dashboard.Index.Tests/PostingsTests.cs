namespace Dashboard.Index.Tests;

public class PostingsTests
{
    public static TheoryData<int> RowCounts { get; } = [1, 63, 64, 65, 1000, 70_000];

    [Theory]
    [MemberData(nameof(RowCounts))]
    public void Each_value_has_the_rows_it_was_told_however_many_they_are(int rowCount)
    {
        var random = new Random(rowCount);
        int[] oneOf = [1, 2, 3, 15, 16, 17, 100, 5_000, int.MaxValue];
        bool[][] has = [.. oneOf.Select(one => Enumerable.Range(0, rowCount).Select(row => random.Next(one) == 0 || (one > 100 && row == rowCount - 1)).ToArray())];
        var builder = new Postings.Builder([.. has.Select(rows => rows.Count(isRow => isRow))], rowCount);
        for (var row = 0; row < rowCount; row++)
        {
            for (var value = 0; value < oneOf.Length; value++)
            {
                for (var again = 0; has[value][row] && again < 2; again++)
                {
                    builder.Add(row, value);
                }
            }
        }

        var postings = builder.Build();
        var even = new Bitmap(rowCount);
        Enumerable.Range(0, rowCount).Where(row => row % 2 == 0).ToList().ForEach(even.Set);
        for (var value = 0; value < oneOf.Length; value++)
        {
            int[] rows = [.. Enumerable.Range(0, rowCount).Where(row => has[value][row])];
            int[] evenRows = [.. rows.Where(row => row % 2 == 0)];
            Assert.Equal(rows, postings.Any([value]).Rows());
            Assert.Equal(rows.Length, postings.Count(value));
            Assert.Equal(evenRows.Length, postings.CountWith(value, even));
            Assert.Equal(evenRows, postings.RowsWith(value, even));
        }

        foreach (var some in Windows(random, rowCount))
        {
            for (var value = 0; value < oneOf.Length; value++)
            {
                Assert.Equal(some.Rows().Count(row => has[value][row]), postings.CountWith(value, some));
            }
        }
    }

    /// <summary>Sets as a window leaves them: a range of rows, rows of which some are missing, and single rows far before them.</summary>
    private static IEnumerable<Bitmap> Windows(Random random, int rowCount)
    {
        for (var round = 0; round < 40; round++)
        {
            var (from, some) = (random.Next(rowCount), new Bitmap(rowCount));
            some.SetRange(from, random.Next(from, rowCount + 1));
            for (var missing = random.Next(4) - 2; missing > 0; missing--)
            {
                some.Unset(random.Next(rowCount));
            }

            for (var single = random.Next(5) - 2; single > 0; single--)
            {
                some.Set(random.Next(rowCount));
            }

            yield return some;
        }
    }
}
