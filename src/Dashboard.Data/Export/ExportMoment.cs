namespace Dashboard.Data.Export;

/// <summary>Of when an export is.</summary>
/// <param name="Revision">The earlier revision that it is of; null for the last one.</param>
/// <param name="Day">What became known after this day is left out; null for all that is known.</param>
public sealed record ExportMoment(long? Revision, DateOnly? Day)
{
    public static ExportMoment Present { get; } = new(null, null);
}
