using Dashboard.Domain.Actors;
using Dashboard.Domain.Incidents;
using Dashboard.Domain.Places;
using Dashboard.Domain.Sources;

namespace Dashboard.Domain.Sharing;

/// <summary>
/// Tells incidents of one dataset, and what they refer to, without what a link keeps back. Pure: the same goes in, the same comes out.
/// What stays are titles, summaries and the words of claims as they were written, unless they are withheld as such; every id, every
/// note, tag and caveat, and the row that an incident comes from, go as soon as anything is kept back.
/// </summary>
public sealed class Redactor
{
    private const string Withheld = "withheld";

    private static readonly Evidence _nothing = new([], null);

    private readonly Redaction _redaction;
    private readonly Pseudonyms _names;
    private readonly CoarsePlaces? _coarse;
    private readonly CellGrid? _grid;
    private readonly HashSet<string> _withheldSources;

    /// <param name="key">Of the link; see <see cref="Pseudonyms"/>.</param>
    /// <param name="places">Every place of the dataset.</param>
    public Redactor(Redaction redaction, byte[] key, IEnumerable<Place> places)
    {
        (_redaction, _names) = (redaction, new Pseudonyms(key));
        _coarse = redaction.WithholdsPlaces ? new CoarsePlaces(places, _names) : null;
        _grid = redaction.CellKilometres is { } kilometres ? new CellGrid(kilometres) : null;
        _withheldSources = [.. redaction.Sources];
    }

    /// <summary>True where everything is told as it is.</summary>
    public bool ChangesNothing => !_redaction.ChangesIncidents;

    /// <summary>What the incident of a slug is called.</summary>
    public string SlugOf(string slug) => ChangesNothing ? slug : _names.Of("incident", slug);

    /// <summary>What the source of an id is called; null for one that is withheld.</summary>
    public string? SourceIdOf(string id) =>
        ChangesNothing ? id
        : _withheldSources.Contains(id) ? null
        : _redaction.Withholds(WithheldField.Sources) ? $"source-{Withheld}"
        : _names.Of("source", id);

    public Incident Apply(Incident incident)
    {
        if (ChangesNothing)
        {
            return incident;
        }

        return incident with
        {
            Id = _names.Of("incident", incident.Id),
            Slug = SlugOf(incident.Slug),
            Title = _redaction.Withholds(WithheldField.Titles) ? incident.Kind.Label : incident.Title,
            Summary = _redaction.Withholds(WithheldField.Summaries) ? "" : incident.Summary,
            OccurrenceEvidence = Apply(incident.OccurrenceEvidence),
            OccurrenceNote = null,
            PlaceIds = _coarse is null ? incident.PlaceIds : incident.PlaceIds.Select(_coarse.IdOf).OfType<string>().Distinct().ToValueList(),
            Geometry = incident.Geometry is { } geometry ? Apply(geometry) : null,
            Precision = incident.Precision is { } precision && _grid is not null ? _grid.Widened(precision) : incident.Precision,
            GeometryEvidence = Apply(incident.GeometryEvidence),
            GeometryNote = null,
            Involvements = _redaction.Withholds(WithheldField.Actors) ? [] : incident.Involvements.Select(Apply).ToValueList(),
            Killed = Apply(incident.Killed),
            Injured = Apply(incident.Injured),
            Weapons = _redaction.Withholds(WithheldField.Weapons) ? [] : incident.Weapons.Select(weapon => weapon with { Basis = Apply(weapon.Basis) }).ToValueList(),
            Targets = _coarse is null && !_redaction.Withholds(WithheldField.Weapons) ? incident.Targets : null,
            Caveats = [],
            Tags = [],
            Evidence = Apply(incident.Evidence),
            UpstreamId = null,
            Attributes = [],
        };
    }

    /// <summary>The claims about one incident that may be told.</summary>
    public ValueList<Claim> Apply(IReadOnlyList<Claim> claims) =>
        ChangesNothing ? claims.ToValueList() : claims.Where(IsTold).Select(Apply).ToValueList();

    /// <summary>The places of the dataset as they may be told, each once.</summary>
    public IEnumerable<Place> Apply(IEnumerable<Place> places) =>
        ChangesNothing ? places
        : _coarse?.All ?? places.Select(place => place with { Evidence = Apply(place.Evidence), Note = null });

    /// <summary>The actors of the dataset as they may be told.</summary>
    public IEnumerable<Actor> Apply(IEnumerable<Actor> actors) =>
        ChangesNothing ? actors
        : _redaction.Withholds(WithheldField.Actors) ? []
        : actors.Select(actor => actor with { Evidence = Apply(actor.Evidence), Note = null });

