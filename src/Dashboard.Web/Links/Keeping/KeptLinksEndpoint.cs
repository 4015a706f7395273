using System.Globalization;
using Dashboard.Data;
using Dashboard.Domain;
using Dashboard.Domain.Querying;
using Dashboard.Web.Accounts;
using Dashboard.Web.Endpoints;
using Dashboard.Web.Security;

namespace Dashboard.Web.Links.Keeping;

/// <summary>
/// <c>POST /links</c> makes a link as an editor wants it; <c>/links/N/extend</c> and <c>/links/N/end</c> change it. Plain forms, for who may
/// change the data.
/// </summary>
internal static class KeptLinksEndpoint
{
    public static void MapKeptLinks(this IEndpointRouteBuilder endpoints)
    {
        var links = endpoints.MapGroup(KeptLinksAddress.All).DisableAntiforgery().ForChanges();
        links.MapPost("", (HttpContext context, DashboardStore store, TimeProvider time, CancellationToken stop) => DoAsync(context, "No link was made", form =>
        {
            var (view, ignored) = ViewStateCodec.Parse(form[LinkWish.View].ToString());
            Refuse(ignored.Count > 0, () => $"The query is not that of a view: '{ignored[0].Key}' {ignored[0].Reason}.");
            Refuse(view.Query.Link is not null, () => "What is looked at through a link is shared with that link.");
            var wish = LinkWish.Read(key => form[key]);
            return KeptLinksAddress.OfMade(store.Links.Make(wish.For(view, time.GetUtcNow(), context.SignedIn()?.Account.Name)).Token);
        }, stop));
        links.MapMethods("/preview.png", [HttpMethods.Get, HttpMethods.Head], LinkPreview.AnswerAsync);
        links.MapPost("/{number:long}/extend", (long number, HttpContext context, DashboardStore store, TimeProvider time, CancellationToken stop) => DoAsync(context, "The link is as it was", form =>
        {
            store.Links.Extend(number, LinkLife.EndOf(LinkWish.LifeOf(form[LinkWish.Days].ToString()), time.GetUtcNow()));
            return KeptLinksAddress.Of(number);
        }, stop));
        links.MapPost("/{number:long}/end", (long number, HttpContext context, DashboardStore store, CancellationToken stop) => DoAsync(context, "The link is as it was", _ =>
        {
            store.Links.Revoke(number);
            return KeptLinksAddress.Of(number);
        }, stop));
    }

    /// <param name="change">Returns where to go on.</param>
    private static async Task<IResult> DoAsync(HttpContext context, string refused, Func<IFormCollection, string> change, CancellationToken stop)
    {
        var form = context.Request.HasFormContentType ? await context.Request.ReadFormAsync(stop) : FormCollection.Empty;
        try
        {
            return new SeeOtherResult(await Task.Run(() => change(form), stop));
        }
        catch (RefusedException refusal)
        {
            return new SaidResult(StatusCodes.Status400BadRequest, refused, $"{refusal.Message} Go back and try again.");
        }
    }

    private static void Refuse(bool condition, Func<string> message)
    {
        if (condition)
        {
            throw new RefusedException(message());
        }
    }
}

/// <summary>Where links are looked after.</summary>
internal static class KeptLinksAddress
{
    public const string All = "/links";

    /// <summary>A link among the others.</summary>
    public static string Of(long number) => string.Create(CultureInfo.InvariantCulture, $"{All}#link-{number}");

    /// <summary>What has just been made, with what opens it: it is told there once.</summary>
    public static string OfMade(string token) => $"{All}?made={token}";

    /// <summary>What a link would show that is wished for.</summary>
    public static string OfPreview(ViewState view, LinkWish wish)
    {
        var redaction = wish.Redaction;
        IEnumerable<(string Key, string Value)> fields =
        [
            (LinkWish.View, ViewStateCodec.Format(view)),
            (LinkWish.Cell, redaction.CellKilometres?.ToString(CultureInfo.InvariantCulture) ?? ""),
            .. redaction.Fields.Select(field => (LinkWish.Field, KeptLinkWords.WordOf(field))),
            .. redaction.Sources.Select(source => (LinkWish.Source, source)),
            (LinkWish.Locks, redaction.LocksFilters ? "1" : ""),
        ];
        return $"{All}/preview.png?{string.Join('&', fields.Where(field => field.Value.Length > 0).Select(field => $"{field.Key}={Uri.EscapeDataString(field.Value)}"))}";
    }

    /// <summary>The address of a link as a QR code.</summary>
    public static string CodeOf(string token) => $"/qr.svg?s={token}";

    /// <summary>The links that are older than one.</summary>
    public static string Before(long number) => string.Create(CultureInfo.InvariantCulture, $"{All}?before={number}");

    /// <param name="verb">extend or end.</param>
    public static string Of(string verb, long number) => string.Create(CultureInfo.InvariantCulture, $"{All}/{number}/{verb}");
}
