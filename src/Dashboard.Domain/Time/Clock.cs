namespace Dashboard.Domain.Time;

/// <summary>Which clock a time is told by.</summary>
public enum Clock
{
    Utc,

    /// <summary>Local to each incident.</summary>
    Local,

    UsEastern,
}
