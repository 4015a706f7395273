using Dashboard.Domain.Sources;

namespace Dashboard.Domain.Places;

/// <summary>A named location with its spellings in any script. A place without a point is known by name only.</summary>
public sealed record Place
{
    public required string Id { get => field; init => field = Refuse.Blank(value, nameof(Id)); }

    public required string Name { get => field; init => field = Refuse.Blank(value, nameof(Name)); }

    /// <summary>What it is: city, air base, country …</summary>
    public required string Nature { get; init; }

    /// <summary>ISO 3166-1 alpha-2.</summary>
    public required string? Country { get; init; }

    /// <summary>First-order administrative area.</summary>
    public required string? Province { get; init; }

    public required GeoPoint? Point { get; init; }

    public required GeoPrecision? Precision { get; init; }

    public required ValueList<Alias> Aliases { get; init; }

    public required Evidence Evidence { get; init; }

    public string? GeoNamesId { get; init; }

    public string? Note { get; init; }
}
