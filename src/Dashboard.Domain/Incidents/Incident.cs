using Dashboard.Domain.Actors;
using Dashboard.Domain.Places;
using Dashboard.Domain.Sources;
using Dashboard.Domain.Time;

namespace Dashboard.Domain.Incidents;

/// <summary>One occurrence, statement, meeting or period, at a time and (mostly) a place.</summary>
public sealed record Incident
{
    public required string Id { get => field; init => field = Refuse.Blank(value, nameof(Id)); }

    /// <summary>Its readable name in addresses, unique in the whole store: <c>2024-01-28-tower-22-drone-attack</c>.</summary>
    public required string Slug { get => field; init => field = Refuse.Blank(value, nameof(Slug)); }

    public required string Title { get => field; init => field = Refuse.Blank(value, nameof(Title)); }

    public required IncidentKind Kind
    {
        get => field;
        init
        {
            Refuse.Blank(value.Key, nameof(Kind));
            field = value;
        }
    }

    public required string Summary { get; init; }

    /// <summary>Null for an undated incident, which is counted, never hidden.</summary>
    public required Occurrence? Occurrence { get; init; }

    public required Evidence OccurrenceEvidence { get; init; }

    public string? OccurrenceNote { get; init; }

    /// <summary>Where, by name; in the order of importance. May be empty.</summary>
    public required ValueList<string> PlaceIds { get; init; }

    public required Geometry? Geometry { get; init; }

    /// <summary>How precisely the incident as a whole is located; null where nobody says.</summary>
    public required GeoPrecision? Precision { get; init; }

    public required Evidence GeometryEvidence { get; init; }

    public string? GeometryNote { get; init; }

    public required ValueList<Involvement> Involvements { get; init; }

    public required TollReading Killed { get; init; }

    public required TollReading Injured { get; init; }

    public required ValueList<Weapon> Weapons { get; init; }

    /// <summary>What was aimed at, in the words and numbers of those who said so.</summary>
    public string? Targets { get; init; }

    public required ValueList<string> Caveats { get; init; }

    public required ValueList<string> Tags { get; init; }

    public required Evidence Evidence { get; init; }

    /// <summary>What it is called where it comes from, within its dataset; null for what began here.</summary>
    public string? UpstreamId { get; init; }

    /// <summary>What the row it comes from also says: every column that has no place of its own here, and the codes as they were.</summary>
    public ValueList<UpstreamAttribute> Attributes { get; init; } = [];

    /// <summary>True for a lead: a machine-coded row that awaits a person. It is no incident yet, and is never counted as one.</summary>
    public bool IsLead { get; init; }

    /// <summary>True when something of it can be drawn on the map; the others are counted in a list beside it.</summary>
    public bool IsPlaced => Geometry is not null && Geometry.DrawnPoints.Any();

    /// <summary>Everything that the incident and its facts rest on, once each. Its claims have bases of their own.</summary>
    public IEnumerable<Basis> Bases =>
        new[] { Evidence, OccurrenceEvidence, GeometryEvidence, Killed.Evidence, Injured.Evidence }
            .Concat(Involvements.Select(involvement => involvement.Evidence))
            .SelectMany(evidence => evidence.Basis)
            .Concat(Weapons.SelectMany(weapon => weapon.Basis))
            .Concat(Geometry is RouteGeometry route ? route.Stops.SelectMany(stop => stop.Basis) : [])
            .Distinct();
}

/// <summary>A weapon named in connection with the incident, and in which part: used, destroyed before launch …</summary>
public sealed record Weapon(string Name, string Role, ValueList<Basis> Basis);
