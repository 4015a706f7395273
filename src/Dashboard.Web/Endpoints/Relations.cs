using System.Text.Json.Serialization;

namespace Dashboard.Web.Endpoints;

/// <summary>How incidents of one question stand to each other, as arcs of the map and connectors of the timeline.</summary>
public sealed record Relations
{
    /// <summary>In the order in which they came to be known.</summary>
    public required IReadOnlyList<MarkRelation> All { get; init; }

    /// <summary>True where there are more than are told.</summary>
    public required bool IsCut { get; init; }

    /// <summary>The incidents at their ends, where one incident was asked about: among many they may not have been sent yet.</summary>
    public required IReadOnlyList<Mark> Incidents { get; init; }
}

/// <summary>One relation, in the direction in which its arrow goes: from an action to what came of it, from a whole to its part.</summary>
public sealed record MarkRelation
{
    /// <summary>Of one dataset; not unique among several.</summary>
    public required string Id { get; init; }

    /// <summary>The slug of the incident that the arrow leaves.</summary>
    public required string From { get; init; }

    /// <summary>The slug of the incident that the arrow reaches.</summary>
    public required string To { get; init; }

    /// <summary>"Drew retaliation": read along the arrow.</summary>
    public required string Words { get; init; }

    /// <summary>"5.8 days later"; null where it says nothing, or is not known.</summary>
    public required string? Lag { get; init; }

    /// <summary>asserted, uncertain or contradicted.</summary>
    public required string Standing { get; init; }

    /// <summary>Who says so and how sure that is.</summary>
    public required string Says { get; init; }

    public required string? Note { get; init; }

    /// <summary>True where it joins an action and what came because of it: chains are made of these.</summary>
    public required bool Step { get; init; }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Relations))]
internal sealed partial class RelationsJson : JsonSerializerContext;
