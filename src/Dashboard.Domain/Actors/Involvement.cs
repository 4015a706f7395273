using Dashboard.Domain.Sources;

namespace Dashboard.Domain.Actors;

/// <summary>
/// An actor's role in one incident: perpetrator, target, claimant, speaker, host … The qualifier says how it is known
/// ("suspected", "per Iraq", "denied") and is shown with the role, always.
/// </summary>
public sealed record Involvement(string ActorId, string Role, string? Qualifier, Evidence Evidence)
{
    public string ActorId { get; } = Refuse.Blank(ActorId);

    public string Role { get; } = Refuse.Blank(Role);
}
