using Dashboard.Domain.Actors;

namespace Dashboard.Data;

/// <summary>
/// A chain of action and response: an incident, all that it answered and all that answered it, and so on in both directions.
/// Whichever of its steps is asked about, it is the same chain.
/// </summary>
public sealed record IncidentChain
{
    /// <summary>How many steps are looked for; a longer chain is cut where it is furthest from the one that is asked about.</summary>
    public const int MostSteps = 60;

    /// <summary>How many relations of the one that is asked about are read.</summary>
    public const int MostOthers = 200;

    /// <summary>The incident that is asked about.</summary>
    public required StoredIncident Selected { get; init; }

    /// <summary>By start, the undated last; the selected one is always among them.</summary>
    public required IReadOnlyList<StoredIncident> Steps { get; init; }

    /// <summary>The relations that join the steps.</summary>
    public required IReadOnlyList<JoinedRelation> Answers { get; init; }

    /// <summary>The other relations of the selected one: parts, statements, and what the record contradicts.</summary>
    public required IReadOnlyList<JoinedRelation> Others { get; init; }

    /// <summary>Those involved in a step, and every actor above them.</summary>
    public required IReadOnlyList<Actor> Actors { get; init; }

    /// <summary>True where there is more than was read.</summary>
    public required bool IsCut { get; init; }

    /// <summary>Where the selected one stands among the steps, from 0.</summary>
    public int Position => Steps.Select(step => step.Number).ToList().IndexOf(Selected.Number);
}
