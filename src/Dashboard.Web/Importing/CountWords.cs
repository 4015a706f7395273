using System.Globalization;
using Dashboard.Data.Import;
using Dashboard.Data.Staging;

namespace Dashboard.Web.Importing;

/// <summary>Counts, speeds and lengths of time in words.</summary>
internal static class CountWords
{
    public static string Of(long count) => count.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>"1 incident", "16,540 incidents".</summary>
    public static string Incidents(long count) => $"{Of(count)} {(count == 1 ? "incident" : "incidents")}";

    public static string Rows(long count) => $"{Of(count)} {(count == 1 ? "row" : "rows")}";

    /// <summary>"Add 16,540 incidents", "Add 5 and change 3 incidents", "Change 3 incidents"; null when there is nothing to do.</summary>
    public static string? ToDo(Difference difference) => difference switch
    {
        { Added: 0, Changed: 0 } => null,
        { Changed: 0 } => $"Add {Incidents(difference.Added)}",
        { Added: 0 } => $"Change {Incidents(difference.Changed)}",
        _ => $"Add {Of(difference.Added)} and change {Incidents(difference.Changed)}",
    };

    /// <summary>"12,300 rows, 41,000 a second, about 3 seconds left".</summary>
    public static string Speed(ImportProgress progress)
    {
        var speed = progress.Rows > 0 ? $", {Of((long)progress.RowsPerSecond)} a second" : "";
        var left = progress.Remaining is { } remaining && progress.BytesRead < progress.BytesTotal ? $", {Left(remaining)} left" : "";
        return $"{Rows(progress.Rows)}{speed}{left}";
    }

    public static string Megabytes(long bytes) => string.Create(CultureInfo.InvariantCulture, $"{bytes / (1024.0 * 1024):0.0} MB");

    private static string Left(TimeSpan time) => Math.Ceiling(time.TotalSeconds) switch
    {
        <= 1 => "about 1 second",
        <= 90 and var seconds => $"about {seconds:0} seconds",
        var seconds => $"about {Math.Round(seconds / 60):0} minutes",
    };
}
