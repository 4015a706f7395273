using System.Numerics;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Dashboard.Index.Tiles;

/// <summary>Puts what was hit of sixteen numbers side by side: how many that are cannot be foreseen, and no branch waits for it.</summary>
internal static class Hits
{
    /// <summary>What is behind the last hit is written over, so that there must be room for all sixteen.</summary>
    public const int Together = 16;

    private static readonly Vector512<uint> _lanes = Vector512.Create(
        1U << 0, 1U << 1, 1U << 2, 1U << 3, 1U << 4, 1U << 5, 1U << 6, 1U << 7, 1U << 8, 1U << 9, 1U << 10, 1U << 11, 1U << 12, 1U << 13, 1U << 14, 1U << 15);

    /// <param name="hits">A bit for each number, the first lowest.</param>
    /// <param name="into">Where the first hit is put.</param>
    public static void Put(Vector512<uint> numbers, uint hits, Span<uint> into)
    {
        if (Avx512F.IsSupported)
        {
            Avx512F.Compress(Vector512<uint>.Zero, Vector512.Equals(Vector512.Create(hits) & _lanes, _lanes), numbers).CopyTo(into);
            return;
        }

        for (var at = 0; hits != 0; hits &= hits - 1, at++)
        {
            into[at] = numbers[BitOperations.TrailingZeroCount(hits)];
        }
    }
}
