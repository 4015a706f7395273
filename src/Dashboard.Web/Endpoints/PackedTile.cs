using Dashboard.Index.Tiles;

namespace Dashboard.Web.Endpoints;

/// <summary>The bytes of a time-tile as they travel.</summary>
internal static class PackedTile
{
    /// <summary>How many times as many bytes packing leaves as there is to tell.</summary>
    private const double UsualLikeness = 1.1;

    public static byte[] Of(TimeTile tile) => Packing.Packed(TimeTileFormat.Write(tile));

    /// <summary>The same, unless that were more than <paramref name="most"/> bytes and longer steps would make it fewer: then which.</summary>
    public static (byte[] Packed, TimeSpan? LongerStep) Of(TimeTile tile, TileSpan span, int most)
    {
        var bytes = TimeTileFormat.Write(tile);
        if (bytes.Length <= most)
        {
            return (Packing.Packed(bytes), null);
        }

        var least = TileInformation.BytesAt(tile, span.Step);
        var packed = least < most ? Packing.Packed(bytes) : null;
        if (packed?.Length <= most)
        {
            return (packed, null);
        }

        var likeness = packed is null ? UsualLikeness : packed.Length / least;
        return span.StepFor(tile, most, likeness) is { } step ? ([], step) : (packed ?? Packing.Packed(bytes), null);
    }
}
