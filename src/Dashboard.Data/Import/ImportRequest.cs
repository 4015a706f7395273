namespace Dashboard.Data.Import;

/// <summary>A file to be staged, and how it is to be read.</summary>
/// <param name="Path">Where it lies on this machine.</param>
/// <param name="FileName">What the person calls it, for people and for archives' names; not a path.</param>
/// <param name="Recognition">Of this file, with the person's corrections.</param>
/// <param name="GivesWay">True where people read meanwhile, and are to notice nothing.</param>
public sealed record ImportRequest(string Path, string FileName, Recognition Recognition, bool GivesWay = false);
