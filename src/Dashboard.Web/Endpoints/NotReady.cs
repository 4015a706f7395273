namespace Dashboard.Web.Endpoints;

/// <summary>The answer to who asks about an earlier revision that has to be made ready first: soon.</summary>
internal static class NotReady
{
    /// <summary>How long an answer is worth waiting for.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private const string RetryAfterSeconds = "2";

    public static IResult Answer(HttpContext context)
    {
        Tell(context.Response);
        return new SaidResult(StatusCodes.Status503ServiceUnavailable, "In a moment", "What was known on that day is being made ready. Ask again in two seconds.");
    }

    public static void Tell(HttpResponse response)
    {
        response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        response.Headers.RetryAfter = RetryAfterSeconds;
    }
}
