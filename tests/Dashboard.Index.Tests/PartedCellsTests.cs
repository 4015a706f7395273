using Dashboard.Index.Tiles;

namespace Dashboard.Index.Tests;

public class PartedCellsTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Cells_of_many_points_are_parted_and_every_point_stays_where_it_lies(int seed)
    {
        // A town in one place, one that is spread over its cell, and points here and there.
        var random = new Random(seed);
        var all = Enumerable.Range(0, 6_000)
            .Select(row => (Code: (uint)random.Next(3) * 1_000 * (uint)random.Next(1, 3), Row: row))
            .Concat(Enumerable.Range(0, 3_000).Select(_ => (Code: (uint)random.Next(1 << 26), Row: random.Next(6_000))))
            .OrderBy(point => point.Code).ThenBy(point => point.Row)
            .Select(point => (point.Code, point.Row, X: Near(point.Code), Y: Near(point.Code)))
            .ToArray();
        var (codes, rows, x, y) = (all.Select(point => point.Code).ToArray(), all.Select(point => point.Row).ToArray(), all.Select(point => point.X).ToArray(), all.Select(point => point.Y).ToArray());

        using var ofRows = Buffer(rows);

        var cells = PartedCells.Of(Buffer(codes), ofRows, x, y);
        ofRows.All.CopyTo(rows);

        Assert.Equal(all.Order(), Enumerable.Range(0, all.Length).Select(i => (codes[i], rows[i], x[i], y[i])).Order());
        Assert.Equal(cells.Codes.Distinct().Order(), cells.Codes);
        Assert.Equal<byte>([13, 14, 15, 16], cells.Levels.Distinct().Order());
        Assert.Equal(all.Length, cells.Offsets[^1]);
        for (var cell = 0; cell < cells.Codes.Length; cell++)
        {
            var (from, to, level) = (cells.Offsets[cell], cells.Offsets[cell + 1], cells.Levels[cell]);
            Assert.True(to - from is > 0 and <= 512 || level == PartedCells.Finest);
            Assert.Equal(rows[from..to].Order(), rows[from..to]);
            Assert.All(Enumerable.Range(from, to - from), i => Assert.Equal(cells.Codes[cell] >> (2 * (16 - level)), CodeOf(i, level)));
        }

        static Buffer<T> Buffer<T>(T[] numbers)
            where T : unmanaged
        {
            var buffer = new BufferPool().Rent<T>(numbers.Length);
            numbers.CopyTo(buffer.All);
            return buffer;
        }

        ushort Near(uint code) => (ushort)(code == 0 ? 12_345 : code == 1_000 ? random.Next(1 << 15) : random.Next(2) * 40_000);

        uint CodeOf(int i, int level) => Morton.Of(
            ((Morton.Column(codes[i]) << 16) | x[i]) >> (16 - (level - 13)),
            ((Morton.Row(codes[i]) << 16) | y[i]) >> (16 - (level - 13)));
    }
}
