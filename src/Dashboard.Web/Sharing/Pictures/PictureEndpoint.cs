using Dashboard.Domain.Querying;
using Dashboard.Web.Endpoints;
using Dashboard.Web.Explore;
using Microsoft.Net.Http.Headers;

namespace Dashboard.Web.Sharing.Pictures;

/// <summary>
/// <c>/preview.png</c>, the picture that stands beside a link; <c>/picture.png</c> and <c>/picture.svg</c>, to be published. Each is of
/// the view that the page of the same query shows. Under <c>/data/{revision}</c> a preview may be kept for good; elsewhere a picture is
/// asked for again, and not sent again while it is the same.
/// </summary>
internal static class PictureEndpoint
{
    private const int LargestScale = 4;

    /// <summary>Longer than other questions may take: a picture is asked for by an image or another program, which do not ask again.</summary>
    private static readonly TimeSpan _limit = TimeSpan.FromSeconds(15);

    private static readonly string[] _reading = [HttpMethods.Get, HttpMethods.Head];

    public static void MapPictures(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapMethods(ShareAddress.Preview, _reading, (HttpContext context, Exploration exploration) => AnswerOnDayAsync(context, exploration, Preview));
        endpoints.MapMethods("/data/{revision}" + ShareAddress.Preview, _reading, (string revision, HttpContext context, Exploration exploration) =>
            exploration.NumberOf(revision) is { } number ? AnswerOfAsync(context, exploration, number, Preview, isForGood: true) : Task.FromResult(RevisionAnswer.NoSuch(exploration.Present.RevisionName)));
        endpoints.MapMethods("/picture.png", _reading, (HttpContext context, Exploration exploration) => AnswerOnDayAsync(context, exploration, request => Complete(request, isVector: false)));
        endpoints.MapMethods("/picture.svg", _reading, (HttpContext context, Exploration exploration) => AnswerOnDayAsync(context, exploration, request => Complete(request, isVector: true)));
    }

    private static PictureOrder Preview(HttpRequest request) => PictureOrder.OfPreview(View(request), IsDark(request));

    private static PictureOrder Complete(HttpRequest request, bool isVector)
    {
        var view = View(request);
        return new PictureOrder(view, SheetLayout.Complete, Scale(request), IsDark(request), isVector, PublicAddress.Of(request, ViewAddress.Of(view)));
    }

    /// <summary>Of the revision that the day of the view is seen on.</summary>
    private static Task<IResult> AnswerOnDayAsync(HttpContext context, Exploration exploration, Func<HttpRequest, PictureOrder> read) =>
        AnswerOfAsync(context, exploration, exploration.NumberOn(View(context.Request).Query.AsOf), read);

    private static async Task<IResult> AnswerOfAsync(HttpContext context, Exploration exploration, long number, Func<HttpRequest, PictureOrder> read, bool isForGood = false) =>
        await exploration.NumberedAsync(number, NotReady.Patience, context.RequestAborted) is { } revision
            ? await AnswerAsync(context, revision, read, isForGood)
            : NotReady.Answer(context);

    private static async Task<IResult> AnswerAsync(HttpContext context, ExploredRevision revision, Func<HttpRequest, PictureOrder> read, bool isForGood = false)
    {
        try
        {
            var order = read(context.Request);
            var tag = new EntityTagHeaderValue($"\"{revision.RevisionName}\"");
            if (RevisionAnswer.IsKnown(tag, context.Request))
            {
                return new PictureResult(Picture: null, order, tag, isForGood);
            }

            var desk = context.RequestServices.GetRequiredService<PictureDesk>();
            return await CutOff.RunAsync(context, _limit, async stop => new PictureResult(await desk.DrawAsync(revision, order, stop), order, tag, isForGood));
        }
        catch (BadParameterException bad)
        {
            return new SaidResult(StatusCodes.Status400BadRequest, "Not understood", bad.Message);
        }
    }

    private static ViewState View(HttpRequest request) => ViewStateCodec.Parse(request.QueryString.Value ?? "").View;

    private static int Scale(HttpRequest request) => request.Query["scale"] switch
    {
        { Count: 0 } => 1,
        [{ Length: 1 } text] when text[0] is >= '1' and <= (char)('0' + LargestScale) => text[0] - '0',
        _ => throw new BadParameterException("scale", $"can be a whole number from 1 to {LargestScale}"),
    };

    private static bool IsDark(HttpRequest request) => request.Query["theme"] switch
    {
        { Count: 0 } or ["light"] => false,
        ["dark"] => true,
        _ => throw new BadParameterException("theme", "can be light or dark"),
    };

    /// <param name="Picture">Null for who has it already.</param>
    private sealed record PictureResult(byte[]? Picture, PictureOrder Order, EntityTagHeaderValue Tag, bool IsForGood) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            var response = httpContext.Response;
            response.GetTypedHeaders().ETag = Tag;
            response.Headers.CacheControl = IsForGood ? "public, max-age=31536000, immutable" : "public, no-cache";
            if (Picture is null)
            {
                response.StatusCode = StatusCodes.Status304NotModified;
                return Task.CompletedTask;
            }

            response.ContentType = Order.Type;
            response.ContentLength = Picture.Length;
            return HttpMethods.IsHead(httpContext.Request.Method) ? Task.CompletedTask : response.Body.WriteAsync(Picture, httpContext.RequestAborted).AsTask();
        }
    }
}
