using System.Numerics;

namespace Dashboard.Index;

/// <summary>Sorts numbers a digit at a time from the lowest, so that what is equal stays in order.</summary>
internal static class DigitSort
{
    private const int DigitBits = 11;
    private const int Digits = 1 << DigitBits;

    /// <summary>The numbers, ascending, and for each where it was.</summary>
    /// <param name="numbers">Not kept as they are.</param>
    /// <param name="highest">None of them is higher.</param>
    public static (T[] Numbers, int[] Places) Sorted<T>(T[] numbers, ulong highest)
        where T : struct, IBinaryInteger<T>
    {
        var (places, to, toPlaces) = (GC.AllocateUninitializedArray<int>(numbers.Length), GC.AllocateUninitializedArray<T>(numbers.Length), GC.AllocateUninitializedArray<int>(numbers.Length));
        for (var i = 0; i < places.Length; i++)
        {
            places[i] = i;
        }

        for (var shift = 0; shift < sizeof(ulong) * 8 && highest >> shift != 0; shift += DigitBits)
        {
            var next = Starts(numbers, shift);
            for (var i = 0; i < numbers.Length; i++)
            {
                var place = next[DigitOf(numbers[i], shift)]++;
                (to[place], toPlaces[place]) = (numbers[i], places[i]);
            }

            (numbers, places, to, toPlaces) = (to, toPlaces, numbers, places);
        }

        return (numbers, places);
    }

    private static int DigitOf<T>(T number, int shift)
        where T : struct, IBinaryInteger<T> => int.CreateTruncating(number >> shift) & (Digits - 1);

    /// <summary>For each digit where the first number with it comes.</summary>
    private static int[] Starts<T>(T[] numbers, int shift)
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
