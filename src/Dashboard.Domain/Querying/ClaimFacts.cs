using Dashboard.Domain.Sources;

namespace Dashboard.Domain.Querying;

/// <summary>What a question can ask of one claim.</summary>
public readonly record struct ClaimFacts
{
    /// <summary>The actor that it is by; null where only a name is known.</summary>
    public required string? ClaimantId { get; init; }

    public required string SourceId { get; init; }

    /// <summary>The first day on which it may have been made, as <see cref="KnownOn.DayOf"/> tells; null where nobody does.</summary>
    public required DateOnly? Day { get; init; }

    public required ClaimStatus Status { get; init; }

    /// <summary>The day on which a claim that was retracted or superseded ceased to stand; null where nobody tells, and for all others.</summary>
    public DateOnly? TurnDay { get; init; }

    public required ClaimTopic Topic { get; init; }

    /// <summary>The figure, of a claim about a toll that gives one.</summary>
    public ClaimedNumber? Number { get; init; }

    /// <summary>Its status as the record has it on a day: what was retracted or superseded later still stands.</summary>
    public ClaimStatus StatusOn(DateOnly day) => TurnDay > day ? ClaimStatus.Asserted : Status;
}

/// <summary>Which toll a claim is about.</summary>
public enum ClaimTopic
{
    /// <summary>It is about something else.</summary>
    Other,
    Killed,
    Injured,
}
