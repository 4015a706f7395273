using Dashboard.Index.Files;

namespace Dashboard.Index.Tests;

public class RankedPairTests
{
    private const int Rows = 5_000;

    [Theory]
    [InlineData(1, 1)]
    [InlineData(40, 1)]
    [InlineData(40, 3)]
    [InlineData(40, 40)]
    [InlineData(5_000, 2)]
    public void Rows_are_in_the_order_of_either_column_also_from_a_file(int different, int each)
    {
        var random = new Random(different + each);
        uint[] first = [.. Enumerable.Range(0, Rows).Select(_ => (uint)random.Next(different + 1))];
        uint[] second = [.. first.Select(one => (one + (uint)random.Next(each)) % 37)];
        var written = new RankedPair(new PackedColumn(first), new PackedColumn(second), new BufferPool());
        using var file = new MemoryStream();
        written.Write(new IndexWriter(file));
        file.Position = 0;

        foreach (var pair in (RankedPair[])[written, RankedPair.Read(new IndexReader(file))])
        {
            AssertSame(new RankedColumn(new PackedColumn(first)), pair.First);
            AssertSame(new RankedColumn(new PackedColumn(second)), pair.Second);
        }
    }

    [Fact]
    public void What_goes_together_takes_no_more_than_one_of_both()
    {
        uint[] first = [.. Enumerable.Range(0, Rows).Select(row => (uint)(row * 31 % 64))];
        uint[] second = [.. first.Select(one => 63 - one)];

        var (both, alone) = (new IndexWriter(Stream.Null), new IndexWriter(Stream.Null));
        new RankedPair(new PackedColumn(first), new PackedColumn(second), new BufferPool()).Write(both);
        new PackedColumn(first).Write(alone);

        Assert.InRange(both.Length, alone.Length, alone.Length + 1_000);
    }

    private static void AssertSame(RankedColumn expected, RankedColumn actual)
    {
        var some = new Bitmap(Rows);
        for (var row = 0; row < Rows; row += 100)
        {
            some.Set(row);
        }

        foreach (var (rows, count) in ((Bitmap, int)[])[(Bitmap.Full(Rows), Rows), (some, Rows / 100)])
        {
            Assert.Equal(expected.Rows(rows, count, isDescending: false), actual.Rows(rows, count, isDescending: false));
            Assert.Equal(expected.Rows(rows, count, isDescending: true), actual.Rows(rows, count, isDescending: true));
        }
    }
}
