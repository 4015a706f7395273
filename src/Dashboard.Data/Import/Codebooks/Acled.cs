using Dashboard.Domain;
using Dashboard.Domain.Actors;
using Dashboard.Domain.Incidents;
using Dashboard.Domain.Places;
using Dashboard.Domain.Time;

namespace Dashboard.Data.Import.Codebooks;

/// <summary>Rows of ACLED as incidents, by its codebook. The order of actor1 and actor2 means nothing: they stay sides.</summary>
internal sealed class Acled
{
    private const string Codebook = "ACLED";

    /// <summary>How old exports write dates; the codebook puts the day first.</summary>
    private static readonly string[] _dateForms = ["d MMMM yyyy", "d-MMMM-yyyy", "d MMM yyyy", "d-MMM-yyyy", "dd-MM-yyyy", "d.M.yyyy"];

    /// <summary>Metres for geo_precision 1–3: the town itself; a town near it or for its area; a province by its capital. The codebook names no radius.</summary>
    private static readonly GeoPrecision[] _precisions = [new(5_000), new(25_000), new(150_000)];

    private readonly RowCells _row;
    private readonly CodebookSource _source;
    private readonly AcledCells _at;
    private readonly KnownOnes<string, Actor> _actors;
    private readonly KnownOnes<string, IncidentKind> _kinds = new(KindOf);
    private readonly KnownOnes<string, string> _slugs = new(Slug.Of);
    private readonly AcledClaims _claims;

    public Acled(RowCells row, int columns, DatasetDescription dataset)
    {
        _row = row;
        _source = new CodebookSource(dataset, Codebook);
        _at = new AcledCells(row, columns);
        _actors = new(name => _source.Named.Actor(name, name.StartsWith("Civilians", StringComparison.Ordinal) ? "civilians" : "party"));
        _claims = new AcledClaims(_source);
    }

    public FileContent Read()
    {
        var id = _row.Required(_at.Id, "the id");
        var type = _row.Required(_at.Type, "the event type");
        var fatalities = _row.People(_at.Fatalities);
        var occurrence = Occurrence();
        var point = _row.Point(_at.Latitude, _at.Longitude);
        var precisionCode = point is null && _row.Text(_at.GeoPrecision).Length == 0 ? null : _row.Code(_at.GeoPrecision, _precisions.Length, Codebook);
        if (_row.Refused is { } refusal)
        {
            return new FileContent.Refused(refusal);
        }

        GeoPrecision? precision = precisionCode is { } code ? _precisions[code - 1] : null;
        var place = _source.Place(
            _row.Text(_at.Location), _row.Text(_at.Province), _row.Text(_at.Country), point, precision, "place");
        var subType = _row.Text(_at.SubType);
        var (actors, involvements) = Sides();
        var what = subType.Length > 0 ? subType : type;
        var (claims, sources) = _claims.Of(id, fatalities, what, _row.Text(_at.Source));
        var incident = new Incident
        {
            Id = id,
            Slug = _source.IncidentSlug(id),
            UpstreamId = id,
            Title = Title(what, place?.Name),
            Kind = _kinds[type],
            Summary = _row.Text(_at.Notes),
            Occurrence = occurrence,
            OccurrenceEvidence = _source.Evidence,
            PlaceIds = place is null ? [] : [place.Id],
            Geometry = CodebookSource.Pin(point, precision, place),
            Precision = point is null ? null : precision,
            GeometryEvidence = _source.Evidence,
            Involvements = involvements,
            Killed = new TollReading(new Toll(fatalities, fatalities, null), null, _source.Evidence),
            Injured = _source.NoInjured,
            Weapons = [],
            Caveats = [],
            Tags = Tags(subType),
            Evidence = _source.Evidence,
            Attributes = _row.Attributes(occurrence!.Precision == TimePrecision.Month ? _at.KeptWithDate : _at.Kept),
        };
        return new FileContent.Row(new ImportedIncident(_source.DatasetSlug, _row.Line, incident, claims, actors, place is null ? [] : [place], sources));
    }

    private static IncidentKind KindOf(string type) =>
        new(Slug.Of(type.Replace("Demostration", "Demonstration", StringComparison.OrdinalIgnoreCase)));

