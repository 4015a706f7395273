using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Dashboard.Index.Tiles;

/// <summary>
/// Numbers of cells in which the bits of column and row alternate, so that the cells of any square of a coarser level
/// are consecutive.
/// </summary>
internal static class Morton
{
    public static uint Of(uint column, uint row) => Spread(column) | (Spread(row) << 1);

    public static uint Column(uint code) => Gather(code);

    public static uint Row(uint code) => Gather(code >> 1);

    private static uint Spread(uint bits)
    {
        bits = (bits | (bits << 8)) & 0x00FF00FF;
        bits = (bits | (bits << 4)) & 0x0F0F0F0F;
        bits = (bits | (bits << 2)) & 0x33333333;
        return (bits | (bits << 1)) & 0x55555555;
    }

    private static uint Gather(uint bits)
    {
        // One instruction, and a fast one on processors that are as new as to have wide vectors.
        if (Bmi2.IsSupported && Vector512.IsHardwareAccelerated)
        {
            return Bmi2.ParallelBitExtract(bits, 0x55555555);
        }

        bits &= 0x55555555;
        bits = (bits | (bits >> 1)) & 0x33333333;
        bits = (bits | (bits >> 2)) & 0x0F0F0F0F;
        bits = (bits | (bits >> 4)) & 0x00FF00FF;
        return (bits | (bits >> 8)) & 0x0000FFFF;
    }
}
