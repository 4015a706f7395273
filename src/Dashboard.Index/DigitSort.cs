using System.Numerics;

namespace Dashboard.Index;

/// <summary>Sorts numbers a digit at a time from the lowest, so that what is equal stays in order.</summary>
internal static class DigitSort
{
    private const int DigitBits = 11;
    private const int Digits = 1 << DigitBits;
    private const int ShortDigitBits = 8;
    private const int ShortDigits = 1 << ShortDigitBits;

    /// <summary>So few numbers are sorted by comparing them.</summary>
    private const int Few = 128;

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

    /// <summary>Sorts numbers that are not below 0.</summary>
    /// <param name="room">Room for as many.</param>
    public static void Sort(Span<int> numbers, Span<int> room)
    {
        var (all, isSorted) = (0, true);
        for (var i = 1; i < numbers.Length; i++)
        {
            isSorted &= numbers[i] >= numbers[i - 1];
            all |= numbers[i] | numbers[i - 1];
        }

        if (isSorted)
        {
            return;
        }

        if (numbers.Length < Few)
        {
            numbers.Sort();
            return;
        }

        var from = numbers;
        var to = room;
        Span<int> next = stackalloc int[ShortDigits + 1];
        for (var shift = 0; shift < sizeof(int) * 8 && all >> shift != 0; shift += ShortDigitBits)
        {
            next.Clear();
            foreach (var number in from)
            {
                next[((number >> shift) & (ShortDigits - 1)) + 1]++;
            }

            for (var digit = 1; digit < next.Length; digit++)
            {
                next[digit] += next[digit - 1];
            }

            foreach (var number in from)
            {
                to[next[(number >> shift) & (ShortDigits - 1)]++] = number;
            }

            var sorted = to;
            to = from;
            from = sorted;
        }

        if (from != numbers)
        {
            from.CopyTo(numbers);
        }
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
