namespace Dashboard.Web.Importing;

/// <summary>How far an import is, in words.</summary>
internal static class StateWords
{
    public static string Of(ImportState state) => state switch
    {
        ImportState.Receiving { Bytes: var bytes, Total: > 0 and var total } => $"Receiving, {Share(bytes, total)} %",
        ImportState.Receiving => "Receiving",
        ImportState.Waiting => "Waiting its turn: two other files are being read",
        ImportState.Staging { Progress: { } progress } when progress.BytesRead == progress.BytesTotal => $"Comparing {CountWords.Rows(progress.Rows)} with what is here",
        ImportState.Staging { Progress: { } progress } => $"Reading: {CountWords.Speed(progress)}",
        ImportState.Staging => "Reading",
        ImportState.NeedsAnswer => "Needs an answer: what the columns mean",
        ImportState.Ready ready => $"Ready: {Counts(ready.Difference.Added, ready.Difference.Changed, ready.Difference.Refused)}",
        ImportState.Committing => "Being added",
        ImportState.Refused => "Cannot be read",
        ImportState.Done => "Done",
        ImportState.Cancelled => "Cancelled",
        ImportState.Failed => "Failed",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "no words"),
    };

    /// <summary>0 to 100; null where there is nothing to measure by.</summary>
    public static int? Percent(ImportState state) => state switch
    {
        ImportState.Receiving { Bytes: var bytes, Total: > 0 and var total } => Share(bytes, total),
        ImportState.Staging { Progress: { BytesTotal: > 0 } progress } => Share(progress.BytesRead, progress.BytesTotal),
        _ => null,
    };

    private static string Counts(long added, long changed, long refused) =>
        $"{CountWords.Of(added)} to add, {CountWords.Of(changed)} to change{(refused == 0 ? "" : $", {CountWords.Of(refused)} refused")}";

    private static int Share(long part, long whole) => (int)Math.Clamp(part * 100 / whole, 0, 100);
}
