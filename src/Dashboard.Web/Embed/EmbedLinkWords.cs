using System.Globalization;
using Dashboard.Domain.Sharing;
using Dashboard.Domain.Time;

namespace Dashboard.Web.Embed;

/// <summary>What a frame says of the link that it is seen through, where there is room for a line: that much is known to whoever looks at it.</summary>
internal static class EmbedLinkWords
{
    /// <summary>"frozen at 3 Feb 2024", "places to 10 km", "something withheld": each apart, in one order.</summary>
    /// <param name="committed">When the revision that it shows was committed.</param>
    public static IEnumerable<string> Of(SharedLink link, DateTimeOffset committed)
    {
        if (link.FrozenAt is not null)
        {
            yield return $"frozen at {DateWords.Short.Day(DateOnly.FromDateTime(committed.UtcDateTime))}";
        }

        if (link.Redaction.CellKilometres is { } kilometres)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"places to {kilometres} km");
        }

        if (link.Redaction.Fields.Count > 0 || link.Redaction.Sources.Count > 0)
        {
            yield return "something withheld";
        }
    }
}
