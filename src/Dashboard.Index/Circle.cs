using Dashboard.Domain.Places;

namespace Dashboard.Index;

/// <summary>All that lies within a radius of a point.</summary>
internal sealed record Circle(GeoPoint Centre, double Metres)
{
    /// <summary>The smallest box around it, but for a few metres more.</summary>
    public GeoBox Box { get; } = GeoBox.Around(Centre, Metres);
}