    /// <summary>The sources of the dataset as they may be told, each once.</summary>
    public IEnumerable<Source> Apply(IEnumerable<Source> sources) =>
        ChangesNothing ? sources
        : _redaction.Withholds(WithheldField.Sources) ? sources.Where(source => SourceIdOf(source.Id) is not null).Take(1).Select(source => Unnamed(SourceIdOf(source.Id)!))
        : sources.Where(source => !_withheldSources.Contains(source.Id)).Select(source => source with { Id = SourceIdOf(source.Id)!, Note = null });

    /// <summary>A relation between two incidents that both may be told.</summary>
    public Relation Apply(Relation relation) => ChangesNothing ? relation : new Relation(
        _names.Of("relation", relation.Id),
        _names.Of("incident", relation.FromId),
        relation.Kind,
        _names.Of("incident", relation.ToId),
        relation.AssertedBy is { } claimant ? Apply(claimant) : null,
        Apply(relation.Evidence),
        note: null);

    private static Source Unnamed(string id) => new()
    {
        Id = id,
        Publisher = "Source withheld",
        Date = null,
        Nature = Withheld,
        Address = null,
        QuotesPrimaryStatement = false,
    };

    /// <summary>One who tells what is withheld in a claim would tell it all the same.</summary>
    private bool IsTold(Claim claim) =>
        !_redaction.Withholds(WithheldField.Claims)
        && !_withheldSources.Contains(claim.SourceId)
        && !(_redaction.Withholds(WithheldField.Tolls) && (claim.Number is not null || Speaks(claim, "fatalit", "injur", "killed", "wounded", "dead", "death", "casualt", "victim", "toll")))
        && !(_coarse is not null && Speaks(claim, "location", "place", "coordinate", "site", "itinerary", "target", "extent", "position"))
        && !(_redaction.Withholds(WithheldField.Weapons) && Speaks(claim, "weapon", "munition", "drone", "missile"))
        && !(_redaction.Withholds(WithheldField.Actors) && Speaks(claim, "responsib", "perpetrator", "attribut", "actor", "motive", "identity", "role", "victim"));

    private static bool Speaks(Claim claim, params IEnumerable<string> words) => words.Any(word => claim.Predicate.Contains(word, StringComparison.OrdinalIgnoreCase));

    private Claim Apply(Claim claim) => claim with
    {
        Id = _names.Of("claim", claim.Id),
        IncidentId = _names.Of("incident", claim.IncidentId),
        Claimant = Apply(claim.Claimant),
        SourceId = SourceIdOf(claim.SourceId)!,
        Evidence = Apply(claim.Evidence),
        Note = null,
        Address = _redaction.Withholds(WithheldField.Sources) ? null : claim.Address,
    };

    private Claimant Apply(Claimant claimant) => _redaction.Withholds(WithheldField.Actors) ? new Claimant(null, "Claimant withheld") : claimant;

    private Involvement Apply(Involvement involvement) => new(
        involvement.ActorId,
        involvement.Role,
        _redaction.Withholds(WithheldField.Sources) || _redaction.Sources.Count > 0 ? null : involvement.Qualifier,
        Apply(involvement.Evidence));

    private TollReading Apply(TollReading reading) =>
        _redaction.Withholds(WithheldField.Tolls) ? new TollReading(Toll.Unknown, null, _nothing) : new TollReading(reading.Toll, null, Apply(reading.Evidence));

    private Geometry Apply(Geometry geometry)
    {
        var told = _grid is { } grid ? grid.Round(geometry, PlaceIdOf) : Renamed(geometry);
        return told is RouteGeometry route ? new RouteGeometry(route.Stops.Select(stop => stop with { Basis = Apply(stop.Basis) }).ToValueList()) : told;
    }

    private Geometry Renamed(Geometry geometry) => _coarse is null ? geometry : geometry switch
    {
        PointGeometry point => new PointGeometry(Renamed(point.Location)),
        MultiPointGeometry points => new MultiPointGeometry(points.Locations.Select(Renamed).ToValueList()),
        RouteGeometry route => new RouteGeometry(route.Stops.Select(stop => stop with { Location = Renamed(stop.Location), What = "" }).ToValueList()),
        _ => geometry,
    };

    private LocatedPoint Renamed(LocatedPoint location) => location with { PlaceId = PlaceIdOf(location.PlaceId) };

    private string? PlaceIdOf(string? id) => _coarse is null ? id : _coarse.IdOf(id);

    private Evidence Apply(Evidence evidence) => evidence with { Basis = Apply(evidence.Basis) };

    private ValueList<Basis> Apply(ValueList<Basis> bases) => bases
        .Select(basis => basis.SourceId is not { } id ? basis : SourceIdOf(id) is { } told ? Basis.Source(told) : (Basis?)null)
        .OfType<Basis>().Distinct().ToValueList();
}
