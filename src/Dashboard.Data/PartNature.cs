namespace Dashboard.Data;

/// <summary>What a part of a dataset is. Everything but incidents and their claims is a part.</summary>
internal enum PartNature
{
    Description,
    Actor,
    Place,
    Source,
    Relation,
    Conflict,
    Note,
}
