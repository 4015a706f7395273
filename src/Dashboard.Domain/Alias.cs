namespace Dashboard.Domain;

/// <summary>Another name of a place or an actor, in any script; the note says who writes it so, or since when.</summary>
public sealed record Alias(string Text, string? Note = null)
{
    public string Text { get; } = Refuse.Blank(Text);
}
