using Dashboard.Domain;
using Dashboard.Domain.Actors;
using Dashboard.Domain.Incidents;
using Dashboard.Domain.Places;
using Dashboard.Domain.Sources;
using Dashboard.Domain.Time;

namespace Dashboard.Data.Tests;

/// <summary>A dataset with one of everything, small enough to read.</summary>
internal static class SmallDataset
{
    private static readonly Evidence _read = new([Basis.Source("report"), Basis.Derived], Confidence.High);
    private static readonly Evidence _unsaid = new([], null);

    public static Dataset Create(string slug = "small", string prefix = "") => new()
    {
        Description = new DatasetDescription(slug, "Small", "One of everything.", "CC0", "Nobody", new TimeWindow(Utc(2024, 1, 1), Utc(2024, 2, 1))),
        Sources =
        [
            new Source
            {
                Id = "report",
                Publisher = "The Reporter",
                Date = PartialDate.Parse("2024-01"),
                Nature = "published text",
                Address = new Uri("https://example.org/a?b=c#d"),
                QuotesPrimaryStatement = true,
                Note = "seen in a copy",
            },
            new Source { Id = "rumour", Publisher = "Somebody", Date = null, Nature = "word of mouth", Address = null, QuotesPrimaryStatement = false },
        ],
        Actors =
        [
            new Actor
            {
                Id = "brigade",
                Name = "The Brigade",
                Nature = "militia",
                ParentId = "front",
                Affiliations = ["front", "friends of the front"],
                Aliases = [new Alias("اللواء", "Arabic"), new Alias("al-Liwa")],
                Evidence = _read,
                Note = "a note",
            },
            new Actor { Id = "front", Name = "The Front", Nature = "umbrella", ParentId = null, Affiliations = [], Aliases = [], Evidence = _unsaid },
        ],
        Places =
        [
            new Place
            {
                Id = "town",
                Name = "As-Suwayda",
                Nature = "town",
                Country = "SY",
                Province = "Suwayda",
                Point = new GeoPoint(32.7, 36.56),
                Precision = new GeoPrecision(1500),
                Aliases = [new Alias("السويداء", "Arabic")],
                Evidence = _read,
                GeoNamesId = "172408",
                Note = "a note",
            },
            new Place { Id = "somewhere", Name = "Somewhere", Nature = "area", Country = null, Province = null, Point = null, Precision = null, Aliases = [], Evidence = _unsaid },
        ],
        Incidents =
        [
            Incident($"{prefix}shelling", $"{prefix}2024-01-02-shelling") with
            {
                Occurrence = new Occurrence(Utc(2024, 1, 2), Utc(2024, 1, 3), TimeSpan.FromHours(3), TimePrecision.PartOfDay, TimeSpan.FromMinutes(90)),
                OccurrenceNote = "at night",
                PlaceIds = ["town", "somewhere"],
                Geometry = new MultiPointGeometry([new(new GeoPoint(32.7, 36.56), new GeoPrecision(1500), "town"), new(new GeoPoint(33, 36), new GeoPrecision(200_000), null)]),
                Precision = new GeoPrecision(1500),
                GeometryNote = "roughly",
                Involvements = [new Involvement("brigade", "perpetrator", "suspected", _read), new Involvement("front", "claimant", null, _unsaid)],
                Killed = new TollReading(new Toll(0, 2, 5), "counted twice", _read),
                Weapons = [new Weapon("mortar", "used", [Basis.GeneralKnowledge])],
                Targets = "two houses",
                Caveats = ["the day is not sure"],
                Tags = ["context"],
            },
            Incident($"{prefix}journey", $"{prefix}2024-01-05-journey") with
            {
                Geometry = new RouteGeometry(
                [
                    new(new(new GeoPoint(32.7, 36.56), new GeoPrecision(10), "town"), PartialDate.Parse("2024-01-05/06"), "leaves", [Basis.Source("rumour")]),
                    new(new(new GeoPoint(33.5, 36.3), new GeoPrecision(10), null), PartialDate.Parse("2024-01-07"), "arrives", []),
                ]),
            },
            Incident($"{prefix}road", $"{prefix}road") with
            {
                Geometry = new LineGeometry([new(32, 36), new(33, 36)], 5000),
                Occurrence = new Occurrence(Utc(2014, 1, 1), null, TimeSpan.Zero, TimePrecision.Day, null, isOngoing: true),
            },
            Incident($"{prefix}area", $"{prefix}area") with { Geometry = new PolygonGeometry([new(0, 0), new(0, 1), new(1, 1), new(0, 0)]) },
        ],
        Claims =
        [
            new Claim
            {
                Id = "claim",
                IncidentId = $"{prefix}shelling",
                Predicate = "fatalities",
                Claimant = new Claimant("brigade", "the brigade's spokesman"),
                Value = "at least two",
                Number = new ClaimedNumber(2, null, "soldiers", "people killed"),
                SourceId = "report",
                Date = PartialDate.Parse("2024-01-03"),
                Status = ClaimStatus.Disputed,
                Evidence = _read,
                Note = "said twice",
            },
            new Claim
            {
                Id = "hearsay",
                IncidentId = $"{prefix}shelling",
                Predicate = "responsibility",
                Claimant = new Claimant(null, "neighbours"),
                Value = "it was the front",
                Number = null,
                SourceId = "rumour",
                Date = null,
                Status = ClaimStatus.Unverified,
                Evidence = _unsaid,
            },
        ],
        Relations =
        [
            new Relation("answer", $"{prefix}journey", "response_to", $"{prefix}shelling", new Claimant(null, "the press"), _read, "says so"),
            new Relation("context", $"{prefix}shelling", "part_of", $"{prefix}road", null, _unsaid, null),
        ],
        Conflicts =
        [
            new Conflict
            {
                Id = "number",
                Title = "Two or five",
                SourceIds = ["rumour"],
                SourcesSay = "five",
                RecordSays = "two",
                Handling = "show both",
                Severity = Severity.Medium,
                IncidentIds = [$"{prefix}shelling"],
                Basis = [Basis.Source("report")],
            },
        ],
        Notes = [new DatasetNote("names", "Names alike", ["the front", "the Front"], "look twice", [Basis.Derived])],
    };

    /// <summary>An incident of which only the name is known.</summary>
    public static Incident Incident(string id, string slug) => new()
    {
        Id = id,
        Slug = slug,
        Title = id,
        Kind = IncidentKind.Attack,
        Summary = "",
        Occurrence = null,
        OccurrenceEvidence = _unsaid,
        PlaceIds = [],
        Geometry = null,
        Precision = null,
        GeometryEvidence = _unsaid,
        Involvements = [],
        Killed = new TollReading(Toll.Unknown, null, _unsaid),
        Injured = new TollReading(Toll.Unknown, null, _unsaid),
        Weapons = [],
        Caveats = [],
        Tags = [],
        Evidence = _unsaid,
    };

    private static DateTimeOffset Utc(int year, int month, int day) => new(year, month, day, 0, 0, 0, TimeSpan.Zero);
}
