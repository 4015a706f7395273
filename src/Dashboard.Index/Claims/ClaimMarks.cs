using Dashboard.Domain.Querying;
using Dashboard.Domain.Sources;

namespace Dashboard.Index.Claims;

/// <summary>What is said of a claim in few bits.</summary>
/// <param name="IsCarrierOnly">True for what is no claim, but tells since when a source carries the incident.</param>
/// <param name="IsCarriedOtherwise">True where its source carries the incident at other times than the claim was made.</param>
internal readonly record struct ClaimMarks(ClaimStatus Status, ClaimTopic Topic, bool IsCarrierOnly, bool IsCarriedOtherwise)
{
    private const int StatusBits = 4;
    private const int TopicBits = 2;

    /// <summary>Of what is no claim.</summary>
    public static ClaimMarks Carrier { get; } = new(default, ClaimTopic.Other, IsCarrierOnly: true, IsCarriedOtherwise: false);

    /// <summary>True for a claim that was retracted or superseded.</summary>
    public bool HasTurned => Status is ClaimStatus.Retracted or ClaimStatus.Superseded;

    public static ClaimMarks From(long bits) => new(
        (ClaimStatus)(bits & ((1 << StatusBits) - 1)),
        (ClaimTopic)(bits >> StatusBits & ((1 << TopicBits) - 1)),
        (bits >> (StatusBits + TopicBits) & 1) != 0,
        (bits >> (StatusBits + TopicBits + 1) & 1) != 0);

    public long ToBits() => (long)Status | ((long)Topic << StatusBits) | ((IsCarrierOnly ? 1L : 0) << (StatusBits + TopicBits)) | ((IsCarriedOtherwise ? 1L : 0) << (StatusBits + TopicBits + 1));
}
