using Dashboard.Index;

namespace Dashboard.Web.Lens;

/// <summary>Who can be looked through, in words.</summary>
public static class LensWords
{
    /// <summary>"U.S. Central Command", "Reuters, 28 Jan 2024 · source".</summary>
    public static string Of(LensKey lens) => lens.Kind == LensKind.Source ? $"{lens.Label} · source" : lens.Label;
}
