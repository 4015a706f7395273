namespace Dashboard.Index;

/// <summary>A run of rows in which some of a set lie, or all.</summary>
/// <param name="To">The row after the last.</param>
/// <param name="IsFull">Whether every row of the run is in the set.</param>
internal readonly record struct RowRun(int From, int To, bool IsFull)
{
    /// <summary>Runs begin and end at multiples of so many words, mostly.</summary>
    private const int Words = 64;

    /// <summary>The runs of a set, ascending; none of its rows lies outside of them.</summary>
    public static RowRun[] Of(Bitmap rows)
    {
        List<RowRun> runs = [];
        for (var word = 0; word < rows.Words.Length; word += Words)
        {
            var words = rows.Words[word..Math.Min(word + Words, rows.Words.Length)];
            if (!words.ContainsAnyExcept(0UL))
            {
                continue;
            }

            var run = new RowRun(word * Bitmap.WordBits, Math.Min((word + Words) * Bitmap.WordBits, rows.Length), !words.ContainsAnyExcept(ulong.MaxValue));
            if (runs.Count > 0 && runs[^1] is var last && last.To == run.From && last.IsFull == run.IsFull)
            {
                runs[^1] = last with { To = run.To };
            }
            else
            {
                runs.Add(run);
            }
        }

        return [.. runs];
    }
}
