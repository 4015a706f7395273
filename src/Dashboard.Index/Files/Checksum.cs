using System.Numerics;
using System.Runtime.InteropServices;

namespace Dashboard.Index.Files;

/// <summary>A sum over everything that was written or read, in the same pieces, that shows whether any bit is another.</summary>
internal sealed class Checksum
{
    private const ulong Factor = 0x9E3779B97F4A7C15;
    private const int Lanes = 4;

    private ulong _sum = Factor;

    public ulong Value => _sum;

    /// <summary>Four sums side by side: a processor works at them at the same time.</summary>
    public void Add(ReadOnlySpan<byte> bytes)
    {
        var words = MemoryMarshal.Cast<byte, ulong>(bytes);
        var (one, two, three, four) = (_sum, 1UL, 2UL, 3UL);
        var i = 0;
        for (; i + Lanes <= words.Length; i += Lanes)
        {
            one = Mixed(one, words[i]);
            two = Mixed(two, words[i + 1]);
            three = Mixed(three, words[i + 2]);
            four = Mixed(four, words[i + 3]);
        }

        for (; i < words.Length; i++)
        {
            one = Mixed(one, words[i]);
        }

        foreach (var rest in bytes[(words.Length * sizeof(ulong))..])
        {
            two = Mixed(two, rest);
        }

        _sum = Mixed(Mixed(Mixed(Mixed(one, two), three), four), (ulong)bytes.Length);
    }

    private static ulong Mixed(ulong sum, ulong word) => BitOperations.RotateLeft((sum ^ word) * Factor, 29);
}
