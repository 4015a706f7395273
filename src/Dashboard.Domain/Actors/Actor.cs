using Dashboard.Domain.Sources;

namespace Dashboard.Domain.Actors;

/// <summary>A named party, with the party it belongs to and its names in any script.</summary>
public sealed record Actor
{
    public required string Id
    {
        get => field;
        init
        {
            field = Refuse.Blank(value, nameof(Id));
            RefuseOwnParent();
        }
    }

    public required string Name { get => field; init => field = Refuse.Blank(value, nameof(Name)); }

    /// <summary>What it is: state, militia, person, monitor …</summary>
    public required string Nature { get; init; }

    /// <summary>The party it is part of; null where it stands alone or nobody says.</summary>
    public required string? ParentId
    {
        get => field;
        init
        {
            field = value;
            RefuseOwnParent();
        }
    }

    /// <summary>Ties that are not membership: actor ids of this dataset, or plain words.</summary>
    public required ValueList<string> Affiliations { get; init; }

    public required ValueList<Alias> Aliases { get; init; }

    public required Evidence Evidence { get; init; }

    public string? Note { get; init; }

    /// <summary>Asked from both sides, since an initialiser may set them in any order.</summary>
    private void RefuseOwnParent() => Refuse.If(Id is not null && Id == ParentId, $"actor {Id} cannot be its own parent");
}
