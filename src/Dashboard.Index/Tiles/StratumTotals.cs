using System.Numerics;

namespace Dashboard.Index.Tiles;

/// <summary>How many points are of each stratum, counted beforehand up to every so many: of many points only the first and the last few need to be looked at.</summary>
internal sealed class StratumTotals
{
    /// <summary>For a stratum four bytes are kept for so many points.</summary>
    private const int PointsForOne = 64;

    private readonly int _block;
    private readonly int _strata;

    /// <summary>By block, then stratum: how many are before the block.</summary>
    private readonly uint[] _before;

    /// <param name="ofPoints">For each point its stratum.</param>
    public StratumTotals(PackedColumn ofPoints, int strata)
    {
        (_strata, _block) = (strata, PointsForOne * (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(1, strata)));
        var blocks = ofPoints.Count / _block;
        _before = new uint[(blocks + 1) * strata];
        SideBySide.Run(blocks, block =>
        {
            var counts = _before.AsSpan((block + 1) * strata, strata);
            for (var point = block * _block; point < (block + 1) * _block; point++)
            {
                counts[(int)ofPoints[point]]++;
            }
        });
        for (var i = strata; i < _before.Length; i++)
        {
            _before[i] += _before[i - strata];
        }
    }

    /// <summary>How many of the points from one up to, not with, another are of the strata that are chosen.</summary>
    public int Count(PackedChoice chosen, int from, int to)
    {
        var (first, end) = ((from + _block - 1) / _block, to / _block);
        if (first >= end)
        {
            return chosen.Count(from, to);
        }

        var count = chosen.Count(from, first * _block) + chosen.Count(end * _block, to);
        for (var stratum = 0; stratum < _strata; stratum++)
        {
            count += chosen.IsOne(stratum) ? (int)(_before[(end * _strata) + stratum] - _before[(first * _strata) + stratum]) : 0;
        }

        return count;
    }
}
