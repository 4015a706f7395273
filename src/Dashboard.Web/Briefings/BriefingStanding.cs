namespace Dashboard.Web.Briefings;

/// <summary>How it stands with a briefing.</summary>
public enum BriefingStanding
{
    /// <summary>What the presenter does is shown.</summary>
    Live,

    /// <summary>The presenter looks around unseen; what was shown last stays.</summary>
    Paused,

    /// <summary>Nothing is heard of the presenter.</summary>
    Away,

    /// <summary>It is over, and nobody can join any more.</summary>
    Ended,
}
