using System.Collections.Frozen;
using System.Globalization;
using Dashboard.Data.Export;
using Dashboard.Domain;
using Dashboard.Domain.Actors;
using Dashboard.Domain.Incidents;
using Dashboard.Domain.Places;
using Dashboard.Domain.Sources;
using Dashboard.Domain.Time;

namespace Dashboard.Data.Import.Codebooks;

/// <summary>
/// Rows of our own export as CSV. A table cannot hold all that an incident is: shapes come back as their first point,
/// claims as words among the attributes. The other export, GeoJSON, loses nothing.
/// </summary>
internal sealed class DashboardCsv
{
    private const string Between = "; ";

    /// <summary>What a lens said of an incident is among its claims, and no attribute of it.</summary>
    private static readonly FrozenSet<string> _known = [.. CodebookRecognition.Export, .. TellingOfLens.Names];

    private readonly RowCells _row;
    private readonly string _datasetSlug;
    private readonly CodebookSource _source;
    private readonly KnownOnes<string, Actor> _actors;
    private readonly IReadOnlyList<int> _kept;
    private readonly Dictionary<string, int> _columns = [];

    public DashboardCsv(RowCells row, DatasetDescription dataset)
    {
        _row = row;
        _datasetSlug = dataset.Slug;
        _source = new CodebookSource(dataset, dataset.Title);
        _actors = new(name => _source.Named.Actor(name));
        foreach (var name in CodebookRecognition.Export)
        {
            _columns[name] = row.Column(name);
        }

        _kept = [.. Enumerable.Range(0, row.Columns.Count)
            .Where(column => row.Columns[column] is "claims" or "address" || !_known.Contains(row.Columns[column].ToLowerInvariant()))];
    }

    public FileContent Read()
    {
        var slug = _row.Required(_columns["slug"], "the slug");
        var dataset = Text("dataset") is { Length: > 0 } stated ? stated : _datasetSlug;
        var kind = Kind();
        var title = _row.Required(_columns["title"], "the title");
        var occurrence = Occurrence();
        var point = _row.Point(_columns["latitude"], _columns["longitude"]);
        var precision = Precision();
        var killed = Toll("killed");
        var injured = Toll("injured");
        if (_row.Refused is { } refusal)
        {
            return new FileContent.Refused(refusal);
        }

        var places = Places(point, precision);
        var sources = Several("sources").Select(name => _source.Publishers[name].Source).Where(source => source.Id != _source.Source.Id).Distinct().ToList();
        var evidence = sources.Count == 0 ? _source.Evidence : new Evidence([.. sources.Select(source => Basis.Source(source.Id))], null);
        var (actors, involvements) = Actors();
        var id = slug.StartsWith($"{dataset}-", StringComparison.Ordinal) ? slug[(dataset.Length + 1)..] : slug;
        var incident = new Incident
        {
            Id = id,
            Slug = slug,
            UpstreamId = id,
            Title = Plain(title),
            Kind = kind,
            Summary = Plain(Text("summary")),
            Occurrence = occurrence,
            OccurrenceEvidence = evidence,
            PlaceIds = [.. places.Select(place => place.Id)],
            Geometry = CodebookSource.Pin(point, precision, places.Count > 0 ? places[0] : null),
            Precision = precision,
            GeometryEvidence = evidence,
            Involvements = involvements,
            Killed = new TollReading(killed, null, evidence),
            Injured = new TollReading(injured, null, evidence),
            Weapons = [],
            Caveats = [],
            Tags = [],
            Evidence = evidence,
            Attributes = _row.Attributes(_kept),
            IsLead = Text("lead").Equals("true", StringComparison.OrdinalIgnoreCase),
        };
        return new FileContent.Row(new ImportedIncident(dataset, _row.Line, incident, [], actors, places, [_source.Source, .. sources]));
    }

    /// <summary>The export guards text that a spreadsheet program would take for a formula.</summary>
    private static string Plain(string text) => text is ['\'', '=' or '+' or '-' or '@' or '\t' or '\r', ..] ? text[1..] : text;

