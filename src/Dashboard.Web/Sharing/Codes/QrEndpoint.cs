using System.Text;
using Dashboard.Domain.Querying;
using Dashboard.Web.Endpoints;
using Dashboard.Web.Explore;
using Microsoft.Extensions.Primitives;

namespace Dashboard.Web.Sharing.Codes;

/// <summary><c>/qr.svg</c>: the address of the view of the same query as a QR code; with <c>s=</c> that of a short link.</summary>
internal static class QrEndpoint
{
    /// <summary>The parameter with what opens a short link. The code tells no more than whoever asks for it knows: whether there is such a link is not looked up.</summary>
    public const string Link = "s";

    public static void MapQrCodes(this IEndpointRouteBuilder endpoints) => endpoints.MapMethods("/qr.svg", [HttpMethods.Get, HttpMethods.Head], Answer);

    private static IResult Answer(HttpContext context)
    {
        var link = context.Request.Query[Link];
        if (link.Count > 0 && !IsToken(link))
        {
            return new SaidResult(StatusCodes.Status400BadRequest, "That is no short link", "The parameter 's' has to be what stands behind /s/ in the address of a short link.");
        }

        var address = PublicAddress.Of(context.Request, link.Count > 0 ? $"/s/{link}" : ViewAddress.Of(ViewStateCodec.Parse(context.Request.QueryString.Value ?? "").View));
        return QrCode.Fits(address)
            ? Results.Text(QrCode.Svg(address), "image/svg+xml", Encoding.UTF8)
            : new SaidResult(StatusCodes.Status422UnprocessableEntity, "Too long for a QR code", "The address of this view is longer than a QR code holds. Make a short link of it, and a code of that.");
    }

    private static bool IsToken(StringValues values) => values is [{ Length: > 0 and <= 64 } token] && token.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_');
}
