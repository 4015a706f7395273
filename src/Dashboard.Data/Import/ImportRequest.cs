namespace Dashboard.Data.Import;

/// <summary>A file to be staged, and how it is to be read.</summary>
/// <param name="Path">Where it lies on this machine.</param>
/// <param name="FileName">What the person calls it, for people and for archives' names; not a path.</param>
/// <param name="Recognition">Of this file, with the person's corrections.</param>
/// <param name="GivesWay">True where people read meanwhile, and are to notice nothing.</param>
/// <param name="IsToLookAt">True where only the difference is wanted: nothing of it can be committed, and it is there sooner.</param>
public sealed record ImportRequest(string Path, string FileName, Recognition Recognition, bool GivesWay = false, bool IsToLookAt = false);
