namespace Dashboard.Web.Filters;

/// <summary>How a person finds an option in a long list.</summary>
internal static class LabelText
{
    /// <summary>True where the label holds the text, whatever its case; nothing asked is held by all.</summary>
    public static bool Holds(string label, string? text) =>
        string.IsNullOrWhiteSpace(text) || label.Contains(text.Trim(), StringComparison.OrdinalIgnoreCase);
}
