using Dashboard.Web.Accounts;
using Dashboard.Web.CommandLine;
using Dashboard.Web.Endpoints;
using Dashboard.Web.Links;
using Dashboard.Web.Security;

namespace Dashboard.Web.Briefings;

/// <summary>
/// A presenter's page says in small messages what is shown; followers hear of it in one long answer each. Neither needs a circuit.
/// </summary>
internal static class BriefingEndpoints
{
    /// <summary>In this header a presenter's page shows that it is the presenter's.</summary>
    public const string KeyHeader = "Briefing-Key";

    /// <summary>The largest message.</summary>
    public const int MessageBytes = 4096;

    public static void MapBriefings(this IEndpointRouteBuilder endpoints)
    {
        string[] reading = [HttpMethods.Get, HttpMethods.Head];
        endpoints.MapPost(BriefingAddress.All, BeginAsync).ForChanges();
        endpoints.MapMethods(BriefingAddress.Route, reading, Open);
        endpoints.MapGet(BriefingAddress.EventsRoute, FollowAsync);
        endpoints.MapPost($"{BriefingAddress.All}/{{token}}/view", ShowAsync).ForChanges();
        endpoints.MapPost($"{BriefingAddress.All}/{{token}}/end", End).ForChanges();
        endpoints.MapBriefingStories();
    }

    private static async Task<IResult> BeginAsync(HttpContext context, BriefingDesk desk)
    {
        var (said, problem) = await ReadAsync(context.Request);
        if (said is null)
        {
            return problem!;
        }

        var briefing = desk.Begin(PresenterName.Of(said.Name, context.SignedIn()?.Account.Name), PresentedView.Of(said));
        context.Response.Headers.CacheControl = "no-store";
        return briefing is null
            ? new SaidResult(StatusCodes.Status503ServiceUnavailable, "Too many briefings", $"{BriefingDesk.MostBriefings} briefings are under way on this server. Try again when one has ended.")
            : Created(briefing);
    }

    private static IResult Created(Briefing briefing) =>
        Results.Json(new BriefingBegun(briefing.Token, briefing.Key, briefing.Presenter), BriefingJson.Default.BriefingBegun, statusCode: StatusCodes.Status201Created);

    /// <summary>The present view, on a page that then follows: where there are no scripts it is seen as it is now.</summary>
    private static IResult Open(string token, BriefingDesk desk, LinkMisses misses, HttpContext context)
    {
        _ = desk.TryFind(token, out var briefing);
        if (IsClosed(context, briefing))
        {
            return new ClosedToReadersResult();
        }

        if (briefing is null)
        {
            return Missing(misses, context);
        }

        context.Response.Headers.CacheControl = "no-store";
        return Results.Redirect(BriefingAddress.Following(briefing.Shown.View, token));
    }

    private static async Task FollowAsync(string token, HttpContext context, BriefingDesk desk, LinkMisses misses, IHostApplicationLifetime server)
    {
        _ = desk.TryFind(token, out var briefing);
        if (IsClosed(context, briefing))
        {
            await new ClosedToReadersResult().ExecuteAsync(context);
            return;
        }

        if (briefing is null)
        {
            await Missing(misses, context).ExecuteAsync(context);
            return;
        }

        using var follower = briefing.Join();
        if (follower is null)
        {
            await new SaidResult(StatusCodes.Status503ServiceUnavailable, "Too many followers", $"{Briefing.MostFollowers} people follow this briefing already.").ExecuteAsync(context);
            return;
        }

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, server.ApplicationStopping);
        await BriefingStream.SendAsync(context.Response, follower, stop.Token);
    }

    private static async Task<IResult> ShowAsync(string token, HttpContext context, BriefingDesk desk)
    {
        if (Refusal(token, context.Request, desk, out var briefing) is { } refusal)
        {
            return refusal;
        }

        var (said, problem) = await ReadAsync(context.Request);
        if (said is null)
        {
            return problem!;
        }

        return (said.IsPaused ? briefing.Pause() : briefing.Show(PresentedView.Of(said))) switch
        {
            var heard and (Hearing.Heard or Hearing.Outside) => Results.Json(new PresenterHears(briefing.Followers, heard == Hearing.Outside), BriefingJson.Default.PresenterHears),
            Hearing.TooMany => new SaidResult(StatusCodes.Status429TooManyRequests, "Too many messages", $"A briefing takes {Briefing.MessagesASecond} messages a second."),
            _ => Gone(),
        };
    }

    private static IResult End(string token, HttpContext context, BriefingDesk desk)
    {
        if (Refusal(token, context.Request, desk, out var briefing) is { } refusal)
        {
            return refusal;
        }

        desk.End(briefing);
        return Results.NoContent();
    }

    private static IResult? Refusal(string token, HttpRequest request, BriefingDesk desk, out Briefing briefing)
    {
        if (!desk.TryFind(token, out var found))
        {
            briefing = null!;
            return Gone();
        }

        briefing = found;
        return found.IsKey(request.Headers[KeyHeader]) ? null : new SaidResult(StatusCodes.Status403Forbidden, "Not the presenter", "Only the page that began a briefing says what it shows.");
    }

    /// <summary>Where readers need a link they follow a briefing of what a link shows, as long as that opens.</summary>
    private static bool IsClosed(HttpContext context, Briefing? briefing)
    {
        var services = context.RequestServices;
        return services.GetRequiredService<ServeSettings>().ReadersNeedLink && !ChangesGate.IsOpenTo(context) && services.GetRequiredService<Explorations>().Find(briefing?.Link) is null;
    }

    /// <summary>Who asks for what there is not may be wrong, but not again and again: as with links, with which it is counted.</summary>
    private static IResult Missing(LinkMisses misses, HttpContext context)
    {
        if (misses.MayMiss(context))
        {
            return Results.NotFound();
        }

        context.Response.Headers.RetryAfter = LinkMisses.RetryAfterSeconds;
        return new SaidResult(StatusCodes.Status429TooManyRequests, "Too many attempts", $"From one place at most {LinkMisses.MissesAMinute} addresses a minute that lead nowhere are looked up. Wait a minute, and try again.");
    }

    /// <summary>To a program: there is no page to show it.</summary>
    private static SaidResult Gone() => new(StatusCodes.Status404NotFound, "No such briefing", "There is no briefing under this address, or it has ended.");

    private static Task<(PresenterSaid? Said, IResult? Problem)> ReadAsync(HttpRequest request) => BriefingMessage.ReadAsync(request, BriefingJson.Default.PresenterSaid, MessageBytes);
}
