using Dashboard.Domain;
using Dashboard.Domain.Incidents;
using Dashboard.Domain.Places;
using Dashboard.Domain.Querying;
using Dashboard.Domain.Time;
using Dashboard.Index.Tiles;

namespace Dashboard.Index.Tests;

/// <summary>Thousands of incidents in a few towns over some years: enough for cells, weeks and blocks to be full. The same seed makes the same again.</summary>
internal sealed class ManyFacts
{
    public const int Count = 3000;

    private static readonly DateTimeOffset _firstDay = new(2019, 12, 30, 0, 0, 0, TimeSpan.Zero);
    private static readonly string[] _kinds = ["attack", "strike", "protest"];

    private readonly Random _random;

    private readonly bool _isCrowded;

    /// <param name="isCrowded">Whether half of them are in one town, at its centre or around it.</param>
    public ManyFacts(int seed, bool isCrowded = false)
    {
        (_random, _isCrowded) = (new Random(seed), isCrowded);
        GeoPoint[] towns = [.. Enumerable.Range(0, 12).Select(_ => new GeoPoint(_random.Next(-60, 60), _random.Next(-180, 181)))];
        All = [.. Enumerable.Range(1, Count).Select(number => One(number, towns))];
    }

    public IReadOnlyList<IncidentFacts> All { get; }

    public IncidentIndex Index(Plan plan, int fewPoints = 0)
    {
        var datasets = new[] { "d0", "d1" }.Select(slug => new IndexedDataset(new DatasetDescription(slug, slug, "", "", "", TimeWindow.All), [], []));
        var builder = new IndexBuilder(1, [.. datasets]) { FewPoints = fewPoints, Plan = plan };
        foreach (var facts in All)
        {
            builder.Add(facts);
        }

        return builder.Build();
    }

    /// <summary>Of kinds, datasets, leads and time, and sometimes of a country.</summary>
    public IncidentQuery Query() => new()
    {
        Kinds = Sometimes() ? [.. _kinds.Where(_ => Sometimes())] : [],
        Datasets = _random.Next(3) == 0 ? ["d1"] : [],
        Leads = Pick(Enum.GetValues<LeadView>()),
        Countries = _random.Next(4) == 0 ? ["SY"] : [],
        Window = Window(),
    };

    public bool Meets(IncidentFacts facts, IncidentQuery query) =>
        (query.Leads == LeadView.Shown || facts.IsLead == (query.Leads == LeadView.Only))
        && (query.Kinds.Count == 0 || query.Kinds.Contains(facts.Kind.Key))
        && (query.Datasets.Count == 0 || query.Datasets.Contains(facts.Dataset))
        && (query.Countries.Count == 0 || query.Countries.Intersect(facts.Countries).Any())
        && (facts.Occurrence?.Meets(query.Window) ?? query.Window.IsAll);

    public GeoPoint Point() => All[_random.Next(Count)].DrawnPoints.FirstOrDefault();

    public int Next(int limit) => _random.Next(limit);

    public T Pick<T>(T[] all) => all[_random.Next(all.Length)];

    private IncidentFacts One(int number, GeoPoint[] towns) => new()
    {
        Number = number,
        Dataset = Sometimes() ? "d0" : "d1",
        Slug = $"i{number}",
        Title = "",
        Kind = new IncidentKind(Pick(_kinds)),
        IsLead = _random.Next(8) == 0,
        Occurrence = _random.Next(20) == 0 ? null : Occurrence(),
        DrawnPoints = [.. Enumerable.Range(0, Pick([0, 1, 1, 1, 1, 1, 3])).Select(_ => _isCrowded && Sometimes() ? Around(towns[0]) : Near(Pick(towns)))],
        IsPlaced = true,
        Precision = null,
        Place = null,
        Countries = [Pick(["IQ", "SY"])],
        ActorIds = [],
        SourceIds = [],
        Statuses = [],
        Killed = new Toll(null, null, null),
        Injured = new Toll(null, null, null),
    };

    private Occurrence Occurrence()
    {
        var start = Instant();
        return _random.Next(12) switch
        {
            0 => new(start, start.AddHours(_random.Next(1000)), default, TimePrecision.Hour),
            1 => new(start, null, default, TimePrecision.Month),
            2 => new(start, null, default, TimePrecision.Year),
            3 => new(start, null, default, TimePrecision.Day, isOngoing: true),
            4 => new(start.AddHours(21), null, default, TimePrecision.Day),
            _ => new(start, null, default, TimePrecision.Day),
        };
    }

    private TimeWindow Window() => (Instant(), Instant(), _random.Next(5)) switch
    {
        (_, _, 0) => TimeWindow.All,
        (var one, _, 1) => new(one, null),
        (_, var other, 2) => new(null, other),
        var (one, other, _) => one < other ? new(one, other) : new(other, one.AddDays(1)),
    };

    /// <summary>One in a thousand is a wrong date.</summary>
    private DateTimeOffset Instant() => _random.Next(1000) == 0 ? new(1, 1, 1, 0, 0, 0, TimeSpan.Zero) : _firstDay.AddDays(_random.Next(1000));

    private GeoPoint Near(GeoPoint town) => Sometimes() ? town : new(town.Latitude + _random.NextDouble(), Math.Min(180, town.Longitude + _random.NextDouble()));

    private GeoPoint Around(GeoPoint town) => Sometimes() ? town : new(town.Latitude + (_random.NextDouble() / 50), Math.Min(180, town.Longitude + (_random.NextDouble() / 50)));

    private bool Sometimes() => _random.Next(2) == 0;
}
