using System.Globalization;
using Dashboard.Domain;
using Dashboard.Domain.Actors;
using Dashboard.Domain.Incidents;
using Dashboard.Domain.Places;
using Dashboard.Domain.Querying;
using Dashboard.Domain.Sources;
using Dashboard.Domain.Time;
using Dashboard.Index.Tiles;

namespace Dashboard.Index.Tests;

/// <summary>
/// Datasets and questions that meet often: few kinds, actors, places and sources, times on a grid of six hours, points on
/// a grid around the antimeridian. The same seed makes the same again.
/// </summary>
internal sealed class RandomDatasets(int seed)
{
    private static readonly DateTimeOffset _firstDay = new(2024, 1, 29, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset _monday = new(1970, 1, 5, 0, 0, 0, TimeSpan.Zero);
    private static readonly string[] _kinds = ["attack", "strike", "armed-clash"];
    private static readonly string?[] _countries = ["IQ", "SY", "JO", null];
    private static readonly string[] _words = ["alpha", "Alpha", "bravo", "Éclair", "zulu"];
    private static readonly double[] _longitudes = [-180, -179, -170, 0, 40, 41, 170, 179, 180];
    private static readonly double[] _latitudes = [-90, -10, 0, 33, 34, 90];
    private static readonly double[] _precisions = [0, 500, 5_000, 10_000, 100_000, 100_001, 500_000];

    private readonly Random _random = new(seed);

    /// <summary>Half the datasets tell of days, half of a year.</summary>
    private readonly int _hours = seed % 2 == 0 ? 6 : 5 * 24;

    public IReadOnlyList<Dataset> Datasets()
    {
        var actors = Actors();
        return [.. Enumerable.Range(0, _random.Next(4)).Select(number => Dataset($"d{number}", actors))];
    }

    public IncidentQuery Query() => new()
    {
        Window = IsAsked() ? Window() : TimeWindow.All,
        Kinds = Asked([.. _kinds, "unheard-of"]),
        Actors = Asked([.. Ids("a", 8), "nobody"]),
        Countries = Asked(["IQ", "SY", "JO", "XX"]),
        Sources = Asked([.. Ids("s", 6), "none"]),
        Statuses = Asked(Enum.GetValues<ClaimStatus>()),
        Datasets = Asked(["d0", "d1", "d9"]),
        Text = IsAsked() ? "words" : null,
        Area = IsAsked() ? Box() : null,
        PrecisionMetres = IsAsked() ? Pick(_precisions) : null,
        TimePrecision = IsAsked() ? Pick(Enum.GetValues<TimePrecision>()) : null,
        Leads = Pick(Enum.GetValues<LeadView>()),
        Lens = IsAsked() ? Lens() : null,
        Unmentioned = Pick(Enum.GetValues<UnmentionedView>()),
        AsOf = IsAsked() ? Day() : null,
    };

    /// <summary>The id of an actor or a source; now and then of nobody.</summary>
    public string Lens() => Pick([.. Ids("a", 8), .. Ids("s", 6), "nobody"]);

    /// <summary>Before everything, in between, or after everything.</summary>
    public DateOnly Day() => _random.Next(8) switch
    {
        0 => DateOnly.MinValue,
        1 => new DateOnly(2023, 12, 31),
        2 => new DateOnly(2026, 1, 1),
        _ => DateOnly.FromDateTime(Instant().AddDays(_random.Next(8)).Date),
    };

    /// <summary>Some numbers, among them such as no incident has.</summary>
    public IReadOnlyList<long>? TextMatches(IReadOnlyList<Dataset> datasets) => _random.Next(4) switch
    {
        0 => null,
        1 => [],
        _ => [.. datasets.SelectMany(dataset => dataset.Incidents).SelectMany((_, position) => (long[])[Facts.NumberOf(position) - 1, Facts.NumberOf(position)])
            .Where(_ => Sometimes()), 100_000],
    };

    /// <summary>Edges through the time of the incidents, in the middle of it, and at odd instants.</summary>
    public TimeEdges Edges()
    {
        DateTimeOffset[] extra = [.. Enumerable.Range(0, _random.Next(5)).Select(_ => Instant().AddMilliseconds(_random.Next(3) - 1))];
        var step = TimeSpan.FromHours(Pick([1, 6, 24, 7 * 24, 14 * 24, 56 * 24]));
        var from = _monday + (step * (((_firstDay - _monday).Ticks / step.Ticks) + _random.Next(3)));
        return _random.Next(5) == 0
            ? TimeEdges.Around(_random.Next(3) == 0 ? null : new TimeWindow(Instant(), _firstDay.AddDays(400)), extra)
            : TimeEdges.FromSpan(from, from + (step * (1 + _random.Next(50))), step, extra);
    }

    /// <summary>Mostly of a part of the world, sometimes across its edge or beyond it.</summary>
    public GridView View()
    {
        var zoom = Pick([0, 1, 3, 6, 7, 14]);
        var (column, row) = Mercator.Cell(Point(), zoom + 7);
        return new GridView(zoom, (int)column - _random.Next(60), (int)row - _random.Next(60), 1 + _random.Next(128), 1 + _random.Next(128));
    }

    /// <summary>How many stretches there may be.</summary>
    public int Most() => Pick([2, 10, 200]);

    public TileGroup Group() => Pick(Enum.GetValues<TileGroup>());

    /// <summary>A tile with one of the points in it, most of the time.</summary>
    public TileAddress Tile(IReadOnlyList<Dataset> datasets)
    {
        var zoom = Pick([0, 0, 1, 2, 5, 12, TileAddress.DeepestZoom]);
        GeoPoint[] points = [.. datasets.SelectMany(dataset => dataset.Incidents).SelectMany(Oracle.DrawnPoints), Point()];
        var (column, row) = Mercator.Cell(Pick(points), zoom);
        return new TileAddress(zoom, (int)column, (int)row);
    }

    private Dataset Dataset(string slug, ValueList<Actor> actors)
    {
        var places = Enumerable.Range(0, 6).Select(number => Place($"{slug}-p{number}")).ToValueList();
        var incidents = Enumerable.Range(0, Pick([0, 1, 5, 30, 64, 90])).Select(number => Incident($"{slug}-i{number}", places)).ToValueList();
        return new Dataset
        {
            Description = new(slug, $"{Pick(_words)} {slug}", "", "", "", Sometimes() ? TimeWindow.All : Window()),
            Actors = actors,
            Places = places,
            Sources = Ids("s", 6).Select(Source).ToValueList(),
            Incidents = incidents,
            Claims = incidents.SelectMany(Claims).ToValueList(),
            Relations = [],
        };
    }

    /// <summary>Each stands below one before it or alone, and they are told in any order.</summary>
    private ValueList<Actor> Actors()
    {
        var actors = Ids("a", 8).Select((id, number) => new Actor
        {
            Id = id,
            Name = $"{Pick(_words)} {number}",
            Nature = "",
            ParentId = number > 0 && Sometimes() ? $"a{_random.Next(number)}" : null,
            Affiliations = [],
            Aliases = [],
            Evidence = Evidence(),
        }).ToArray();
        _random.Shuffle(actors);
        return actors.ToValueList();
    }

    private Place Place(string id) => new()
    {
        Id = id,
        Name = Pick(_words),
        Nature = "",
        Country = Pick(_countries),
        Province = null,
        Point = null,
        Precision = null,
        Aliases = [],
        Evidence = Evidence(),
    };

    private Source Source(string id) => new()
    {
        Id = id,
        Publisher = $"Publisher {id}",
        Date = _random.Next(3) == 0 ? Said() : null,
        Nature = "",
        Address = null,
        QuotesPrimaryStatement = false,
    };

    private Incident Incident(string id, ValueList<Place> places) => new()
    {
        Id = id,
        Slug = $"{_random.Next(1000):000}-{id}",
        Title = Pick(_words),
        Kind = new IncidentKind(Pick(_kinds)),
        Summary = "",
        Occurrence = _random.Next(6) == 0 ? null : Occurrence(),
        OccurrenceEvidence = Evidence(),
        PlaceIds = Some([.. places.Select(place => place.Id)]),
        Geometry = Geometry(),
        Precision = _random.Next(4) == 0 ? null : new GeoPrecision(Pick(_precisions)),
        GeometryEvidence = Evidence(),
        Involvements = Some([.. Ids("a", 8)]).Select(actor => new Involvement(actor, "target", null, Evidence())).ToValueList(),
        Killed = new TollReading(Toll(), null, Evidence()),
        Injured = new TollReading(Toll(), null, Evidence()),
        Weapons = Some(["drone"]).Select(name => new Weapon(name, "used", Evidence().Basis)).ToValueList(),
        Caveats = [],
        Tags = [],
        Evidence = Evidence(),
        IsLead = _random.Next(4) == 0,
    };

    private IEnumerable<Claim> Claims(Incident incident) => Enumerable.Range(0, _random.Next(5)).Select(number => Claim($"{incident.Id}-c{number}", incident.Id));

    private Claim Claim(string id, string incident)
    {
        var predicate = Pick(["responsibility", TollPredicate.Killed, TollPredicate.Killed, TollPredicate.Injured]);
        return new Claim
        {
            Id = id,
            IncidentId = incident,
            Predicate = predicate,
            Claimant = new Claimant(_random.Next(5) == 0 ? null : Pick([.. Ids("a", 8)]), "somebody"),
            Value = "claimed",
            Number = predicate == "responsibility" || _random.Next(5) == 0 ? null : ClaimedNumber(),
            SourceId = Pick([.. Ids("s", 6)]),
            Date = _random.Next(3) == 0 ? null : Said(),
            Status = Sometimes() ? ClaimStatus.Asserted : Pick(Enum.GetValues<ClaimStatus>()),
            Evidence = Evidence(),
        };
    }

    private ClaimedNumber ClaimedNumber()
    {
        var (low, high) = (_random.Next(5), 5 + _random.Next(5));
        var scope = Pick([null, null, null, "", "civilians", "soldiers"]);
        return _random.Next(4) switch
        {
            0 => new ClaimedNumber(low, null, scope),
            1 => new ClaimedNumber(null, high, scope),
            2 => new ClaimedNumber(low, low, scope),
            _ => new ClaimedNumber(low, high, scope),
        };
    }

    /// <summary>In the time of the incidents or soon after it; now and then only the month is known.</summary>
    private PartialDate Said()
    {
        var day = DateOnly.FromDateTime(Instant().AddDays(_random.Next(8)).Date);
        return PartialDate.Parse(day.ToString(_random.Next(5) == 0 ? "yyyy-MM" : "yyyy-MM-dd", CultureInfo.InvariantCulture));
    }

    private Occurrence Occurrence()
    {
        var start = Instant();
        var isOngoing = _random.Next(8) == 0;
        DateTimeOffset? end = isOngoing || Sometimes() ? null : start.AddHours(_hours * _random.Next(12));
        return new Occurrence(start, end, TimeSpan.FromHours(3), Pick(Enum.GetValues<TimePrecision>()), isOngoing: isOngoing);
    }

    private Toll Toll()
    {
        int?[] numbers = [_random.Next(3), 3 + _random.Next(3), 6 + _random.Next(3)];
        return new Toll(Sometimes() ? numbers[0] : null, Sometimes() ? numbers[1] : null, Sometimes() ? numbers[2] : null);
    }

    private Geometry? Geometry() => _random.Next(6) switch
    {
        0 => null,
        1 => new PointGeometry(Located()),
        2 => new MultiPointGeometry([Located(), Located()]),
        3 => new LineGeometry([Point(), Point()], null),
        4 => new PolygonGeometry([new(33, 40), new(34, 40), new(34, 41), new(33, 40)]),
        _ => new RouteGeometry([Stop(), Stop()]),
    };

    private RouteStop Stop() => new(Located(), PartialDate.Parse("2024"), "", Evidence().Basis);

    private LocatedPoint Located() => new(Point(), new GeoPrecision(Pick(_precisions)), null);

    private GeoPoint Point() => new(Pick(_latitudes), Pick(_longitudes));

    private GeoBox Box()
    {
        var (one, other) = (Pick(_latitudes), Pick(_latitudes));
        return new GeoBox(Pick(_longitudes), Math.Min(one, other), Pick(_longitudes), Math.Max(one, other));
    }

    private TimeWindow Window()
    {
        var (one, other) = (Instant(), Instant());
        return _random.Next(3) switch
        {
            0 => new(one, null),
            1 => new(null, one),
            _ => one < other ? new(one, other) : new(other, one.AddHours(_hours)),
        };
    }

    private DateTimeOffset Instant() => _firstDay.AddHours(_hours * _random.Next(60));

    private Evidence Evidence() => new(_random.Next(4) switch
    {
        0 => [Basis.GeneralKnowledge],
        1 => [Basis.Source(Pick([.. Ids("s", 6)])), Basis.Derived],
        _ => [],
    }, null);

    /// <summary>Few facets at a time, so that most questions find something.</summary>
    private bool IsAsked() => _random.Next(4) == 0;

    private ValueList<T> Asked<T>(T[] all) => IsAsked() ? all.Where(_ => Sometimes()).ToValueList() : [];

    private ValueList<T> Some<T>(T[] all) => Sometimes() ? all.Where(_ => _random.Next(3) == 0).ToValueList() : [];

    private bool Sometimes() => _random.Next(2) == 0;

    private T Pick<T>(T[] all) => all[_random.Next(all.Length)];

    private static IEnumerable<string> Ids(string prefix, int count) => Enumerable.Range(0, count).Select(number => prefix + number);
}
