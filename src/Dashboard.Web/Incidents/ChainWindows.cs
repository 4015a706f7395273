using System.Text.Json;
using System.Text.Json.Serialization;
using Dashboard.Data;
using Dashboard.Domain.Time;

namespace Dashboard.Web.Incidents;

/// <summary>The windows that go with a chain.</summary>
public static class ChainWindows
{
    /// <summary>How near in time is near.</summary>
    public static readonly TimeSpan Near = TimeSpan.FromHours(72);

    /// <summary>From so long before an incident began to so long after it ended; null where nobody knows when it was, or it still goes on.</summary>
    public static TimeWindow? Around(Occurrence? occurrence) => occurrence is { IsOngoing: false } known
        && known.Start - DateTimeOffset.MinValue > Near && DateTimeOffset.MaxValue - (known.SpanEnd ?? known.Start) > Near
        ? new TimeWindow(known.Start.ToUniversalTime() - Near, (known.SpanEnd ?? known.Start).ToUniversalTime() + Near)
        : null;

    /// <summary>What the browser plays: of each step its slug, and the days from the first step to it in Unix milliseconds.</summary>
    public static string ForBrowser(IncidentChain chain)
    {
        var first = chain.Steps[0].Incident.Occurrence?.Start;
        return JsonSerializer.Serialize(
            chain.Steps.Select(step => new PlayedStep(step.Incident.Slug, Day(first), Day(step.Incident.Occurrence?.Start) + (long)TimeSpan.FromDays(1).TotalMilliseconds)),
            PlayedStepJson.Default.IEnumerablePlayedStep);
    }

    private static long? Day(DateTimeOffset? instant) =>
        instant is { } known ? new DateTimeOffset(known.UtcDateTime.Date, TimeSpan.Zero).ToUnixTimeMilliseconds() : null;
}

/// <summary>A step of a chain as the browser plays it, its end exclusive.</summary>
internal sealed record PlayedStep(string Slug, long? From, long? To);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(IEnumerable<PlayedStep>))]
internal sealed partial class PlayedStepJson : JsonSerializerContext;
