using System.Text.Json;
using Dashboard.Data.Json;

namespace Dashboard.Data.Export;

/// <summary>
/// How parts that stand whole in an export (places, sources, actors, relations …) are written: as in dataset files, but
/// with names in snake case like all that GeoJSON carries.
/// </summary>
internal static class FeatureJson
{
    /// <summary>The version of the layout that is written, and the newest that is read.</summary>
    public const int Format = 1;

    public static JsonSerializerOptions Options { get; } = new(DatasetJson.Compact) { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    /// <summary>An instant in UTC as it is written: <c>2024-01-28T02:30:00Z</c>, with a fraction of a second only where there is one.</summary>
    public const string InstantForm = "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'";
}
