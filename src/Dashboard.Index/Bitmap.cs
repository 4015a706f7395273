using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Dashboard.Index.Files;

namespace Dashboard.Index;

/// <summary>A set of rows, one bit each. It is filled where it is made and left alone from then on.</summary>
internal sealed class Bitmap
{
    public const int WordBits = 64;

    private readonly ulong[] _words;
    private RowRun[]? _runs;

    public Bitmap(int length)
        : this(length, new ulong[WordsFor(length)])
    {
    }

    private Bitmap(int length, ulong[] words) => (Length, _words) = (length, words);

    public int Length { get; }

    /// <summary>Where its rows lie; found when first asked for.</summary>
    public ReadOnlySpan<RowRun> Runs => _runs ??= RowRun.Of(this);

    /// <summary>The strata that these are all rows of; null where that is not known.</summary>
    public WholeStrata? Whole { get; set; }

    /// <summary>The bits of 64 rows each, the first row lowest.</summary>
    public Span<ulong> Words => _words;

    public bool this[int row] => Bit(row) != 0;

    /// <summary>1 when the row is in the set, else 0.</summary>
    public int Bit(int row) => (int)(_words[row / WordBits] >> (row % WordBits) & 1);

    /// <summary>How many words so many rows take.</summary>
    public static int WordsFor(int rows) => (rows + WordBits - 1) / WordBits;

    /// <summary>The bits of a word that stand for rows: all of them, except in the last word.</summary>
    public ulong BitsOf(int word) => BitsBetween(0, Length - (word * WordBits));

    /// <summary>The bits of a word from one up to, not with, another; both may lie outside the word.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong BitsBetween(int from, int to)
    {
        var upTo = to >= WordBits ? ulong.MaxValue : (1UL << Math.Max(to, 0)) - 1;
        return from <= 0 ? upTo : from >= WordBits ? 0 : upTo & (ulong.MaxValue << from);
    }

    public static Bitmap Full(int length)
    {
        var all = new Bitmap(length);
        all.SetRange(0, length);
        return all;
    }

    public static Bitmap Read(IndexReader reader)
    {
        var (length, words) = (reader.Count(), reader.Array<ulong>());
        return words.Length == WordsFor(length) ? new Bitmap(length, words) : throw new InvalidDataException("a set is damaged");
    }

    public void Write(IndexWriter writer)
    {
        writer.Number(Length);
        writer.Array<ulong>(_words);
    }

    public Bitmap Copy()
    {
        var copy = new Bitmap(Length);
        _words.CopyTo(copy._words, 0);
        return copy;
    }

    public void Set(int row) => _words[row / WordBits] |= 1UL << (row % WordBits);

    public void Unset(int row) => _words[row / WordBits] &= ~(1UL << (row % WordBits));

    /// <summary>Sets the rows of [from, to).</summary>
    public void SetRange(int from, int to)
    {
        while (from < to && from % WordBits != 0)
        {
            Set(from++);
        }

        for (; to - from >= WordBits; from += WordBits)
        {
            _words[from / WordBits] = ulong.MaxValue;
        }

        while (from < to)
        {
            Set(from++);
        }
    }

    public void UnionWith(Bitmap other)
    {
        for (var i = 0; i < _words.Length; i++)
        {
            _words[i] |= other._words[i];
        }
    }

    public void IntersectWith(Bitmap other) => Intersect(_words, other._words);

    /// <summary>The rows that are in all of some sets: quickest where the first has few.</summary>
    /// <param name="sets">One or more.</param>
    public static Bitmap InAll(params ReadOnlySpan<Bitmap> sets)
    {
        const int Together = 512;
        var all = new Bitmap(sets[0].Length);
        for (var from = 0; from < all._words.Length; from += Together)
        {
            var words = from..Math.Min(from + Together, all._words.Length);
            if (!sets[0]._words.AsSpan(words).ContainsAnyExcept(0UL))
            {
                continue;
            }

            var left = all._words.AsSpan(words);
            sets[0]._words.AsSpan(words).CopyTo(left);
            foreach (var set in sets[1..])
            {
                Intersect(left, set._words.AsSpan(words));
            }
        }

        return all;
    }

    /// <summary>Whether all of its rows are in another set.</summary>
    public bool IsWithin(Bitmap other)
    {
        for (var i = 0; i < _words.Length; i++)
        {
            if ((_words[i] & ~other._words[i]) != 0)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The rows that are not in the set.</summary>
    public Bitmap Others()
    {
        var others = Full(Length);
        for (var i = 0; i < _words.Length; i++)
        {
            others._words[i] &= ~_words[i];
        }

        return others;
    }

    public int Count() => Count(_words);

    /// <summary>How many rows are in both, without making their intersection: quickest where its own lie close together.</summary>
    public int CountWith(Bitmap other)
    {
        var count = 0;
        foreach (var run in Runs)
        {
            count += run.IsFull ? other.CountIn(run) : CountWith(other, run);
        }

        return count;
    }

    private int CountIn(RowRun run) => Count(_words.AsSpan((run.From / WordBits)..WordsFor(run.To)));

    private int CountWith(Bitmap other, RowRun run)
    {
        var words = _words.AsSpan((run.From / WordBits)..WordsFor(run.To));
        var others = other._words.AsSpan(run.From / WordBits, words.Length);
        var count = 0;
        for (var i = 0; i < words.Length; i++)
        {
            count += BitOperations.PopCount(words[i] & others[i]);
        }

        return count;
    }

    /// <summary>The rows in the set, ascending.</summary>
    public IEnumerable<int> Rows() => Rows(0, Length);

    /// <summary>The rows in the set from one up to, not with, another, ascending.</summary>
    public IEnumerable<int> Rows(int from, int to)
    {
        for (var i = from / WordBits; i * WordBits < to; i++)
        {
            for (var word = _words[i] & BitsBetween(from - (i * WordBits), to - (i * WordBits)); word != 0; word &= word - 1)
            {
                yield return (i * WordBits) + BitOperations.TrailingZeroCount(word);
            }
        }
    }

    /// <summary>The rows in both sets, ascending, without making their intersection.</summary>
    public IEnumerable<int> RowsWith(Bitmap other)
    {
        for (var i = 0; i < _words.Length; i++)
        {
            for (var word = _words[i] & other._words[i]; word != 0; word &= word - 1)
            {
                yield return (i * WordBits) + BitOperations.TrailingZeroCount(word);
            }
        }
    }

    private static void Intersect(Span<ulong> words, ReadOnlySpan<ulong> others)
    {
        var i = 0;
        for (; i <= words.Length - Vector512<ulong>.Count; i += Vector512<ulong>.Count)
        {
            (Vector512.Create<ulong>(words[i..]) & Vector512.Create(others[i..])).CopyTo(words[i..]);
        }

        for (; i < words.Length; i++)
        {
            words[i] &= others[i];
        }
    }

    private static int Count(ReadOnlySpan<ulong> words)
    {
        var count = 0;
        foreach (var word in words)
        {
            count += BitOperations.PopCount(word);
        }

        return count;
    }
}
