using Dashboard.Domain;
using Dashboard.Domain.Actors;
using Dashboard.Domain.Incidents;
using Dashboard.Domain.Places;
using Dashboard.Domain.Sources;
using Dashboard.Domain.Time;

namespace Dashboard.Data.Import.Codebooks;

/// <summary>The source that stands for a dataset itself, and what its rows share: evidence, actors, sources, kinds, dates.</summary>
internal sealed class CodebookSource
{
    private const int MostPlaces = 50_000;

    private readonly string _slug;
    private readonly Dictionary<PlaceName, Place> _places = [];

    public CodebookSource(DatasetDescription dataset, string publisher)
    {
        _slug = dataset.Slug;
        Source = Named.Source(publisher, "dataset");
        Claimant = new Claimant(null, publisher);
        Evidence = new Evidence([Basis.Source(Source.Id)], null);
        NoInjured = new TollReading(Toll.Unknown, null, Evidence);
        Named = new Named(Evidence);
        Publishers = new(name => new Publisher(Named.Source(name), new Claimant(null, name)));
        Dates = new(text => PartialDate.TryParse(text, out var date) ? date : null);
    }

    private readonly record struct PlaceName(string Name, string Province, string Country);

    public Source Source { get; }

    public Claimant Claimant { get; }

    public Evidence Evidence { get; }

    public TollReading NoInjured { get; }

    public Named Named { get; }

    public KnownOnes<string, Publisher> Publishers { get; }

    /// <summary>Null for a text that is no date.</summary>
    public KnownOnes<string, PartialDate?> Dates { get; }

    public string DatasetSlug => _slug;

    public string IncidentSlug(string id) => $"{_slug}-{(id.All(char.IsAsciiDigit) ? id : Slug.Of(id))}";

    public Involvement Side(Actor actor) => new(actor.Id, "side", null, Evidence);

    /// <summary>What the makers of the dataset say about the number of people killed.</summary>
    public Claim Fatalities(string id, Claimant claimant, string value, int? low, int? high) => new()
    {
        Id = $"{id}-fatalities",
        IncidentId = id,
        Predicate = "fatalities",
        Claimant = claimant,
        Value = value,
        Number = low is null && high is null ? null : new ClaimedNumber(low, high, unit: "people killed"),
        SourceId = Source.Id,
        Date = null,
        Status = ClaimStatus.Asserted,
        Evidence = Evidence,
    };

    /// <summary>A place as the first row tells it that names it; null where it has no name.</summary>
    /// <param name="province">Empty where it is not known, as the country.</param>
    public Place? Place(string name, string province, string country, GeoPoint? point, GeoPrecision? precision, string nature)
    {
        var called = name.Length > 0 ? name : province.Length > 0 ? province : country;
        if (called.Length == 0)
        {
            return null;
        }

        var key = new PlaceName(called, province, country);
        if (_places.TryGetValue(key, out var known))
        {
            return known;
        }

        if (_places.Count >= MostPlaces)
        {
            _places.Clear();
        }

        return _places[key] = Named.Place(
            called, province.Length > 0 ? province : null, Countries.CodeOf(country), point, point is null ? null : precision, nature);
    }

    /// <summary>A place and the point of the row at it.</summary>
    public static Geometry? Pin(GeoPoint? point, GeoPrecision? precision, Place? place) =>
        point is { } at && precision is { } within ? new PointGeometry(new LocatedPoint(at, within, place?.Id)) : null;
}

/// <summary>A publisher as a source and as the one who says so.</summary>
internal sealed record Publisher(Source Source, Claimant Claimant);
