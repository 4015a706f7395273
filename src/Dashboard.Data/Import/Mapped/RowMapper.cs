using Dashboard.Data.Import.Cells;
using Dashboard.Domain;
using Dashboard.Domain.Actors;
using Dashboard.Domain.Incidents;
using Dashboard.Domain.Places;
using Dashboard.Domain.Sources;

namespace Dashboard.Data.Import.Mapped;

/// <summary>
/// Makes incidents of a table's rows as a mapping says. One row at a time, in the order of the file: repeats are counted and
/// names remembered from row to row. It never throws for what a row holds.
/// </summary>
internal sealed class RowMapper
{
    private readonly MappedColumns _columns;
    private readonly DatasetDescription _dataset;
    private readonly Source _datasetSource;
    private readonly Source[] _onlyDataset;
    private readonly Evidence _evidence;
    private readonly IncidentKind _defaultKind;
    private readonly RowTime _time;
    private readonly RowPlace _place;
    private readonly RowToll _toll;
    private readonly RowSources _sources = new();
    private readonly RowIdentity _identity;
    private readonly Remembered<string, IncidentKind> _kinds = new(word => new(Slug.Of(word)));
    private readonly Remembered<string, Actor> _actors;

    /// <param name="before">The mapper of the same file's earlier rows, where later ones have further columns: repeats are counted on.</param>
    /// <exception cref="UnreadableFileException">The mapping does not fit the columns.</exception>
    public RowMapper(Mapping mapping, IReadOnlyList<string> columns, DatasetDescription dataset, RowMapper? before = null)
    {
        _identity = before?._identity ?? new();
        _columns = new(mapping, columns);
        _dataset = dataset;
        _datasetSource = Named.Source(dataset.Title, "dataset");
        _onlyDataset = [_datasetSource];
        _evidence = new([Basis.Source(_datasetSource.Id)], null);
        _defaultKind = new(Slug.Of(mapping.DefaultKind));
        _time = new(mapping);
        _place = new(mapping.DecimalComma, _evidence);
        _toll = new(mapping.DecimalComma, _evidence);
        var named = new Named(_evidence);
        _actors = new(name => named.Actor(name));
    }

    /// <param name="line">Of the file, where the row begins.</param>
    /// <param name="cells">As many as there are columns; one that is missing is empty.</param>
    /// <param name="geometry">A shape that the file gives beside the cells; null where the cells must tell.</param>
    /// <returns>A row, or a refusal with the first fault that was found.</returns>
    public FileContent Map(long line, IReadOnlyList<string> cells, Geometry? geometry = null)
    {
        var row = new MappedRow(_columns, line, cells);
        try
        {
            var imported = Read(row, geometry);
            return row.Refusal is { } refusal ? new FileContent.Refused(refusal) : new FileContent.Row(imported);
        }
        catch (RefusedException fault)
        {
            return new FileContent.Refused(row.Refusal ?? new(line, "", "", fault.Message));
        }
    }

