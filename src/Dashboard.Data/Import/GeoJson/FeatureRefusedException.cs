namespace Dashboard.Data.Import.GeoJson;

/// <summary>One feature cannot be taken; the others can.</summary>
internal sealed class FeatureRefusedException(string column, string value, string reason) : Exception(reason)
{
    private const int LongestValue = 200;

    public Refusal At(long line) => new(line, column, value.Length <= LongestValue ? value : $"{value.AsSpan(0, LongestValue - 1)}…", Message);
}
