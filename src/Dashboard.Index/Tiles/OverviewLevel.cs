using System.Numerics;

namespace Dashboard.Index.Tiles;

/// <summary>How fine cells of the whole world can be while few of them are occupied.</summary>
internal static class OverviewLevel
{
    private const int Coarsest = 8;
    private const int Finest = 12;

    /// <summary>The finest level with so few occupied cells; the coarsest where none has.</summary>
    public static int Of(IndexColumns columns, Asked asked, int most, CancellationToken stop)
    {
        var occupied = new Bitmap(1 << (2 * Finest));
        if (columns.Map.Cells is { } cells && asked.Rows is null)
        {
            cells.AddOccupied(Finest, asked.Strata, occupied);
        }
        else
        {
            var sink = new OccupiedSink(columns.Strata, asked.Strata, occupied);
            new RowScan(columns.Map.Points, asked.Placed(columns.Map.Points.Placed)).Tell(CellBox.World(Finest), 0, columns.Order.Count, ref sink, stop);
        }

        var level = Finest;
        while (level > Coarsest && CountAt(occupied, level) > most)
        {
            level--;
        }

        return level;
    }

    /// <summary>Cells of a coarser level are runs of bits, of one, four, sixteen or sixty-four.</summary>
    private static int CountAt(Bitmap occupied, int level)
    {
        var (run, count, last) = (1 << (2 * (Finest - level)), 0, -1);
        for (var word = 0; word < occupied.Words.Length; word++)
        {
            for (var bits = occupied.Words[word]; bits != 0; bits &= bits - 1)
            {
                var cell = ((word * Bitmap.WordBits) + BitOperations.TrailingZeroCount(bits)) / run;
                count += cell == last ? 0 : 1;
                last = cell;
            }
        }

        return count;
    }

    private readonly struct OccupiedSink(Strata strata, bool[] asked, Bitmap occupied) : IPointSink
    {
        private const uint Side = 1 << Finest;

        public void Add(int row, uint cell)
        {
            if (asked[strata.Of(row)])
            {
                occupied.Set((int)Morton.Of(cell % Side, cell / Side));
            }
        }
    }
}
