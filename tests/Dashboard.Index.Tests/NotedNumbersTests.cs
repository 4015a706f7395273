namespace Dashboard.Index.Tests;

public class NotedNumbersTests
{
    private const int Count = 30_000;

    public static TheoryData<string> Sorts { get; } = ["none", "the same", "steps", "downwards", "small", "days", "ticks", "far apart", "without one", "first and last", "even at first", "even in parts", "all but one"];

    [Theory]
    [MemberData(nameof(Sorts))]
    public void Every_number_comes_back_alone_and_with_others(string sort)
    {
        var random = new Random(1);
        long[] numbers = [.. Enumerable.Range(0, sort == "none" ? 0 : Count).Select(number => sort switch
        {
            "the same" => 7,
            "steps" => 5L + (3L * number),
            "downwards" => -12L * number,
            "small" => random.Next(9),
            "days" => random.Next(20_000) * TimeSpan.TicksPerDay,
            "ticks" => random.NextInt64(DateTime.MaxValue.Ticks),
            "far apart" => random.Next(2) == 0 ? 1 : long.MaxValue / 2,
            "even at first" => number < 12_345 ? 3L * number : random.Next(100),
            "even in parts" => number / 8192 % 2 == 0 ? 40_000 - number : 5,
            "all but one" => number == 20_001 ? 2 : 1,
            "without one" => random.Next(1000) - 1,
            _ => number is 0 or Count - 1 ? number : uint.MaxValue + (long)random.Next(2),
        })];
        var noted = new NotedNumbers();
        Array.ForEach(numbers, noted.Add);

        var notedTogether = new NotedNumbers();
        for (int from = 0, to; from < numbers.Length; from = to)
        {
            to = Math.Min(numbers.Length, from + random.Next(1, 3_000));
            notedTogether.Add(numbers.AsSpan(from..to));
        }

        var reader = new NotedNumbers.Reader(noted);
        Assert.Equal(numbers.Length, noted.Count);
        Assert.Equal(numbers, noted.ToArray());
        Assert.Equal(numbers, notedTogether.ToArray());
        Assert.Equal(numbers.Select(number => (byte)number), Narrow(noted));
        Assert.Equal(sort is "none" or "the same" or "steps" or "downwards", noted.IsEven(out var first, out var step));
        Assert.Equal(numbers.Take(2), noted.Count == 0 ? [] : [first, first + step]);
        Assert.Equal(numbers.Aggregate(0UL, (bits, number) => bits | (ulong)number), noted.Bits);
        Assert.Equal(numbers, Enumerable.Range(0, noted.Count).Select(number => noted[number]));
        Assert.Equal(numbers, numbers.Select(_ => reader.Next()));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(8192)]
    [InlineData(8193)]
    [InlineData(16_385)]
    public void One_number_beside_even_ones_is_seen_wherever_it_is(int count)
    {
        long[] numbers = [.. Enumerable.Range(0, count).Select(number => 3L * number)];
        Assert.True(Noted(numbers).IsEven(out _, out _));
        for (var place = 2; place < count; place += Math.Max(1, Math.Min(8189, count - 1 - place)))
        {
            long[] others = [.. numbers];
            others[place]++;
            Assert.False(Noted(others).IsEven(out _, out _));
        }
    }

    private static NotedNumbers Noted(long[] numbers)
    {
        var noted = new NotedNumbers();
        noted.Add(numbers);
        return noted;
    }

    private static byte[] Narrow(NotedNumbers noted)
    {
        var narrow = new byte[noted.Count];
        noted.CopyTo<byte>(0, narrow);
        return narrow;
    }
}
