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
    private readonly string _slug;

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

    /// <summary>A place and the point of the row at it.</summary>
    public static Geometry? Pin(GeoPoint? point, GeoPrecision? precision, Place? place) =>
        point is { } at && precision is { } within ? new PointGeometry(new LocatedPoint(at, within, place?.Id)) : null;
}

/// <summary>A publisher as a source and as the one who says so.</summary>
internal sealed record Publisher(Source Source, Claimant Claimant);
