using Dashboard.Domain.Time;
using Dashboard.Index.Tiles;

namespace Dashboard.Index.Tests;

/// <summary>What a reader of a time-tile makes of it, as the rule of its edges says.</summary>
internal static class TimeTileSums
{
    /// <summary>For each cell and group what the window holds; what holds nothing is left out.</summary>
    public static Dictionary<(uint Cell, TileGroupKey Group), long> Sum(TimeTile tile, TimeWindow window)
    {
        var sums = new Dictionary<(uint, TileGroupKey), long>();
        var from = window.From is { } begin ? EdgeAt(tile, begin) : -1;
        var to = window.To is { } end ? EdgeAt(tile, end) : tile.Edges.Count;
        for (var stretch = 0; stretch <= tile.Edges.Count; stretch++)
        {
            for (var entry = tile.Offsets[stretch]; entry < tile.Offsets[stretch + 1]; entry++)
            {
                var isOver = stretch <= from && stretch < tile.Edges.Count;
                Add(tile.Series[entry], (stretch <= to ? tile.Counts[entry] : 0L) - (isOver ? tile.Counts[entry] : 0L));
            }
        }

        foreach (var late in tile.Late)
        {
            var wasTakenForOver = late.Stretch <= from;
            var isOver = late.EndEdge <= from && late.EndEdge < tile.Edges.Count;
            Add(late.Series, (wasTakenForOver ? late.Count : 0L) - (isOver ? late.Count : 0L));
        }

        return sums.Where(sum => sum.Value != 0).ToDictionary();

        void Add(uint series, long count)
        {
            var key = (tile.Cells[series / tile.Groups.Count], tile.Groups[(int)(series % tile.Groups.Count)]);
            sums[key] = sums.GetValueOrDefault(key) + count;
        }
    }

    private static int EdgeAt(TimeTile tile, DateTimeOffset instant) => tile.Edges.Milliseconds.IndexOf(instant.ToUnixTimeMilliseconds());
}
