using Microsoft.AspNetCore.Http.Features;

namespace Dashboard.Web.Briefings;

/// <summary>The long answer to one follower: server-sent events, and a sign of life in between.</summary>
internal static class BriefingStream
{
    /// <summary>A browser that lost the line comes back after two seconds.</summary>
    private static readonly byte[] _greeting = [.. "retry: 2000\n\n"u8];

    private static readonly byte[] _beat = [.. ": still here\n\n"u8];

    /// <summary>Until the briefing ends, the follower leaves or the server stops.</summary>
    public static async Task SendAsync(HttpResponse response, BriefingFollower follower, CancellationToken stop)
    {
        response.ContentType = "text/event-stream";
        response.Headers.CacheControl = "no-store";
        response.Headers["X-Accel-Buffering"] = "no"; // a proxy that collects answers would keep it all to itself
        response.HttpContext.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        try
        {
            await response.Body.WriteAsync(_greeting, stop);
            var isOver = false;
            while (!isOver)
            {
                var news = await follower.NextAsync(stop);
                await response.Body.WriteAsync(news?.Bytes ?? _beat, stop);
                await response.Body.FlushAsync(stop);
                isOver = news?.Standing == BriefingStanding.Ended;
            }
        }
        catch (OperationCanceledException)
        {
            // Somebody left, or the server stops: the answer just ends.
        }
    }
}