    private ImportedIncident Read(MappedRow row, Geometry? geometry)
    {
        var occurrence = _time.Read(row);
        var located = _place.Read(row, geometry);
        var killed = _toll.Read(row, ColumnMeaning.Killed, ColumnMeaning.KilledLow, ColumnMeaning.KilledHigh);
        var injured = _toll.Read(row, ColumnMeaning.Injured, ColumnMeaning.InjuredLow, ColumnMeaning.InjuredHigh);
        var kind = row.Known(ColumnMeaning.Kind) is { } word ? _kinds[word] : _defaultKind;
        var place = located.Places is [var first, ..] ? first.Name : null;
        var title = RowTitle.Of(row, kind, place);
        var upstreamId = row.Known(ColumnMeaning.Id);
        var id = upstreamId ?? Id(row, occurrence, place, located.Geometry, title);
        var (claims, sources) = _sources.Read(row, id, title, out var kept);
        var actors = new List<Actor>();
        var involvements = Involvements(row, actors);
        var summary = row.Known(ColumnMeaning.Summary) ?? "";
        var attributes = Attributes(row, kept, located.UnknownCountry);
        if (occurrence is null && located.Places.Count == 0 && located.Geometry is null && summary.Length == 0
            && row.Known(ColumnMeaning.Title) is null && claims.Count == 0 && actors.Count == 0 && attributes.Count == 0)
        {
            row.RefuseWhole("there is nothing in the row");
        }

        return new(
            _dataset.Slug,
            row.Line,
            new Incident
            {
                Id = id,
                Slug = $"{_dataset.Slug}-{(upstreamId is null ? id : Slug.Of(id))}",
                Title = title,
                Kind = kind,
                Summary = summary,
                Occurrence = occurrence,
                OccurrenceEvidence = _evidence,
                PlaceIds = located.Places.Count == 1 ? [located.Places[0].Id] : located.Places.Select(at => at.Id).ToValueList(),
                Geometry = located.Geometry,
                Precision = located.Precision,
                GeometryEvidence = located.Evidence,
                GeometryNote = located.Note,
                Involvements = involvements,
                Killed = killed,
                Injured = injured,
                Weapons = [],
                Caveats = [],
                Tags = Tags(row),
                Evidence = _evidence,
                UpstreamId = upstreamId,
                Attributes = attributes,
            },
            claims,
            actors,
            located.Places,
            Sources(sources));
    }

    /// <summary>The dataset itself first, which everything rests on.</summary>
    private Source[] Sources(IReadOnlyList<Source> sources) => sources.Count == 0
        ? _onlyDataset
        : [_datasetSource, .. sources.Where(source => source.Id != _datasetSource.Id)];

    private string Id(MappedRow row, Domain.Time.Occurrence? occurrence, string? place, Geometry? geometry, string title)
    {
        GeoPoint? point = geometry switch
        {
            null => null,
            PointGeometry single => single.Location.Point,
            _ => geometry.Points.First(),
        };
        return _identity.Of(row.Line, occurrence, place, point, title);
    }

    private ValueList<Involvement> Involvements(MappedRow row, List<Actor> actors)
    {
        var involvements = new List<Involvement>();
        Add(ColumnMeaning.Perpetrator, "perpetrator");
        Add(ColumnMeaning.Target, "target");
        Add(ColumnMeaning.Side, "side");
        return involvements.ToValueList();

        void Add(ColumnMeaning meaning, string role)
        {
            if (!_columns.Has(meaning))
            {
                return;
            }

            foreach (var name in row.Several(meaning))
            {
                var actor = _actors[name];
                if (actors.TrueForAll(other => other.Id != actor.Id))
                {
                    actors.Add(actor);
                }

                var involvement = new Involvement(actor.Id, role, null, _evidence);
                if (!involvements.Contains(involvement))
                {
                    involvements.Add(involvement);
                }
            }
        }
    }

    private static ValueList<string> Tags(MappedRow row) => row.Columns.Has(ColumnMeaning.Tags)
        ? row.Several(ColumnMeaning.Tags)
            .SelectMany(cell => cell.Split([',', '|'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            .Where(tag => !CellText.IsUnknown(tag))
            .Distinct(StringComparer.Ordinal)
            .ToValueList()
        : [];

    /// <summary>What has no place of its own, in the order of the file.</summary>
    private ValueList<UpstreamAttribute> Attributes(MappedRow row, IReadOnlyList<UpstreamAttribute> kept, bool unknownCountry)
    {
        var attributes = new List<UpstreamAttribute>();
        foreach (var index in _columns.All(ColumnMeaning.Attribute))
        {
            if (row.Cell(index) is { Length: > 0 } cell)
            {
                attributes.Add(new(_columns.Names[index], cell));
            }
        }

        if (unknownCountry)
        {
            attributes.Add(new(_columns.Names[_columns.One(ColumnMeaning.Country)], row.Cell(ColumnMeaning.Country)));
        }

        attributes.AddRange(kept);
        return attributes.ToValueList();
    }
}
