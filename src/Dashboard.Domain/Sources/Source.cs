using Dashboard.Domain.Time;

namespace Dashboard.Domain.Sources;

/// <summary>A publication or body that carries claims.</summary>
public sealed record Source
{
    public required string Id { get => field; init => field = Refuse.Blank(value, nameof(Id)); }

    public required string Publisher { get => field; init => field = Refuse.Blank(value, nameof(Publisher)); }

    public required PartialDate? Date { get; init; }

    /// <summary>What it is: published text, gazetteer …</summary>
    public required string Nature { get; init; }

    /// <summary>Where it was seen, an absolute http or https address; anything else is refused.</summary>
    public required Uri? Address { get; init => field = WebAddress.Checked(value); }

    /// <summary>True where it quotes the statement of the body concerned in full or at length.</summary>
    public required bool QuotesPrimaryStatement { get; init; }

    public string? Note { get; init; }
}
