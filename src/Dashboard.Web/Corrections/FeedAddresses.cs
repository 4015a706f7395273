using System.Globalization;
using Dashboard.Data;

namespace Dashboard.Web.Corrections;

/// <summary>
/// What feeds call themselves and their entries: names for good that hold no name of a machine, since the same store may be
/// served from anywhere. They are made of the stamps of revisions, which no other store has.
/// </summary>
internal static class FeedAddresses
{
    private static readonly StoreOrigin _empty = new("00000000", DateTimeOffset.UnixEpoch);

    public static string OfEntry(IncidentChange change) => Tag(new StoreOrigin(change.Stamp, change.Revision.Committed),
        string.Create(CultureInfo.InvariantCulture, $"{change.Revision.Id}/{Uri.EscapeDataString(change.Incident.Slug)}"));

    /// <param name="origin">Of the store; null of an empty one.</param>
    /// <param name="page">The address of the page of the same question.</param>
    public static string OfFeed(StoreOrigin? origin, string page) => Tag(origin ?? _empty, page[1..]);

    private static string Tag(StoreOrigin origin, string name) =>
        string.Create(CultureInfo.InvariantCulture, $"tag:{origin.Stamp}.dashboard.invalid,{origin.Committed.UtcDateTime:yyyy-MM-dd}:{name}");
}
