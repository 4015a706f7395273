using Dashboard.Domain.Sharing;

namespace Dashboard.Data.Links;

/// <summary>A row of the table <c>link</c>, without what opens it.</summary>
internal sealed record LinkRow
{
    public const string Columns = """
        number, query, is_plain AS isPlain, frozen, redaction, title, note, who, created_ms AS created, expires_ms AS expires, revoked_ms AS revoked, opens
        """;

    public required long Number { get; init; }

    public required string Query { get; init; }

    public required long IsPlain { get; init; }

    public required long? Frozen { get; init; }

    public required string? Redaction { get; init; }

    public required string? Title { get; init; }

    public required string? Note { get; init; }

    public required string? Who { get; init; }

    public required long Created { get; init; }

    public required long? Expires { get; init; }

    public required long? Revoked { get; init; }

    public required long Opens { get; init; }

    public SharedLink ToLink() => new()
    {
        Number = Number,
        Query = Query,
        IsPlain = IsPlain != 0,
        FrozenAt = Frozen,
        Redaction = RedactionJson.Read(Redaction),
        Title = Title,
        Note = Note,
        Who = Who,
        Created = At(Created),
        Expires = Expires is { } expires ? At(expires) : null,
        Revoked = Revoked is { } revoked ? At(revoked) : null,
        Opens = Opens,
    };

    private static DateTimeOffset At(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);
}
