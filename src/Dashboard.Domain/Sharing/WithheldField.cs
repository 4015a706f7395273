namespace Dashboard.Domain.Sharing;

/// <summary>What a link may keep from those who open it.</summary>
public enum WithheldField
{
    /// <summary>Titles of incidents; each is called by its kind instead.</summary>
    Titles,

    /// <summary>Names of places, finer than a province.</summary>
    Places,

    /// <summary>The text about an incident.</summary>
    Summaries,

    /// <summary>Who was killed and injured, and every claim about it.</summary>
    Tolls,

    Weapons,

    /// <summary>Who was involved, and who claims what.</summary>
    Actors,

    /// <summary>Every claim.</summary>
    Claims,

    /// <summary>Publishers and addresses of sources; that there are sources is told.</summary>
    Sources,

    /// <summary>The further columns of the row that an incident comes from.</summary>
    Attributes,
}
