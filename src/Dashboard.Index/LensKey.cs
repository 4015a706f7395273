namespace Dashboard.Index;

/// <summary>Through what a view is seen.</summary>
public enum LensKind
{
    /// <summary>Claims of an actor and of every actor below it.</summary>
    Actor,

    /// <summary>Claims that a source carries.</summary>
    Source,
}

/// <summary>A lens: whose account to see.</summary>
/// <param name="Id">Of the actor or the source, as in a query.</param>
/// <param name="Label">Its name on screen.</param>
public sealed record LensKey(LensKind Kind, string Id, string Label);

/// <param name="Mentions">Of how many incidents the lens makes a claim.</param>
public sealed record LensCount(LensKey Lens, int Mentions);
