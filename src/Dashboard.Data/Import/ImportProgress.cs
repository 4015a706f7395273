namespace Dashboard.Data.Import;

/// <summary>How far an import is.</summary>
/// <param name="Rows">Rows read so far, taken or refused.</param>
/// <param name="BytesRead">Of the file as it lies there, packed or not; all of it only when nothing is left to read.</param>
/// <param name="BytesTotal">Its length.</param>
/// <param name="Elapsed">Since the reading began.</param>
public sealed record ImportProgress(long Rows, long BytesRead, long BytesTotal, TimeSpan Elapsed)
{
    public double RowsPerSecond => Elapsed > TimeSpan.Zero ? Rows / Elapsed.TotalSeconds : 0;

    /// <summary>At the present speed; null before there is one.</summary>
    public TimeSpan? Remaining => BytesRead > 0 ? Elapsed * ((double)(BytesTotal - BytesRead) / BytesRead) : null;
}
