using Dashboard.Data.Import.Mapped;
using Dashboard.Domain;
using Dashboard.Domain.Incidents;
using Dashboard.Domain.Places;

namespace Dashboard.Data.Import.GeoJson;

/// <summary>
/// Features of anybody's GeoJSON as incidents. What their properties mean is proposed from the first of them, like the
/// columns of a table; a property that comes later is understood by its name. Features need not have the same properties:
/// where one has no <c>title</c>, its <c>name</c> is the title.
/// </summary>
internal sealed class PlainFeatures(Recognition recognition)
{
    /// <summary>How many features are looked at before the first is mapped.</summary>
    private const int First = 20;

    /// <summary>How many properties are told apart; of a file with more, the later ones are attributes whatever they are called.</summary>
    private const int MostColumns = 1000;

    private readonly List<PlainFeature> _first = [];
    private readonly Dictionary<string, int> _indexes = [];
    private readonly List<ColumnMapping> _columns = [];
    private readonly List<(int Column, int For)> _standIns = [];
    private Mapping? _mapping = recognition.Mapping;
    private RowMapper? _mapper;

    /// <summary>Takes one; what comes out is those that were held back until there were enough to look at, or it alone.</summary>
    public IEnumerable<FileContent> Add(PlainFeature feature)
    {
        if (_mapping is not null)
        {
            return [Mapped(feature, _mapping)];
        }

        _first.Add(feature);
        return _first.Count < First ? [] : Finish();
    }

    /// <summary>What is still held back.</summary>
    public IEnumerable<FileContent> Finish()
    {
        var mapping = _mapping ??= MappingProposal.Propose(Table());
        foreach (var column in mapping.Columns.Take(MostColumns).Where(column => _indexes.TryAdd(column.Column, _columns.Count)))
        {
            _columns.Add(column);
        }

        var held = _first.Select(feature => Mapped(feature, mapping)).ToList();
        _first.Clear();
        return held;
    }

    private TableShape Table()
    {
        var columns = _first.SelectMany(feature => feature.Columns).Distinct().ToValueList();
        var rows = _first.Select(feature => columns.Select(column => Cell(feature, column)).ToValueList()).ToValueList();
        return new TableShape(',', "utf-8", HasHeader: true, columns, rows);
    }

    private static string Cell(PlainFeature feature, string column)
    {
        for (var index = 0; index < feature.Columns.Count; index++)
        {
            if (feature.Columns[index] == column)
            {
                return feature.Cells[index];
            }
        }

        return "";
    }

    private FileContent Mapped(PlainFeature feature, Mapping mapping)
    {
        var mapper = MapperFor(feature, mapping);
        var cells = new string[_columns.Count];
        Array.Fill(cells, "");
        List<UpstreamAttribute>? further = null;
        for (var index = 0; index < feature.Columns.Count; index++)
        {
            if (_indexes.TryGetValue(feature.Columns[index], out var column))
            {
                cells[column] = feature.Cells[index];
            }
            else if (!string.IsNullOrWhiteSpace(feature.Cells[index]))
            {
                (further ??= []).Add(new UpstreamAttribute(feature.Columns[index], feature.Cells[index]));
            }
        }

        foreach (var (column, other) in _standIns.Where(pair => string.IsNullOrWhiteSpace(cells[pair.For])))
        {
            (cells[other], cells[column]) = (cells[column], "");
        }

        var content = mapper.Map(feature.Line, cells, feature.Shape);
        return content is FileContent.Row row ? Completed(row, further ?? []) : content;
    }

    /// <summary>Features of one file mostly have the same properties: the mapper is made again only when new ones come.</summary>
    private RowMapper MapperFor(PlainFeature feature, Mapping mapping)
    {
        var isNew = _mapper is null;
        foreach (var column in feature.Columns)
        {
            if (_columns.Count < MostColumns && _indexes.TryAdd(column, _columns.Count))
            {
                _columns.Add(new ColumnMapping(column, MeaningOf(column, mapping)));
                isNew = true;
            }
        }

        if (isNew)
        {
            FindStandIns();
            _mapper = new RowMapper(mapping with { Columns = _columns.ToValueList() }, [.. _columns.Select(column => column.Column)], recognition.Dataset, _mapper);
        }

        return _mapper!;
    }

    /// <summary>Properties that mean by their name what another one means already.</summary>
    private void FindStandIns()
    {
        _standIns.Clear();
        for (var index = 0; index < _columns.Count; index++)
        {
            var meaning = MappingProposal.MeaningOf(_columns[index].Column);
            var other = _columns.FindIndex(column => column.Meaning == meaning);
            if (_columns[index].Meaning == ColumnMeaning.Attribute && !MappedColumns.AllowsSeveral(meaning) && other >= 0)
            {
                _standIns.Add((index, other));
            }
        }
    }

    private ColumnMeaning MeaningOf(string column, Mapping mapping)
    {
        if (mapping.Columns.FirstOrDefault(known => known.Column == column) is { } said)
        {
            return said.Meaning;
        }

        var meaning = MappingProposal.MeaningOf(column);
        return MappedColumns.AllowsSeveral(meaning) || !_columns.Concat(mapping.Columns).Any(other => other.Meaning == meaning) ? meaning : ColumnMeaning.Attribute;
    }

    /// <summary>A point is as precise as its row says, and lies at the row's place.</summary>
    private static FileContent.Row Completed(FileContent.Row row, IReadOnlyList<UpstreamAttribute> further)
    {
        var incident = row.Incident.Incident;
        var geometry = incident.Geometry is PointGeometry { Location: { PlaceId: null } location }
            ? new PointGeometry(location with { Precision = incident.Precision ?? location.Precision, PlaceId = incident.PlaceIds is [var first, ..] ? first : null })
            : incident.Geometry;
        return new FileContent.Row(row.Incident with { Incident = incident with { Geometry = geometry, Attributes = [.. incident.Attributes, .. further] } });
    }
}
