using Dashboard.Index.Tiles;

namespace Dashboard.Index.Tests;

public class KeptCountsTests
{
    [Fact]
    public void Counters_that_were_given_back_have_room_for_what_is_expected_and_nothing_in_them()
    {
        var random = new Random(1);
        var lent = new Queue<SparseCounts>();
        for (var turn = 0; turn < 200; turn++)
        {
            var expected = random.Next(1, 100_000);
            var counts = KeptCounts.Rent(expected);
            Assert.InRange(counts.Limit, expected, int.MaxValue);
            Assert.DoesNotContain(counts, lent);
            Assert.Empty(Told(counts));

            var number = (uint)random.Next(200_000);
            counts.Add(number, 3);
            Assert.Equal([(number, 3)], Told(counts));
            lent.Enqueue(counts);
            while (lent.Count > random.Next(10))
            {
                KeptCounts.Return(lent.Dequeue());
            }
        }
    }

    private static List<(uint Number, uint Count)> Told(SparseCounts counts)
    {
        var (numbers, told) = (new List<uint>(), new List<uint>());
        counts.MoveTo(numbers, told);
        return [.. numbers.Zip(told)];
    }
}
