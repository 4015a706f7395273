using Dashboard.Domain;
using Dashboard.Domain.Actors;
using Dashboard.Domain.Incidents;
using Dashboard.Domain.Places;
using Dashboard.Domain.Time;

namespace Dashboard.Data.Import.Codebooks;

/// <summary>
/// Rows of UCDP GED as incidents, by its codebook (Uppsala University, "UCDP GED Codebook"). Its sides have no
/// direction: they stay sides.
/// </summary>
internal sealed class UcdpGed
{
    private const string Codebook = "UCDP GED";

    /// <summary>What German spreadsheet programs make of a date; a point always has the day before it.</summary>
    private const string DayForm = "d.M.yyyy";

    private static readonly IncidentKind[] _kinds = [new("state-based-violence"), new("non-state-violence"), new("one-sided-violence")];

    /// <summary>
    /// Metres for where_prec 1–7: the place itself; within about 25 km of it; a second-order area; a first-order area; a
    /// line or a fuzzy area, by an estimated point; the country; waters or airspace. The codebook gives a radius for 2
    /// only; the others are the usual size of what it names.
    /// </summary>
    private static readonly GeoPrecision[] _precisions = [new(1_000), new(25_000), new(50_000), new(150_000), new(50_000), new(500_000), new(500_000)];

    private static readonly string[] _natures = ["place", "place", "district", "province", "area", "country", "area"];

    private readonly RowCells _row;
    private readonly CodebookSource _source;
    private readonly UcdpGedCells _at;
    private readonly UcdpClaims _claims;
    private readonly KnownOnes<string, Actor> _actors;

    public UcdpGed(RowCells row, int columns, DatasetDescription dataset)
    {
        _row = row;
        _source = new CodebookSource(dataset, Codebook);
        _at = new UcdpGedCells(row, columns);
        _claims = new UcdpClaims(_source);
        _actors = new(name => _source.Named.Actor(name, name == "Civilians" ? "civilians" : name.StartsWith("Government of ", StringComparison.Ordinal) ? "state" : "party"));
    }

    public FileContent Read()
    {
        var id = _row.Required(_at.Id, "the id");
        var kind = _row.Code(_at.Kind, _kinds.Length, Codebook);
        var toll = Toll();
        var occurrence = Occurrence();
        var point = Point();
        var wherePrecision = point is null && _row.Text(_at.WherePrecision).Length == 0 ? null : _row.Code(_at.WherePrecision, _precisions.Length, Codebook);
        var sideA = Side(_at.SideA);
        var sideB = Side(_at.SideB);
        if (_row.Refused is { } refusal)
        {
            return new FileContent.Refused(refusal);
        }

        GeoPrecision? precision = wherePrecision is { } code ? _precisions[code - 1] : null;
        var place = _source.Place(
            _row.Text(_at.Place), _row.Text(_at.Province), _row.Text(_at.Country), point, precision, wherePrecision is { } nature ? _natures[nature - 1] : "place");
        var (claims, sources) = _claims.Of(id, toll, _row.Text(_at.Article), _row.Text(_at.Offices), _row.Text(_at.Dates), _row.Text(_at.Headlines));
        Actor[] actors = sideB is null ? sideA is null ? [] : [sideA] : sideA is null ? [sideB] : [sideA, sideB];
        var incident = new Incident
        {
            Id = id,
            Slug = _source.IncidentSlug(id),
            UpstreamId = id,
            Title = Title(kind!.Value, sideA?.Name, sideB?.Name, place?.Name),
            Kind = _kinds[kind.Value - 1],
            Summary = "",
            Occurrence = occurrence,
            OccurrenceEvidence = _source.Evidence,
            PlaceIds = place is null ? [] : [place.Id],
            Geometry = CodebookSource.Pin(point, precision, place),
            Precision = point is null ? null : precision,
            GeometryEvidence = _source.Evidence,
            GeometryNote = _row.Text(_at.WhereDescription) is { Length: > 0 } note ? note : null,
            Involvements = Involvements(actors),
            Killed = new TollReading(toll.InOrder, toll.Note, _source.Evidence),
            Injured = _source.NoInjured,
            Weapons = [],
            Caveats = [],
            Tags = [],
            Evidence = _source.Evidence,
            Attributes = _row.Attributes(_at.Kept(_row, occurrence)),
        };
        return new FileContent.Row(new ImportedIncident(_source.DatasetSlug, _row.Line, incident, claims, actors, place is null ? [] : [place], sources));
    }

    /// <summary>"Government of Syria – Syrian insurgents, Teir Maaleh village"; the codebook's one-sided violence is by side A.</summary>
    private static string Title(int kind, string? sideA, string? sideB, string? place)
    {
        var who = (sideA, sideB) switch
        {
            (null, null) => _kinds[kind - 1].Label,
            (null, _) or (_, null) => sideA ?? sideB!,
            _ when kind == 3 => $"{sideA} against {(sideB == "Civilians" ? "civilians" : sideB)}",
            _ => $"{sideA} – {sideB}",
        };
        return place is null ? who : $"{who}, {place}";
    }

    private UcdpToll Toll()
    {
        var toll = new UcdpToll(_row.People(_at.Low), _row.People(_at.Best), _row.People(_at.High));
        if (toll.Low > toll.High)
        {
            _row.Refuse(_at.Low, $"the low estimate {toll.Low} is above the high one, {toll.High}");
        }

        return toll;
    }

    /// <summary>
    /// date_prec: 1 the day; 2 two to six days; 3 the week; 4 the month; 5 more than a month, up to a year. Days that
    /// differ are a stated period, whose end is the day after the last.
    /// </summary>
    private Occurrence? Occurrence()
    {
        var code = _row.Code(_at.DatePrecision, 5, Codebook);
        if (_row.Day(_at.Start, DayForm) is not { } start || (_row.Text(_at.End).Length == 0 ? start : _row.Day(_at.End, DayForm)) is not { } last || code is null)
        {
            return null;
        }

        if (last < start)
        {
            _row.Refuse(_at.End, $"the end is before the start, {_row.Text(_at.Start)}");
            return null;
        }

        var isPeriod = last > start;
        var precision = code switch
        {
            3 => TimePrecision.Week,
            4 => TimePrecision.Month,
            5 => isPeriod ? TimePrecision.Month : TimePrecision.Year,
            _ => TimePrecision.Day,
        };
        return new Occurrence(start, isPeriod ? CalendarEnd(last) : null, TimeSpan.Zero, precision);
    }

    private static DateTimeOffset CalendarEnd(DateTimeOffset last) => last.Date == DateTime.MaxValue.Date ? DateTimeOffset.MaxValue : last.AddDays(1);

    /// <summary>The file says the point twice; where the other time it is the other way round, one of them is wrong.</summary>
    private GeoPoint? Point()
    {
        var point = _row.Point(_at.Latitude, _at.Longitude);
        if (point is { } at && at.Latitude != at.Longitude && _row.Text(_at.Wkt) is { Length: > 0 } wkt
            && wkt.Equals($"POINT ({_row.Text(_at.Latitude)} {_row.Text(_at.Longitude)})", StringComparison.OrdinalIgnoreCase))
        {
            _row.Refuse(_at.Latitude, "latitude and longitude look swapped: geom_wkt has them the other way round");
        }

        return point;
    }

    private Actor? Side(int column) => _row.Text(column) is { Length: > 0 } name ? _actors[name] : null;

    private ValueList<Involvement> Involvements(Actor[] actors) => actors switch
    {
        [] => [],
        [var only] => [_source.Side(only)],
        _ => [_source.Side(actors[0]), _source.Side(actors[1])],
    };
}
