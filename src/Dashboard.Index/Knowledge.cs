using Dashboard.Domain;

namespace Dashboard.Index;

/// <summary>When things became known, leads apart: claims as they were made and as they ceased to stand, incidents that nobody's claim dates as they began.</summary>
/// <param name="First">The first day on which anything did.</param>
/// <param name="Last">The last one: from it on nothing is different from what is known at all.</param>
/// <param name="Stretches">Side by side, all of one length but the last; at most <see cref="MostStretches"/>.</param>
public sealed record Knowledge(DateOnly First, DateOnly Last, ValueList<KnowledgeStretch> Stretches)
{
    public const int MostStretches = 240;

    public const int MostDays = 1_000;

    /// <summary>Each day on which anything became known; where they are more than <see cref="MostDays"/>, the stretches in which anything did.</summary>
    public required ValueList<KnowledgeStretch> Days { get; init; }
}

/// <param name="To">The last day of it.</param>
/// <param name="Count">How much became known.</param>
public readonly record struct KnowledgeStretch(DateOnly From, DateOnly To, int Count);
