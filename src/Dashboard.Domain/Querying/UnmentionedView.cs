namespace Dashboard.Domain.Querying;

/// <summary>What a lens does with the incidents that it does not mention.</summary>
public enum UnmentionedView
{
    /// <summary>They stay, told apart.</summary>
    Faded,

    /// <summary>They are left out.</summary>
    Hidden,
}
