using System.Text.Json.Serialization;
using Dashboard.Domain.Querying;
using Dashboard.Web.CommandLine;
using Dashboard.Web.Endpoints;
using Dashboard.Web.Explore;
using Dashboard.Web.Sharing;
using Dashboard.Web.Stories;

namespace Dashboard.Web.Embed;

/// <summary>
/// <c>/oembed?url=…&amp;format=json</c>: how another program shows a view or a story of this server. Where sites may embed it that is a frame, else a
/// link with its picture. Addresses of other servers, and what is no view, are not known here.
/// </summary>
internal static class OEmbedEndpoint
{
    public static void MapOEmbed(this IEndpointRouteBuilder endpoints) => endpoints.MapMethods("/oembed", [HttpMethods.Get, HttpMethods.Head], Answer);

    private static Task<IResult> Answer(HttpContext context, Exploration exploration, ServeSettings settings) => CutOff.RunAsync(context, CutOff.Limit, async stop =>
    {
        var query = context.Request.Query;
        if (query["format"] is [not "json"])
        {
            return new SaidResult(StatusCodes.Status501NotImplemented, "Not this format", "The only format is json.");
        }

        var root = new Uri(PublicAddress.Of(context.Request, "/"));
        var isHere = Uri.TryCreate(query["url"], UriKind.Absolute, out var url) && url.Authority == root.Authority;
        if (isHere && StoryAddress.SlugIn(url!) is { } slug && exploration.Store.Stories.Find(slug) is { } story)
        {
            return Say(context, settings, story.Text.Title, ShareAddress.OfPreview(ViewStateCodec.Parse(story.Text.Steps.FirstOrDefault()?.Query ?? "").View), (_, _) => StoryAddress.OfEmbed(slug));
        }

        if (!isHere || ViewIn(url!) is not { } view)
        {
            return new SaidResult(StatusCodes.Status404NotFound, "No such view", $"The parameter 'url' has to be the address of a view, like {root}?kind=attack.");
        }

        if (await exploration.OnAsync(view.Query.AsOf, NotReady.Patience, stop) is not { } revision)
        {
            return NotReady.Answer(context);
        }

        var shared = await Task.Run(() => SharedView.Of(exploration, revision, view), stop).WaitAsync(stop);
        return Say(context, settings, $"{shared.Title}: {shared.Counted}", ShareAddress.OfPreview(view),
            (width, height) => new EmbedOptions(Theme: null, HasTimeline: true, width, height).AddressOf(view));
    });

    /// <param name="frame">The address of what is shown in a frame of so much room.</param>
    private static IResult Say(HttpContext context, ServeSettings settings, string title, string preview, Func<int, int, string> frame)
    {
        var query = context.Request.Query;
        var (width, height) = (Within(query["maxwidth"], EmbedOptions.UsualWidth), Within(query["maxheight"], EmbedOptions.UsualHeight));
        return Results.Json(
            new OEmbed
            {
                Type = settings.EmbedIn.AreAny ? "rich" : "link",
                Title = title,
                ProviderUrl = PublicAddress.Of(context.Request, "/"),
                ThumbnailUrl = PublicAddress.Of(context.Request, preview),
                Html = settings.EmbedIn.AreAny ? EmbedCode.Of(PublicAddress.Of(context.Request, frame(width, height)), title, width, height) : null,
                Width = settings.EmbedIn.AreAny ? width : null,
                Height = settings.EmbedIn.AreAny ? height : null,
            },
            OEmbedJson.Default.OEmbed);
    }

    private static ViewState? ViewIn(Uri url)
    {
        const string Incidents = "/incidents/";
        return url.AbsolutePath switch
        {
            "/" or "/embed" => ViewStateCodec.Parse(url.Query).View,
            var path when path.StartsWith(Incidents, StringComparison.Ordinal) && path.LastIndexOf('/') == Incidents.Length - 1 =>
                ViewState.Default with { Selection = Uri.UnescapeDataString(path[Incidents.Length..]) },
            _ => null,
        };
    }

    private static int Within(string? most, int usual) => int.TryParse(most, out var size) && size > 0 ? Math.Clamp(size, EmbedOptions.Least, usual) : usual;
}

/// <summary>An answer as oEmbed 1.0 describes it.</summary>
internal sealed record OEmbed
{
    public string Version => "1.0";

    public required string Type { get; init; }

    public required string Title { get; init; }

    public string ProviderName => "Incident dashboard";

    public required string ProviderUrl { get; init; }

    public required string ThumbnailUrl { get; init; }

    public int ThumbnailWidth => 1200;

    public int ThumbnailHeight => 630;

    public required string? Html { get; init; }

    public required int? Width { get; init; }

    public required int? Height { get; init; }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(OEmbed))]
internal sealed partial class OEmbedJson : JsonSerializerContext;