    private string Text(string column) => _row.Text(_columns[column]);

    private IEnumerable<string> Several(string column) =>
        Plain(Text(column)).Split(Between, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private IncidentKind Kind()
    {
        var key = _row.Required(_columns["kind"], "the kind");
        if (key.Any(letter => char.IsUpper(letter) || char.IsWhiteSpace(letter)))
        {
            _row.Refuse(_columns["kind"], "a kind is lower-case words joined by hyphens");
        }

        return _row.Refused is null ? new IncidentKind(key) : default;
    }

    private Occurrence? Occurrence()
    {
        var start = Instant("start");
        var end = Instant("end");
        if (start is null || _row.Refused is not null)
        {
            return null;
        }

        if (end < start)
        {
            _row.Refuse(_columns["end"], $"the end is before the start, {Text("start")}");
            return null;
        }

        var word = Text("time_precision");
        foreach (var precision in Enum.GetValues<TimePrecision>())
        {
            if (EnumWord.Of(precision) == word)
            {
                return new Occurrence(start.Value, end, TimeSpan.Zero, precision);
            }
        }

        _row.Refuse(_columns["time_precision"], "it is one of minute, hour, part-of-day, day, week, month, year");
        return null;
    }

    private DateTimeOffset? Instant(string column)
    {
        var text = Text(column);
        if (text.Length == 0)
        {
            return null;
        }

        if (DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var instant)
            && text.Length >= 10 && text[4] == '-')
        {
            return instant;
        }

        _row.Refuse(_columns[column], $"'{RowCells.Shorten(text)}' is no time; write it as 2024-01-28T02:30:00Z");
        return null;
    }

    private GeoPrecision? Precision()
    {
        var text = Text("geo_precision_m");
        if (text.Length == 0)
        {
            return null;
        }

        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var metres) && metres is >= 0 and <= 20_000_000)
        {
            return new GeoPrecision(metres);
        }

        _row.Refuse(_columns["geo_precision_m"], $"'{RowCells.Shorten(text)}' is no radius in metres");
        return null;
    }

    private Toll Toll(string what)
    {
        var (low, best, high) = (_row.People(_columns[$"{what}_low"]), _row.People(_columns[$"{what}_best"]), _row.People(_columns[$"{what}_high"]));
        if (low > best || best > high || low > high)
        {
            _row.Refuse(_columns[$"{what}_low"], $"low {low}, best {best}, high {high} do not rise");
            return Domain.Incidents.Toll.Unknown;
        }

        return _row.Refused is null ? new Toll(low, best, high) : Domain.Incidents.Toll.Unknown;
    }

    private List<Place> Places(GeoPoint? point, GeoPrecision? precision)
    {
        var names = Several("place").ToList();
        string One(string column) => Several(column).Take(2).ToArray() is [var only] ? only : "";
        return [.. names.Select((name, at) => _source.Place(name, One("province"), One("country"), at == 0 ? point : null, at == 0 ? precision : null, "place")).OfType<Place>().DistinctBy(place => place.Id)];
    }

    /// <summary>"Kataib Hezbollah (perpetrator, suspected); US forces (target)".</summary>
    private (List<Actor> Actors, ValueList<Involvement> Involvements) Actors()
    {
        var actors = new List<Actor>();
        var involvements = new List<Involvement>();
        foreach (var words in Several("actors"))
        {
            var open = words.EndsWith(')') ? words.LastIndexOf(" (", StringComparison.Ordinal) : -1;
            var actor = _actors[open > 0 ? words[..open] : words];
            var role = open > 0 ? words[(open + 2)..^1].Split(", ", 2) : ["side"];
            actors.Add(actor);
            involvements.Add(new Involvement(actor.Id, string.IsNullOrWhiteSpace(role[0]) ? "side" : role[0], role.Length > 1 ? role[1] : null, _source.Evidence));
        }

        return ([.. actors.DistinctBy(actor => actor.Id)], [.. involvements.Distinct()]);
    }
}
