namespace Dashboard.Domain.Sharing;

/// <summary>A short link as it is kept. What opens it is not: only its hash is.</summary>
public sealed record SharedLink
{
    /// <summary>What it is called where links are listed; it opens nothing.</summary>
    public required long Number { get; init; }

    /// <summary>The canonical query of the view that it leads to, without a question mark.</summary>
    public required string Query { get; init; }

    /// <summary>True for one that anybody made: it leads to the view as everybody sees it, and is the same for the same view.</summary>
    public required bool IsPlain { get; init; }

    /// <summary>The revision that it shows, whatever is committed later; null where it shows the present.</summary>
    public long? FrozenAt { get; init; }

    public Redaction Redaction { get; init; } = Redaction.None;

    public string? Title { get; init; }

    /// <summary>To whoever opens it.</summary>
    public string? Note { get; init; }

    /// <summary>Who made it; null where nobody was signed in.</summary>
    public string? Who { get; init; }

    public required DateTimeOffset Created { get; init; }

    /// <summary>From then on it opens nothing; null for never.</summary>
    public DateTimeOffset? Expires { get; init; }

    /// <summary>When somebody ended it; null while nobody did.</summary>
    public DateTimeOffset? Revoked { get; init; }

    /// <summary>How often it was opened. Nobody knows by whom.</summary>
    public long Opens { get; init; }

    public bool IsOpenAt(DateTimeOffset now) => Revoked is null && !(Expires <= now);

    /// <summary>True where what it shows is not what everybody sees now.</summary>
    public bool IsSpecial => FrozenAt is not null || !Redaction.IsNone;
}
