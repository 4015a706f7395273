using System.Collections.Frozen;
using System.Text;
using Dashboard.Domain;
using Dashboard.Domain.Incidents;
using Dashboard.Domain.Places;
using Dashboard.Domain.Sources;

namespace Dashboard.Data.Export;

/// <summary>An incident as one line of a table: what fits into one, in the words of the other export. What is unknown is empty.</summary>
internal sealed class CsvRows(CsvLines lines)
{
    private const string Between = "; ";
    private const double MetresOfADegree = 111_320;
    private const int MostDigits = 7;

    private static readonly string[] _columns =
    [
        "slug", "dataset", "kind", "title", "start", "end", "time_precision", "latitude", "longitude", "geo_precision_m", "country", "province", "place",
        "killed_low", "killed_best", "killed_high", "injured_low", "injured_best", "injured_high", "actors", "sources", "claims", "summary", "address", "lead",
    ];

    /// <summary>What its places rest on does not carry the incident.</summary>
    private static readonly FrozenDictionary<string, Place> _noPlaces = FrozenDictionary<string, Place>.Empty;

    private readonly StringBuilder _list = new();
    private readonly References _references = new();

    public void WriteHeader()
    {
        foreach (var column in _columns)
        {
            lines.Text(column);
        }

        lines.End();
    }

    public void Write(DatasetParts dataset, Incident incident, ValueList<Claim> claims)
    {
        lines.Text(incident.Slug);
        lines.Text(dataset.Description.Slug);
        lines.Text(incident.Kind.Key);
        lines.Text(incident.Title);
        var occurrence = incident.Occurrence;
        lines.Instant(occurrence?.Start);
        lines.Instant(occurrence?.End);
        lines.Text(occurrence is null ? null : EnumWord.Of(occurrence.Precision));
        WritePoint(incident);
        WritePlaces(dataset, incident);
        WriteToll(incident.Killed.Toll);
        WriteToll(incident.Injured.Toll);
        WriteActors(dataset, incident);
        WriteSources(dataset, incident, claims);
        WriteClaims(claims);
        lines.Text(incident.Summary);
        lines.Text(IncidentAddress.Of(incident.Slug));
        lines.Text(incident.IsLead ? "true" : null);
        lines.End();
    }

    /// <summary>The first point of the shape, with no more digits than are true.</summary>
    private void WritePoint(Incident incident)
    {
        var precision = incident.Precision ?? incident.Geometry switch
        {
            PointGeometry point => point.Location.Precision,
            MultiPointGeometry several => several.Locations[0].Precision,
            RouteGeometry route => route.Stops[0].Location.Precision,
            _ => null,
        };
        var digits = precision is { Metres: > 0 and var metres }
            ? (int)Math.Clamp(Math.Ceiling(Math.Log10(MetresOfADegree / metres)), 0, MostDigits)
            : MostDigits;
        GeoPoint? first = incident.Geometry?.Points.First();
        lines.Number(first is { } north ? Math.Round(north.Latitude, digits) : null);
        lines.Number(first is { } east ? Math.Round(east.Longitude, digits) : null);
        lines.Number(precision?.Metres);
    }

    private void WritePlaces(DatasetParts dataset, Incident incident)
    {
        var places = incident.PlaceIds.Select(id => dataset.PlaceById.GetValueOrDefault(id)).OfType<Place>().ToList();
        WriteList(places.Select(place => place.Country).Distinct());
        WriteList(places.Select(place => place.Province).Distinct());
        WriteList(places.Select(place => place.Name));
    }

    private void WriteToll(Toll toll)
    {
        lines.Whole(toll.Low);
        lines.Whole(toll.Best);
        lines.Whole(toll.High);
    }

    private void WriteActors(DatasetParts dataset, Incident incident) => WriteList(incident.Involvements.Select(involvement =>
    {
        var name = dataset.ActorById.TryGetValue(involvement.ActorId, out var actor) ? actor.Name : involvement.ActorId;
        return $"{name} ({(involvement.Qualifier is { } qualifier ? $"{involvement.Role}, {qualifier}" : involvement.Role)})";
    }));

    private void WriteSources(DatasetParts dataset, Incident incident, ValueList<Claim> claims)
    {
        _references.Clear();
        _references.Add(incident, claims, _noPlaces);
        WriteList(_references.Sources.Select(id => dataset.SourceById.GetValueOrDefault(id)?.Publisher).Distinct());
    }

    private void WriteClaims(ValueList<Claim> claims) =>
        WriteList(claims.Select(claim => $"{claim.Claimant.Name}: {claim.Value} ({EnumWord.Of(claim.Status)})"));

    private void WriteList(IEnumerable<string?> words)
    {
        _list.Clear();
        foreach (var word in words)
        {
            if (word is not null)
            {
                _list.Append(_list.Length == 0 ? "" : Between).Append(word);
            }
        }

        lines.Text(_list.ToString());
    }
}
