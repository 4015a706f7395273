namespace Dashboard.Web.Endpoints;

/// <summary>A question that takes too long is given up, and so is one whose asker has left.</summary>
public static class CutOff
{
    /// <summary>How long a question may take.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(2);

    private const int RetryAfterSeconds = 2;

    public static async Task<IResult> RunAsync(HttpContext context, TimeSpan limit, Func<CancellationToken, Task<IResult>> answer)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
        stop.CancelAfter(limit);
        try
        {
            return await answer(stop.Token);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            return Results.Empty;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            context.Response.Headers.RetryAfter = $"{RetryAfterSeconds}";
            return new SaidResult(StatusCodes.Status503ServiceUnavailable, "It took too long", "The server is too busy to count this now.");
        }
    }
}
