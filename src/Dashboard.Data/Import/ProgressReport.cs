using System.Diagnostics;

namespace Dashboard.Data.Import;

/// <summary>Tells how far the reading of a file is, ten times a second at most.</summary>
internal sealed class ProgressReport(Stream file, IProgress<ImportProgress>? progress)
{
    private static readonly TimeSpan _pause = TimeSpan.FromMilliseconds(100);

    // The clock is asked only every so many rows.
    private const int RowsBetweenLooks = 64;

    private readonly long _length = file.Length;
    private readonly long _began = Stopwatch.GetTimestamp();
    private TimeSpan _next = _pause;
    private long _rows;

    public void Count(FileContent content)
    {
        if (content is not FileContent.Whole && ++_rows % RowsBetweenLooks == 0 && Stopwatch.GetElapsedTime(_began) is var elapsed && elapsed >= _next)
        {
            _next = elapsed + _pause;
            // What is read ahead, or packed tightly, is not done yet.
            Tell(Math.Min(file.Position, _length - 1), elapsed);
        }
    }

    public void End() => Tell(_length, Stopwatch.GetElapsedTime(_began));

    private void Tell(long read, TimeSpan elapsed) => progress?.Report(new ImportProgress(_rows, read, _length, elapsed));
}
