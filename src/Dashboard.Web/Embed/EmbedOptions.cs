using System.Globalization;
using Dashboard.Domain.Querying;

namespace Dashboard.Web.Embed;

/// <summary>How a view is shown in a frame of another page. Addresses hold what is not as usual.</summary>
/// <param name="Theme">light or dark; null follows the reader's system.</param>
/// <param name="HasTimeline">Whether the timeline stands under the map.</param>
public sealed record EmbedOptions(string? Theme, bool HasTimeline, int Width, int Height)
{
    /// <summary>The keys in an address that say how, and are no part of a view.</summary>
    public static readonly IReadOnlyList<string> Keys = ["theme", "timeline", "width", "height", EmbedPin.Key];

    public const int UsualWidth = 800;
    public const int UsualHeight = 560;
    public const int Least = 200;
    public const int Most = 4000;

    /// <summary>What cannot be understood is as usual.</summary>
    public static EmbedOptions Read(IQueryCollection query) => new(
        query["theme"].ToString() is "light" or "dark" ? query["theme"].ToString() : null,
        query["timeline"].ToString() != "0",
        Size(query["width"], UsualWidth),
        Size(query["height"], UsualHeight));

    /// <summary>Where the view is that is shown in the frame, within this server.</summary>
    public string AddressOf(ViewState view)
    {
        var query = string.Join('&', new[] { ViewStateCodec.Format(view), Theme is null ? "" : $"theme={Theme}", HasTimeline ? "" : "timeline=0" }.Where(part => part.Length > 0));
        return query.Length == 0 ? "/embed" : $"/embed?{query}";
    }

    private static int Size(string? text, int usual) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var size) ? Math.Clamp(size, Least, Most) : usual;
}
