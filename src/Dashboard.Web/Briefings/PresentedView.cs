using Dashboard.Domain;
using Dashboard.Domain.Places;
using Dashboard.Domain.Querying;

namespace Dashboard.Web.Briefings;

/// <summary>What a presenter shows: a view, where on the map they point, and how large their map is.</summary>
public sealed record PresentedView
{
    /// <summary>No map is larger, in pixels.</summary>
    private const int LargestMap = 16_384;

    public required ViewState View { get; init; }

    /// <summary>Null where they do not point at the map.</summary>
    public required GeoPoint? Pointer { get; init; }

    /// <summary>Of their map in pixels, so that smaller ones can show as much; null where it is not known.</summary>
    public required (int Width, int Height)? Size { get; init; }

    /// <summary>What a page said, as far as it can be understood: a follower gets nothing that an address could not hold.</summary>
    public static PresentedView Of(PresenterSaid said) => new()
    {
        View = ViewStateCodec.Parse(said.Query ?? "").View,
        Pointer = said.Pointer is [var latitude, var longitude] ? PointAt(latitude, longitude) : null,
        Size = said.Size is [> 0 and <= LargestMap and var width, > 0 and <= LargestMap and var height] ? (width, height) : null,
    };

    private static GeoPoint? PointAt(double latitude, double longitude)
    {
        try
        {
            return new GeoPoint(latitude, longitude);
        }
        catch (RefusedException)
        {
            return null;
        }
    }
}
