namespace Dashboard.Index.Tiles;

/// <summary>How much there is in a time-tile at least, told from what was counted beforehand, in wider cells where the tile's own are finer.</summary>
/// <param name="Series">How many cells have a start, times how many groups.</param>
/// <param name="ByStretch">For each stretch in how many cells and groups anything starts.</param>
/// <param name="Points">How many points start in all; null where cells are wider, or stretches are not all counted to their ends.</param>
public sealed record FewestStarts(int Series, IReadOnlyList<int> ByStretch, long? Points);
