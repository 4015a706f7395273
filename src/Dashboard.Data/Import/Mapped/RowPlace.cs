using System.Globalization;
using Dashboard.Data.Gazetteers;
using Dashboard.Data.Import.Cells;
using Dashboard.Domain;
using Dashboard.Domain.Places;
using Dashboard.Domain.Sources;

namespace Dashboard.Data.Import.Mapped;

/// <summary>
/// Where a row says that it happened. Its own coordinates stand; a place name without any gets the gazetteer's point, marked as
/// derived; a name that the gazetteer does not know stays a name.
/// </summary>
internal sealed class RowPlace
{
    /// <summary>What coordinates are true within when nobody says: never better than this.</summary>
    private const double FinestMetres = 100;

    /// <summary>A gazetteer's place farther than this from the row's own coordinates is another one of that name.</summary>
    private const double SamePlaceDegrees = 0.5;

    private static readonly Evidence _derived = new([Basis.Derived], null);

    private readonly bool _decimalComma;
    private readonly Evidence _evidence;
    private readonly Named _named;
    private readonly Remembered<(string Name, string? Province, string? Country), GazetteerEntry?> _entries = new(place => Gazetteer.Shipped.Find(place.Name, place.Province, place.Country));
    private readonly Remembered<(string Name, string? Province, string? Country, bool IsKnown), Place> _places;
    private readonly Remembered<(string Reference, string Name, double Metres), string> _notes = new(entry => string.Create(CultureInfo.InvariantCulture,
        $"The point is that of {entry.Name} in the gazetteer ({entry.Reference}), true within {entry.Metres:0} m; the file names the place only."));
    private readonly Remembered<string, string?> _countries = new(Countries.CodeOf);

    public RowPlace(bool decimalComma, Evidence evidence)
    {
        (_decimalComma, _evidence, _named) = (decimalComma, evidence, new Named(evidence));
        _places = new(place => Make(place.Name, place.Province, place.Country, place.IsKnown ? _entries[(place.Name, place.Province, place.Country)] : null));
    }

    /// <summary>What a row tells of its place.</summary>
    /// <param name="UnknownCountry">True when the country is no name or code of one: it is kept as an attribute.</param>
    public readonly record struct Located(
        ValueList<Place> Places, Geometry? Geometry, GeoPrecision? Precision, Evidence Evidence, string? Note, bool UnknownCountry);

    /// <param name="geometry">What the file gives beside the row's cells; null where the cells must tell.</param>
    public Located Read(MappedRow row, Geometry? geometry)
    {
        var stated = StatedPrecision(row);
        var point = Point(row);
        var countryName = row.Known(ColumnMeaning.Country);
        var country = countryName is null ? null : _countries[countryName];
        var province = row.Known(ColumnMeaning.Province);
        var names = row.Several(ColumnMeaning.Place);
        var near = geometry is null ? point?.Point : geometry.Points.Select(at => (GeoPoint?)at).FirstOrDefault();
        var entries = names.Count == 0 ? [] : new GazetteerEntry?[names.Count];
        for (var index = 0; index < entries.Length; index++)
        {
            entries[index] = Near(_entries[(names[index], province, country)], near);
        }

        var places = Places(names, entries, province, country);
        var unknownCountry = countryName is not null && country is null;

        if (geometry is not null)
        {
            return new(places, geometry, stated, _evidence, null, unknownCountry);
        }

        if (point is { } written)
        {
            var precision = stated ?? new GeoPrecision(Math.Max(written.RoundingMetres, FinestMetres));
            return new(places, new PointGeometry(new(written.Point, precision, places is [var only, ..] ? only.Id : null)), stated, _evidence, null, unknownCountry);
        }

        if (entries is [{ } entry, ..])
        {
            var precision = stated ?? entry.Precision;
            return new(places, new PointGeometry(new(entry.Point, precision, places[0].Id)), precision, _derived, _notes[(entry.Reference, entry.Name, precision.Metres)], unknownCountry);
        }

        return new(places, null, null, _evidence, null, unknownCountry);
    }

    private WrittenPoint? Point(MappedRow row)
    {
        if (row.Columns.Has(ColumnMeaning.Latitude) || row.Columns.Has(ColumnMeaning.Longitude))
        {
            var reading = CellPoint.Read(row.Cell(ColumnMeaning.Latitude), row.Cell(ColumnMeaning.Longitude), out var isLatitudeAtFault);
            if (row.Take(isLatitudeAtFault ? ColumnMeaning.Latitude : ColumnMeaning.Longitude, reading) is { } point)
            {
                return point;
            }
        }

        return row.Columns.Has(ColumnMeaning.Coordinates) ? row.Take(ColumnMeaning.Coordinates, CellPoint.ReadPair(row.Cell(ColumnMeaning.Coordinates))) : null;
    }

    private GeoPrecision? StatedPrecision(MappedRow row)
    {
        if (!row.Columns.Has(ColumnMeaning.GeoPrecisionMetres)
            || row.Take(ColumnMeaning.GeoPrecisionMetres, CellNumber.Read(row.Cell(ColumnMeaning.GeoPrecisionMetres), _decimalComma)) is not { } metres)
        {
            return null;
        }

        if (metres is >= 0 and <= 20_000_000)
        {
            return new GeoPrecision(metres);
        }

        row.Refuse(ColumnMeaning.GeoPrecisionMetres, "a precision is a radius in metres, from 0 to half the Earth");
        return null;
    }

    /// <summary>The places by name; a row that names none is in its province, or in its country.</summary>
    private ValueList<Place> Places(IReadOnlyList<string> names, GazetteerEntry?[] entries, string? province, string? country) => (names.Count, province, country) switch
    {
        (1, _, _) => [_places[(names[0], province, country, entries[0] is not null)]],
        ( > 1, _, _) => names.Select((name, index) => _places[(name, province, country, entries[index] is not null)]).DistinctBy(place => place.Id).ToValueList(),
        (_, { } area, _) => [_named.Place(area, null, country, nature: "province")],
        (_, _, { } code) => [_named.Place(Countries.Name(code), null, code, nature: "country")],
        _ => [],
    };

    private Place Make(string name, string? province, string? country, GazetteerEntry? entry) => entry is null
        ? _named.Place(name, province, country)
        : _named.Place(name, province, country ?? entry.Country, entry.Point, entry.Precision, entry.Nature) with
        {
            Id = _named.Place(name, province, country).Id,
            Province = province ?? entry.Province,
            Aliases = entry.Names.Where(other => other != name).Select(other => new Alias(other, "gazetteer")).ToValueList(),
            Evidence = _derived,
            GeoNamesId = entry.GeoNamesId,
            Note = $"Spellings and point of {entry.Name} in the gazetteer ({entry.Reference}).",
        };

    private static GazetteerEntry? Near(GazetteerEntry? entry, GeoPoint? point) =>
        entry is null || point is not { } own
        || (Math.Abs(entry.Point.Latitude - own.Latitude) < SamePlaceDegrees && Math.Abs(entry.Point.Longitude - own.Longitude) < SamePlaceDegrees)
            ? entry
            : null;
}
