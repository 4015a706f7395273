using Dashboard.Domain.Time;

namespace Dashboard.Domain.Sources;

/// <summary>Where a claim stands among the others. Nobody's account is called the truth.</summary>
public enum ClaimStatus
{
    Asserted,
    Supported,
    Disputed,
    Contradicted,
    Retracted,
    Superseded,
    Incomplete,
    Unsupported,
    Unverified,
}

/// <summary>One claimant's statement about one incident.</summary>
public sealed record Claim
{
    public required string Id { get => field; init => field = Refuse.Blank(value, nameof(Id)); }

    public required string IncidentId { get => field; init => field = Refuse.Blank(value, nameof(IncidentId)); }

    /// <summary>What it is about: responsibility, location, target_count, fatalities, injuries …</summary>
    public required string Predicate { get => field; init => field = Refuse.Blank(value, nameof(Predicate)); }

    public required Claimant Claimant { get; init; }

    /// <summary>What is said, in words.</summary>
    public required string Value { get => field; init => field = Refuse.Blank(value, nameof(Value)); }

    /// <summary>What is said in numbers, where the claim is about a number.</summary>
    public required ClaimedNumber? Number { get; init; }

    public required string SourceId { get => field; init => field = Refuse.Blank(value, nameof(SourceId)); }

    /// <summary>When it was said; null where the source does not tell.</summary>
    public required PartialDate? Date { get; init; }

    public required ClaimStatus Status { get; init; }

    public required Evidence Evidence { get; init; }

    public string? Note { get; init; }

    /// <summary>Where exactly it was said, an absolute http or https address; null where the source's own is all that is known.</summary>
    public Uri? Address { get; init => field = WebAddress.Checked(value); }
}

/// <summary>Who says it: an actor of the dataset where one is known, and always the words in which they were named.</summary>
public sealed record Claimant(string? ActorId, string Name)
{
    public string Name { get; } = Refuse.Blank(Name);
}

/// <summary>A claimed number as a range: "at least 34" has a low and no high.</summary>
public sealed record ClaimedNumber
{
    public ClaimedNumber(int? low, int? high, string? scope = null, string? unit = null)
    {
        Refuse.If(low is null && high is null, "a claimed number needs a low or a high; words alone are a claim without a number");
        Refuse.If(low < 0 || high < 0, "a claimed number cannot be negative");
        Refuse.If(low > high, $"the low {low} is above the high {high}");
        (Low, High, Scope, Unit) = (low, high, scope, unit);
    }

    public int? Low { get; }

    public int? High { get; }

    /// <summary>What is counted in and what is not.</summary>
    public string? Scope { get; }

    /// <summary>What is counted: people killed, targets, facilities …</summary>
    public string? Unit { get; }
}
