namespace Dashboard.Web.Names;

/// <summary>The language of a name, where its note says one.</summary>
public static class Languages
{
    private static readonly Dictionary<string, string> _tags = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Arabic"] = "ar",
        ["Armenian"] = "hy",
        ["Chinese"] = "zh",
        ["Dari"] = "fa-AF",
        ["English"] = "en",
        ["Farsi"] = "fa",
        ["French"] = "fr",
        ["German"] = "de",
        ["Hebrew"] = "he",
        ["Kurdish"] = "ku",
        ["Pashto"] = "ps",
        ["Persian"] = "fa",
        ["Russian"] = "ru",
        ["Spanish"] = "es",
        ["Turkish"] = "tr",
        ["Ukrainian"] = "uk",
        ["Urdu"] = "ur",
    };

    /// <summary>"ar" for "Arabic" and for "Arabic, official since 2014"; null where the note names no language.</summary>
    public static string? TagOf(string? note) => note is null ? null : _tags.GetValueOrDefault(note.Split(',', ';', ' ')[0]);
}
