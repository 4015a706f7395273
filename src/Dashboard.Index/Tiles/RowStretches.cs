using System.Numerics;

namespace Dashboard.Index.Tiles;

/// <summary>Finds the stretches of rows that come in no order: a table tells nearly, and a step or none leads there.</summary>
internal sealed class RowStretches
{
    /// <summary>A table of 2^14 entries stays near the processor.</summary>
    private const int Bits = 14;

    private readonly StretchCuts _cuts;
    private readonly int _from;
    private readonly int _shift;
    private readonly ushort[] _stretches;

    /// <param name="from">The first row that is asked about, mostly.</param>
    /// <param name="to">The row after the last, mostly.</param>
    public RowStretches(StretchCuts cuts, int from, int to)
    {
        (_cuts, _from, _shift) = (cuts, from, Math.Max(0, BitOperations.Log2((uint)Math.Max(1, to - from)) + 1 - Bits));
        _stretches = new ushort[((to - from) >> _shift) + 1];
        for (int stretch = 0, place = 0; stretch < cuts.Count; stretch++)
        {
            // Those that begin in it or at its first row, up to its end.
            var end = Math.Clamp(PlaceAtOrAfter(cuts.RowsOf(stretch).To), place, _stretches.Length);
            _stretches.AsSpan(place..(stretch == cuts.Count - 1 ? _stretches.Length : end)).Fill((ushort)stretch);
            place = end;
        }
    }

    private int PlaceAtOrAfter(int row) => (int)(((long)row - _from + (1 << _shift) - 1) >> _shift);

    /// <summary>The stretch of a dated row.</summary>
    public int Of(int row)
    {
        var place = (row - _from) >> _shift;
        return (uint)place < (uint)_stretches.Length ? _cuts.StretchFrom(_stretches[place], row) : _cuts.StretchFrom(0, row);
    }
}
