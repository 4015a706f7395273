using System.Globalization;
using Dashboard.Domain.Places;
using Dashboard.Domain.Time;

namespace Dashboard.Domain.Incidents;

/// <summary>What is different about one fact of an incident, in words. Null is not known, or not there.</summary>
/// <param name="What">"Killed, best estimate".</param>
public sealed record FactChange(string What, string? Before, string? After)
{
    /// <summary>No word of a page or a feed is longer.</summary>
    private const int LongestWords = 200;

    private static readonly IReadOnlyList<(string What, Func<Incident, Names, string?> Words)> _facts =
    [
        ("Title", (incident, _) => incident.Title),
        ("Kind", (incident, _) => incident.Kind.Label),
        ("When", (incident, _) => incident.Occurrence is { } occurrence ? OccurrenceWords.Short(occurrence, Clock.Utc) : null),
        ("Note on the time", (incident, _) => incident.OccurrenceNote),
        ("Where", (incident, names) => Joined(incident.PlaceIds.Select(names.Place))),
        ("Coordinates", (incident, _) => incident.Geometry is { } geometry ? Joined(geometry.Points.Select(Point)) : null),
        ("Precision of the place", (incident, _) => incident.Precision is { } precision ? PrecisionWords.Of(precision) : null),
        ("Note on the place", (incident, _) => incident.GeometryNote),
        ("Who", (incident, names) => Joined(incident.Involvements.Select(involvement =>
            $"{names.Actor(involvement.ActorId)} ({involvement.Role}{(string.IsNullOrEmpty(involvement.Qualifier) ? "" : $", {involvement.Qualifier}")})"))),
        ("Killed", (incident, _) => Toll(incident.Killed)),
        ("Note on those killed", (incident, _) => incident.Killed.Note),
        ("Injured", (incident, _) => Toll(incident.Injured)),
        ("Note on those injured", (incident, _) => incident.Injured.Note),
        ("Weapons", (incident, _) => Joined(incident.Weapons.Select(weapon => string.IsNullOrEmpty(weapon.Role) ? weapon.Name : $"{weapon.Name} ({weapon.Role})"))),
        ("Targets", (incident, _) => incident.Targets),
        ("Summary", (incident, _) => incident.Summary),
        ("Caveats", (incident, _) => Joined(incident.Caveats)),
        ("Tags", (incident, _) => Joined(incident.Tags)),
        ("Called upstream", (incident, _) => incident.UpstreamId),
        ("Lead", (incident, _) => incident.IsLead ? "yes" : "no"),
    ];

    /// <summary>What the places and actors of the dataset are called, by their ids.</summary>
    public sealed record Names(Func<string, string> Place, Func<string, string> Actor);

    /// <summary>Fact by fact, in the order of the page, then column by column; empty where nothing that has words differs.</summary>
    public static ValueList<FactChange> Between(Incident before, Incident after, Names names)
    {
        var facts = _facts.Select(fact => Change(fact.What, fact.Words(before, names), fact.Words(after, names)));
        var columns = before.Attributes.Concat(after.Attributes).Select(attribute => attribute.Name).Distinct()
            .Select(name => Change(name, Column(before, name), Column(after, name)));
        return facts.Concat(columns).OfType<FactChange>().ToValueList();
    }

    private static FactChange? Change(string what, string? before, string? after)
    {
        var (one, other) = (Known(before), Known(after));
        return one == other ? null : new FactChange(what, Shortened(one), Shortened(other));
    }

    private static string? Known(string? words) => string.IsNullOrEmpty(words) ? null : words;

    private static string? Shortened(string? words) => words is { Length: > LongestWords } ? $"{words[..(char.IsHighSurrogate(words[LongestWords - 2]) ? LongestWords - 2 : LongestWords - 1)]}…" : words;

    private static string? Joined(IEnumerable<string> words) => Known(string.Join("; ", words));

    private static string? Toll(TollReading reading) => reading.Toll.IsUnknown ? null : TollWords.Of(reading.Toll);

    private static string Point(GeoPoint point) => string.Create(CultureInfo.InvariantCulture, $"{point.Latitude}, {point.Longitude}");

    private static string? Column(Incident incident, string name) =>
        Joined(incident.Attributes.Where(attribute => attribute.Name == name).Select(attribute => attribute.Value));
}