    /// <summary>time_precision: 1 the day; 2 the week around it; 3 the month in which it lies.</summary>
    private Occurrence? Occurrence()
    {
        var code = _row.Text(_at.TimePrecision).Length == 0 ? 1 : _row.Code(_at.TimePrecision, 3, Codebook);
        return _row.Day(_at.Date, _dateForms) is not { } day ? null : code switch
        {
            3 => new Occurrence(day.AddDays(1 - day.Day), null, TimeSpan.Zero, TimePrecision.Month),
            2 => new Occurrence(day, null, TimeSpan.Zero, TimePrecision.Week),
            _ => new Occurrence(day, null, TimeSpan.Zero, TimePrecision.Day),
        };
    }

    /// <summary>"Armed clash: Military Forces of Syria – IS, Sokhneh".</summary>
    private string Title(string what, string? place)
    {
        var (first, second) = (_row.Text(_at.Actor1), _row.Text(_at.Actor2));
        var who = (first.Length, second.Length) switch
        {
            (0, 0) => "",
            (0, _) or (_, 0) => $": {first}{second}",
            _ => $": {first} – {second}",
        };
        return $"{what}{who}{(place is null ? "" : $", {place}")}";
    }

    private (Actor[] Actors, ValueList<Involvement> Involvements) Sides()
    {
        var actors = new List<Actor>();
        var involvements = new List<Involvement>();
        Add(_at.Actor1, _at.Associated1);
        Add(_at.Actor2, _at.Associated2);
        return ([.. actors], [.. involvements]);

        void Add(int side, int associated)
        {
            var name = _row.Text(side);
            if (name.Length > 0)
            {
                Involve(name, "side", null);
            }

            foreach (var ally in _row.Text(associated).Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                Involve(ally, "associate", name.Length > 0 ? $"with {name}" : null);
            }
        }

        void Involve(string name, string role, string? qualifier)
        {
            var actor = _actors[name];
            var involvement = new Involvement(actor.Id, role, qualifier, _source.Evidence);
            if (!actors.Contains(actor))
            {
                actors.Add(actor);
            }

            if (!involvements.Contains(involvement))
            {
                involvements.Add(involvement);
            }
        }
    }

    private ValueList<string> Tags(string subType)
    {
        string[] stated = _row.Text(_at.Tags).Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return subType.Length == 0 ? [.. stated] : [_slugs[subType], .. stated];
    }

    /// <summary>Where the columns are in one file, in any layout and order.</summary>
    private sealed class AcledCells
    {
        public AcledCells(RowCells row, int columns)
        {
            Id = row.Column("event_id_cnty", "data_id");
            Date = row.Column("event_date");
            TimePrecision = row.Column("time_precision");
            Type = row.Column("event_type");
            SubType = row.Column("sub_event_type");
            Actor1 = row.Column("actor1");
            Associated1 = row.Column("assoc_actor_1", "ally_actor_1");
            Actor2 = row.Column("actor2");
            Associated2 = row.Column("assoc_actor_2", "ally_actor_2");
            Country = row.Column("country");
            Province = row.Column("admin1");
            Location = row.Column("location");
            Latitude = row.Column("latitude");
            Longitude = row.Column("longitude");
            GeoPrecision = row.Column("geo_precision");
            Source = row.Column("source");
            Notes = row.Column("notes");
            Fatalities = row.Column("fatalities");
            Tags = row.Column("tags");
            int[] placed = [Id, Actor1, Associated1, Actor2, Associated2, Province, Location, Latitude, Longitude, Source, Notes, Fatalities, Tags];
            KeptWithDate = [.. Enumerable.Range(0, columns).Except(placed)];
            Kept = [.. KeptWithDate.Where(column => column != Date)];
        }

        public int Id { get; }

        public int Date { get; }

        public int TimePrecision { get; }

        public int Type { get; }

        public int SubType { get; }

        public int Actor1 { get; }

        public int Associated1 { get; }

        public int Actor2 { get; }

        public int Associated2 { get; }

        public int Country { get; }

        public int Province { get; }

        public int Location { get; }

        public int Latitude { get; }

        public int Longitude { get; }

        public int GeoPrecision { get; }

        public int Source { get; }

        public int Notes { get; }

        public int Fatalities { get; }

        public int Tags { get; }

        /// <summary>The columns without a place of their own.</summary>
        public IReadOnlyList<int> Kept { get; }

        /// <summary>The same with the day that stands for a month.</summary>
        public IReadOnlyList<int> KeptWithDate { get; }
    }
}
