using System.Runtime.Intrinsics;
using Dashboard.Index.Tiles;

namespace Dashboard.Index.Tests;

public class PointRowsTests
{
    private const int Count = 1_000;

    /// <summary>Rows of a small index, of one where many share their upper bits, and of one where few do.</summary>
    [Theory]
    [InlineData(0, 3)]
    [InlineData(1, 300)]
    [InlineData(2, 90_000)]
    public void A_run_of_rows_is_found_among_those_of_points(int seed, int most)
    {
        var (random, stop) = (new Random(seed), TestContext.Current.CancellationToken);
        var (rows, last) = (new int[Count], 0);
        for (var point = 0; point < Count; point++)
        {
            rows[point] = last += random.Next(most);
        }

        var points = new PointRows(rows, last + 1);

        Assert.Equal(rows, Enumerable.Range(0, points.Count).Select(point => points[point]));
        for (var question = 0; question < 2_000 && !stop.IsCancellationRequested; question++)
        {
            var (one, other) = (Side(), Side());
            var (from, to) = (Math.Min(one, other), Math.Max(one, other));
            var (word, first) = (random.Next((Count / 64) + 1), random.Next(Count));
            var end = first + random.Next(Count + 1 - first);

            Assert.Equal(Bits(rows.Skip(word * 64).Take(64).Select(row => row >= from && row < to)), points.Between(word, from, to));
            Assert.Equal(first + rows[first..end].Count(row => row < from), points.FirstAt(from, first, end));
            Assert.Equal(rows[first..Math.Min(first + 16, Count)].Select(row => (uint)row), Lanes(points.Sixteen(first)).Take(Count - first));
        }

        int Side() => random.Next(8) switch
        {
            0 => 0,
            1 => last + 1,
            2 => random.Next((last >> 10) + 2) << 10,
            3 => rows[random.Next(Count)],
            _ => random.Next(last + 2),
        };
    }

    private static IEnumerable<uint> Lanes(Vector512<uint> numbers) => Enumerable.Range(0, Vector512<uint>.Count).Select(lane => numbers[lane]);

    private static ulong Bits(IEnumerable<bool> set) => set.Select((isSet, bit) => isSet ? 1UL << bit : 0).Aggregate(0UL, (all, bit) => all | bit);
}
