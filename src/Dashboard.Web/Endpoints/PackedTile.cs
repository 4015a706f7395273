using Dashboard.Index.Tiles;

namespace Dashboard.Web.Endpoints;

/// <summary>The bytes of a time-tile as they travel.</summary>
internal static class PackedTile
{
    /// <summary>How many times as many bytes packing leaves as there is to tell.</summary>
    public const double UsualLikeness = 1.1;

    public static byte[] Of(TimeTile tile) => Packing.Packed(TimeTileFormat.Write(tile));

    /// <summary>The same, unless that were more than <paramref name="most"/> bytes and longer steps would make it fewer: then which.</summary>
    public static (byte[] Packed, TimeSpan? LongerStep) Of(TimeTile tile, TileSpan span, int most)
    {
        var (bytes, packed, least) = Tried(tile, span, most);
        if (packed?.Length <= most)
        {
            return (packed, null);
        }

        var likeness = packed is null ? UsualLikeness : packed.Length / least;
        return span.StepFor(tile, most, likeness) is { } step ? ([], step) : (packed ?? Packing.Packed(bytes), null);
    }

    /// <summary>The same in the finest cells in which it is no more than <paramref name="most"/> bytes; those of <see cref="TileAddress.Side"/> if it is more in all.</summary>
    public static byte[] InCells(TimeTile tile, TileSpan span, int most)
    {
        for (; tile.Side > TileAddress.Side; tile = tile.InWiderCells(tile.Side / 2))
        {
            if (Tried(tile, span, most).Packed is { } packed && packed.Length <= most)
            {
                return packed;
            }
        }

        return Of(tile);
    }

    /// <returns>Nothing packed where that would be in vain.</returns>
    private static (byte[] Bytes, byte[]? Packed, double Least) Tried(TimeTile tile, TileSpan span, int most)
    {
        var bytes = TimeTileFormat.Write(tile);
        var least = bytes.Length <= most ? 0 : TileInformation.BytesAt(tile, span.Step, most);
        return (bytes, least < most ? Packing.Packed(bytes) : null, least);
    }
}
