using System.Globalization;

namespace Dashboard.Web.Stories;

/// <summary>Where stories are read and written.</summary>
internal static class StoryAddress
{
    public const string All = "/stories";

    /// <summary>The page of a story, and the same for frames, as routes.</summary>
    public const string Route = "/stories/{slug}";

    public const string EmbedRoute = "/stories/{slug}/embed";

    public static string Of(string slug) => $"{All}/{Uri.EscapeDataString(slug)}";

    /// <summary>The name of the story that an address leads to; null where it leads to none.</summary>
    public static string? SlugIn(Uri address) => address.AbsolutePath.Split('/') switch
    {
        ["", "stories", { Length: > 0 } slug] => Uri.UnescapeDataString(slug),
        ["", "stories", { Length: > 0 } slug, "embed"] => Uri.UnescapeDataString(slug),
        _ => null,
    };

    /// <summary>For frames in other pages.</summary>
    public static string OfEmbed(string slug) => $"{Of(slug)}/embed";

    public static string OfEditing(string slug) => $"{Of(slug)}/edit";

    public static string OfDeleting(string slug) => $"{Of(slug)}/delete";

    /// <summary>A step on the page where the story is written.</summary>
    public static string OfEditing(string slug, int step) => string.Create(CultureInfo.InvariantCulture, $"{OfEditing(slug)}#step-{step}");
}
