namespace Dashboard.Data.Import.GeoJson;

/// <summary>What a file of GeoJSON is made of.</summary>
internal enum PieceNature
{
    /// <summary>What our own export says of itself, before its features.</summary>
    Header,

    /// <summary>A feature, or a geometry that stands alone.</summary>
    Feature,
}

/// <param name="Json">Holds until the next piece is asked for.</param>
/// <param name="Line">Where it begins, from 1.</param>
internal readonly record struct GeoJsonPiece(PieceNature Nature, ReadOnlyMemory<byte> Json, long Line);
