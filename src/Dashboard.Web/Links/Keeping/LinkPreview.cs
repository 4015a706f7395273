using System.Security.Cryptography;
using System.Text;
using Dashboard.Domain;
using Dashboard.Domain.Querying;
using Dashboard.Domain.Sharing;
using Dashboard.Web.Endpoints;
using Dashboard.Web.Sharing.Pictures;

namespace Dashboard.Web.Links.Keeping;

/// <summary><c>/links/preview.png</c>: what a link would show that is not made yet, drawn from the very excerpt that it would show.</summary>
internal static class LinkPreview
{
    /// <summary>So long somebody waits for the picture; it is asked for by an image, which does not ask again.</summary>
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(20);

    public static async Task<IResult> AnswerAsync(HttpContext context, Explorations explorations, PictureDesk desk, TimeProvider time)
    {
        try
        {
            var link = Unmade(key => context.Request.Query[key].ToString(), LinkWish.Read(key => context.Request.Query[key]), time.GetUtcNow());
            using var loan = await explorations.OpenAsync(link, revisionName: null, _patience, context.RequestAborted);
            if (loan is null)
            {
                return NotReady.Answer(context);
            }

            var order = PictureOrder.OfPreview(loan.View, isDark: false);
            var picture = await desk.DrawAsync(loan.Exploration.Present, order, context.RequestAborted);
            context.Response.Headers.CacheControl = "private, no-cache";
            return Results.Bytes(picture, order.Type);
        }
        catch (RefusedException refusal)
        {
            return new SaidResult(StatusCodes.Status400BadRequest, "No such link", refusal.Message);
        }
    }

    /// <summary>The same wish has the same number, which is that of no link that is kept: those count up from one.</summary>
    private static SharedLink Unmade(Func<string, string> values, LinkWish wish, DateTimeOffset now)
    {
        var (query, redaction) = (ViewStateCodec.Format(ViewStateCodec.Parse(values(LinkWish.View)).View), wish.Redaction);
        var words = $"{query}\n{redaction.CellKilometres}\n{string.Join(',', redaction.Fields)}\n{string.Join('\n', redaction.Sources)}\n{redaction.LocksFilters}";
        var number = BitConverter.ToInt64(SHA256.HashData(Encoding.UTF8.GetBytes(words))) | long.MinValue;
        return new SharedLink { Number = number, Query = query, IsPlain = false, Redaction = redaction, Created = now };
    }
}
