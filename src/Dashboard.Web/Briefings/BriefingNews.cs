using System.Text.Json;
using Dashboard.Domain.Querying;

namespace Dashboard.Web.Briefings;

/// <summary>The state of a briefing at one moment, written once for all who follow.</summary>
public sealed class BriefingNews
{
    private BriefingNews(long number, BriefingStanding standing, byte[] bytes) => (Number, Standing, Bytes) = (number, standing, bytes);

    /// <summary>Higher than that of all news before it.</summary>
    public long Number { get; }

    public BriefingStanding Standing { get; }

    /// <summary>One server-sent event.</summary>
    public ReadOnlyMemory<byte> Bytes { get; }

    internal static BriefingNews Of(long number, string presenter, BriefingStanding standing, PresentedView shown)
    {
        var view = shown.View;
        var said = JsonSerializer.SerializeToUtf8Bytes(
            new FollowersHear(
                presenter,
                standing,
                ViewStateCodec.Format(view),
                view.Query.Window.From?.ToUnixTimeMilliseconds(),
                view.Query.Window.To?.ToUnixTimeMilliseconds(),
                view.Viewport is { } map ? [map.Centre.Latitude, map.Centre.Longitude, map.Zoom] : null,
                view.Selection,
                ViewStateCodec.Word(view.Mode),
                ViewStateCodec.Word(view.Colour),
                ViewStateCodec.Word(view.Relations),
                shown.Pointer is { } point ? [point.Latitude, point.Longitude] : null,
                shown.Size is { } size ? [size.Width, size.Height] : null),
            BriefingJson.Default.FollowersHear);
        return new BriefingNews(number, standing, [.. "data: "u8, .. said, .. "\n\n"u8]);
    }
}
