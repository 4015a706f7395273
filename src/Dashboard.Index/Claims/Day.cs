namespace Dashboard.Index.Claims;

/// <summary>Days as numbers while an index is built.</summary>
internal static class Day
{
    /// <summary>Earlier than any day.</summary>
    public const int Always = -1;

    public static int Of(DateOnly? day) => day?.DayNumber ?? Always;
}
