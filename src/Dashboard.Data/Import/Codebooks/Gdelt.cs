using System.Globalization;
using Dashboard.Domain;
using Dashboard.Domain.Actors;
using Dashboard.Domain.Incidents;
using Dashboard.Domain.Places;
using Dashboard.Domain.Sources;
using Dashboard.Domain.Time;

namespace Dashboard.Data.Import.Codebooks;

/// <summary>Rows of GDELT events, version 1 and 2, as leads: a machine coded them, and nobody has looked.</summary>
internal sealed class Gdelt
{
    private const string Codebook = "GDELT";
    private const int DayDigits = 8;

    /// <summary>
    /// Metres for ActionGeo_Type 1–5: a country, a US state, a US city, a city of the world, a first-order area of the
    /// world. The points of countries and areas are their middles, so they are never placed; those of cities are theirs.
    /// </summary>
    private static readonly GeoPrecision[] _precisions = [new(500_000), new(150_000), new(10_000), new(10_000), new(150_000)];

    private static readonly string[] _natures = ["country", "province", "place", "place", "province"];

    private readonly RowCells _row;
    private readonly CodebookSource _source;
    private readonly KnownOnes<(string Name, string Country), Actor> _actors;
    private readonly IReadOnlyList<int> _kept;
    private readonly int _id;
    private readonly int _day;
    private readonly int _root;
    private readonly int _geoType;
    private readonly int _geoName;
    private readonly int _geoCountry;
    private readonly int _latitude;
    private readonly int _longitude;
    private readonly int _added;
    private readonly int _address;
    private readonly (int Name, int Country)[] _sides;

    public Gdelt(RowCells row, int columns, DatasetDescription dataset)
    {
        _row = row;
        _source = new CodebookSource(dataset, Codebook);
        _actors = new(MakeActor);
        _id = row.Column("GLOBALEVENTID");
        _day = row.Column("SQLDATE");
        _root = row.Column("EventRootCode");
        _geoType = row.Column("ActionGeo_Type");
        _geoName = row.Column("ActionGeo_FullName");
        _geoCountry = row.Column("ActionGeo_CountryCode");
        _latitude = row.Column("ActionGeo_Lat");
        _longitude = row.Column("ActionGeo_Long");
        _added = row.Column("DATEADDED");
        _address = row.Column("SOURCEURL");
        _sides = [(row.Column("Actor1Name"), row.Column("Actor1CountryCode")), (row.Column("Actor2Name"), row.Column("Actor2CountryCode"))];
        int[] placed = [_id, _day, row.Column("MonthYear"), row.Column("Year"), _geoName, _latitude, _longitude, _address];
        _kept = [.. Enumerable.Range(0, columns).Except(placed)];
    }

    public FileContent Read()
    {
        var id = _row.Required(_id, "the id");
        var kind = Cameo.Kind(_row.Text(_root));
        if (kind is null)
        {
            _row.Refuse(_root, "CAMEO has root codes from 01 to 20");
        }

        var day = _row.Day(_day, "yyyyMMdd");
        var point = _row.Point(_latitude, _longitude);
        var type = _row.Text(_geoType) is "" or "0" ? null : _row.Code(_geoType, _precisions.Length, Codebook);
        if (_row.Refused is { } refusal)
        {
            return new FileContent.Refused(refusal);
        }

        GeoPrecision? precision = type is { } code ? _precisions[code - 1] : null;
        point = precision is null ? null : point;
        var place = Place(type, point, precision);
        Actor[] actors = [.. _sides.Select(Side).OfType<Actor>().Distinct()];
        var (claims, sources) = Report(id, kind!.Value);
        var lead = new Incident
        {
            Id = id,
            Slug = _source.IncidentSlug(id),
            UpstreamId = id,
            Title = Title(kind.Value, actors, place is null ? null : _row.Text(_geoName)),
            Kind = kind.Value,
            Summary = "",
            Occurrence = new Occurrence(day!.Value, null, TimeSpan.Zero, TimePrecision.Day),
            OccurrenceEvidence = _source.Evidence,
            PlaceIds = place is null ? [] : [place.Id],
            Geometry = CodebookSource.Pin(point, precision, place),
            Precision = point is null ? null : precision,
            GeometryEvidence = _source.Evidence,
            Involvements = [.. actors.Select(_source.Side)],
            Killed = _source.NoInjured,
            Injured = _source.NoInjured,
            Weapons = [],
            Caveats = [],
            Tags = [],
            Evidence = _source.Evidence,
            Attributes = _row.Attributes(_kept),
            IsLead = true,
        };
        return new FileContent.Row(new ImportedIncident(_source.DatasetSlug, _row.Line, lead, claims, actors, place is null ? [] : [place], sources));
    }

    /// <summary>"Fight: Police (IND) – Protester (IND), Homs, Hims, Syria".</summary>
    private static string Title(IncidentKind kind, Actor[] actors, string? place)
    {
        var who = string.Join(" – ", actors.Select(actor => actor.Name));
        return $"{kind.Label}{(who.Length > 0 ? $": {who}" : "")}{(string.IsNullOrEmpty(place) ? "" : $", {place}")}";
    }

    /// <summary>"Teir, Hims, Syria": the place, its first-order area, its country, as far as the type goes.</summary>
    private Place? Place(int? type, GeoPoint? point, GeoPrecision? precision)
    {
        if (type is null)
        {
            return null;
        }

        var parts = _row.Text(_geoName).Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var province = type is 2 or 5 && parts.Length > 1 ? parts[^2] : parts.Length > 2 ? parts[^2] : "";
        var country = Fips.Country(_row.Text(_geoCountry)) ?? (parts.Length > 0 ? parts[^1] : "");
        return _source.Place(parts.Length > 0 ? parts[0] : "", province, country, point, precision, _natures[type.Value - 1]);
    }

    private Actor? Side((int Name, int Country) columns) =>
        _row.Text(columns.Name) is { Length: > 0 } name ? _actors[(name, _row.Text(columns.Country))] : null;

    /// <summary>GDELT shouts: POLICE. Its country goes with it, unless it is the country.</summary>
    private Actor MakeActor((string Name, string Country) named)
    {
        var name = CultureInfo.InvariantCulture.TextInfo.ToTitleCase(named.Name.ToLowerInvariant());
        return _source.Named.Actor(named.Country.Length == 0 || Countries.CodeOf(name) is not null ? name : $"{name} ({named.Country})");
    }

    private (Claim[] Claims, Source[] Sources) Report(string id, IncidentKind kind)
    {
        var address = _row.Text(_address);
        if (address.Length == 0)
        {
            return ([], [_source.Source]);
        }

        var link = Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri!.Host.Length > 0 ? uri : null;
        var publisher = _source.Publishers[link is null ? RowCells.Shorten(address) : Host(link)];
        var added = _row.Text(_added);
        return ([new Claim
        {
            Id = $"{id}-report",
            IncidentId = id,
            Predicate = "report",
            Claimant = publisher.Claimant,
            Value = kind.Label,
            Number = null,
            SourceId = publisher.Source.Id,
            Date = added.Length >= DayDigits ? _source.Dates[$"{added[..4]}-{added[4..6]}-{added[6..DayDigits]}"] : null,
            Status = ClaimStatus.Unverified,
            Evidence = _source.Evidence,
            Note = "As GDELT's machine coded it; the date is when it was met.",
            Address = link,
        }], [_source.Source, publisher.Source]);
    }

    private static string Host(Uri address) => address.Host.StartsWith("www.", StringComparison.Ordinal) ? address.Host[4..] : address.Host;
}
