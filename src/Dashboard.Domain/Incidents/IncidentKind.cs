namespace Dashboard.Domain.Incidents;

/// <summary>What an incident is. Datasets may bring kinds of their own; a key is lower-case words joined by hyphens.</summary>
public readonly record struct IncidentKind
{
    public IncidentKind(string key)
    {
        Refuse.Blank(key);
        Refuse.If(key.Any(letter => char.IsUpper(letter) || char.IsWhiteSpace(letter)), $"'{key}' is not a kind: write lower-case words joined by hyphens");
        Key = key;
    }

    public string Key { get; }

    public static IncidentKind Attack { get; } = new("attack");

    public static IncidentKind Strike { get; } = new("strike");

    public static IncidentKind Statement { get; } = new("statement");

    public static IncidentKind Diplomacy { get; } = new("diplomacy");

    public static IncidentKind Deployment { get; } = new("deployment");

    public static IncidentKind Campaign { get; } = new("campaign");

    /// <summary>Its name on screen: "Attack", "Armed clash".</summary>
    public string Label => char.ToUpperInvariant(Key[0]) + Key[1..].Replace('-', ' ');

    public override string ToString() => Key;
}
