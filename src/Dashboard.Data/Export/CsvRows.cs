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
    private char[] _characters = [];
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
        List(incident.PlaceIds, id => dataset.PlaceById.GetValueOrDefault(id)?.Country);
        List(incident.PlaceIds, id => dataset.PlaceById.GetValueOrDefault(id)?.Province);
        List(incident.PlaceIds, id => dataset.PlaceById.GetValueOrDefault(id)?.Name);
    }

    private void WriteToll(Toll toll)
    {
        lines.Whole(toll.Low);
        lines.Whole(toll.Best);
        lines.Whole(toll.High);
    }

    private void WriteActors(DatasetParts dataset, Incident incident)
    {
        foreach (var involvement in incident.Involvements.AsSpan())
        {
            Next().Append(dataset.ActorById.TryGetValue(involvement.ActorId, out var actor) ? actor.Name : involvement.ActorId).Append(" (").Append(involvement.Role);
            _list.Append(involvement.Qualifier is null ? "" : ", ").Append(involvement.Qualifier).Append(')');
        }

        EndList();
    }

    private void WriteSources(DatasetParts dataset, Incident incident, ValueList<Claim> claims)
    {
        _references.Clear();
        _references.Add(incident, claims, _noPlaces);
        List(_references.Sources, id => dataset.SourceById.GetValueOrDefault(id)?.Publisher);
    }

    private void WriteClaims(ValueList<Claim> claims)
    {
        foreach (var claim in claims.AsSpan())
        {
            Next().Append(claim.Claimant.Name).Append(": ").Append(claim.Value).Append(" (").Append(EnumWord.Of(claim.Status)).Append(')');
        }

        EndList();
    }

    /// <summary>The words for these, each once; mostly there is one.</summary>
    private void List(IReadOnlyList<string> ids, Func<string, string?> wordOf)
    {
        if (ids.Count == 1)
        {
            lines.Text(wordOf(ids[0]));
            return;
        }

        foreach (var word in ids.Select(wordOf).OfType<string>().Distinct())
        {
            Next().Append(word);
        }

        EndList();
    }

    private StringBuilder Next() => _list.Append(_list.Length == 0 ? "" : Between);

    /// <summary>Writes the list that was begun as one cell.</summary>
    private void EndList()
    {
        if (_characters.Length < _list.Length)
        {
            _characters = new char[_list.Length * 2];
        }

        _list.CopyTo(0, _characters, _list.Length);
        lines.Text(_characters.AsSpan(0, _list.Length));
        _list.Clear();
    }
}
