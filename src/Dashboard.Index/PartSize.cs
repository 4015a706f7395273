namespace Dashboard.Index;

/// <summary>What a part of an index takes.</summary>
/// <param name="Part">What it is called: order, times, actors …</param>
public sealed record PartSize(string Part, long Bytes);
