using Dashboard.Domain;
using Dashboard.Domain.Actors;
using Dashboard.Domain.Incidents;
using Dashboard.Domain.Places;
using Dashboard.Domain.Sources;
using Dashboard.Domain.Time;

namespace Dashboard.Web.Tests.Harness;

/// <summary>The smallest values of the domain that a test can start from.</summary>
internal static class Samples
{
    public static Evidence NoEvidence { get; } = new([], null);

    public static Dataset Dataset(params ReadOnlySpan<Incident> incidents) => new()
    {
        Description = new DatasetDescription("sample", "Sample", "", "", "", new TimeWindow(At(2024, 1, 1), At(2025, 1, 1))),
        Actors = [],
        Places = [Place("here", "Here"), Place("there", "There")],
        Sources = [],
        Incidents = ValueList.Create(incidents),
        Claims = [],
        Relations = [],
    };

    public static Incident Incident(string slug, Occurrence? occurrence = null, Geometry? geometry = null, ValueList<string>? places = null) => new()
    {
        Id = $"id-{slug}",
        Slug = slug,
        Title = $"Title of {slug}",
        Kind = IncidentKind.Attack,
        Summary = "",
        Occurrence = occurrence,
        OccurrenceEvidence = NoEvidence,
        PlaceIds = places ?? [],
        Geometry = geometry,
        Precision = null,
        GeometryEvidence = NoEvidence,
        Involvements = [],
        Killed = new TollReading(Toll.Unknown, null, NoEvidence),
        Injured = new TollReading(Toll.Unknown, null, NoEvidence),
        Weapons = [],
        Caveats = [],
        Tags = [],
        Evidence = NoEvidence,
    };

    public static Place Place(string id, string name) => new()
    {
        Id = id,
        Name = name,
        Nature = "city",
        Country = "IQ",
        Province = null,
        Point = null,
        Precision = null,
        Aliases = [],
        Evidence = NoEvidence,
    };

    public static Actor Actor(string id, string name) => new()
    {
        Id = id,
        Name = name,
        Nature = "militia",
        ParentId = null,
        Affiliations = [],
        Aliases = [],
        Evidence = NoEvidence,
    };

    public static LocatedPoint Located(double latitude, double longitude, double metres, string? place = null) =>
        new(new GeoPoint(latitude, longitude), new GeoPrecision(metres), place);

    public static DateTimeOffset At(int year, int month, int day, int hour = 0, int minute = 0) => new(year, month, day, hour, minute, 0, TimeSpan.Zero);
}
