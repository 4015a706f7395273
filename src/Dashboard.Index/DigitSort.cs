using System.Numerics;

namespace Dashboard.Index;

/// <summary>Sorts numbers a digit at a time from the lowest, so that what is equal stays in order.</summary>
internal static class DigitSort
{
    private const int DigitBits = 11;
    private const int Digits = 1 << DigitBits;

    /// <summary>The numbers, ascending, and for each where it was.</summary>
    /// <param name="numbers">Is left to others, unless it is told back.</param>
    /// <param name="highest">None of them is higher.</param>
    public static (Buffer<T> Numbers, Buffer<int> Places) Sorted<T>(Buffer<T> numbers, ulong highest, BufferPool buffers)
        where T : unmanaged, IBinaryInteger<T>
    {
        var (places, to, toPlaces) = (buffers.Rent<int>(numbers.Count), buffers.Rent<T>(numbers.Count), buffers.Rent<int>(numbers.Count));
        var all = places.All;
        for (var i = 0; i < all.Length; i++)
        {
            all[i] = i;
        }

        for (var shift = 0; shift < sizeof(ulong) * 8 && highest >> shift != 0; shift += DigitBits)
        {
            Sort(numbers.All, places.All, shift, to.All, toPlaces.All);
            (numbers, places, to, toPlaces) = (to, toPlaces, numbers, places);
        }

        to.Dispose();
        toPlaces.Dispose();
        return (numbers, places);
    }

    private static void Sort<T>(ReadOnlySpan<T> numbers, ReadOnlySpan<int> places, int shift, Span<T> to, Span<int> toPlaces)
        where T : struct, IBinaryInteger<T>
    {
        var next = Starts(numbers, shift);
        for (var i = 0; i < numbers.Length; i++)
        {
            var place = next[DigitOf(numbers[i], shift)]++;
            (to[place], toPlaces[place]) = (numbers[i], places[i]);
        }
    }

    private static int DigitOf<T>(T number, int shift)
        where T : struct, IBinaryInteger<T> => int.CreateTruncating(number >> shift) & (Digits - 1);

    /// <summary>For each digit where the first number with it comes.</summary>
    private static int[] Starts<T>(ReadOnlySpan<T> numbers, int shift)
        where T : struct, IBinaryInteger<T>
    {
        var next = new int[Digits + 1];
        foreach (var number in numbers)
        {
            next[DigitOf(number, shift) + 1]++;
        }

        for (var digit = 1; digit < next.Length; digit++)
        {
            next[digit] += next[digit - 1];
        }

        return next;
    }
}
