using Dashboard.Domain;
using Dashboard.Domain.Actors;
using Dashboard.Domain.Incidents;
using Dashboard.Domain.Places;
using Dashboard.Domain.Sources;
using Dashboard.Domain.Time;
using static Dashboard.Web.Tests.Harness.Samples;

namespace Dashboard.Web.Tests.Harness;

/// <summary>
/// A dataset of many incidents that differ in nothing but their words: each says one text wherever there is room for
/// text, and one code wherever a dataset brings words of a vocabulary of its own.
/// </summary>
internal sealed class WordyDataset
{
    /// <summary>What the dataset says of itself.</summary>
    public required string Description { get; init; }

    public required IReadOnlyList<string> Texts { get; init; }

    public required IReadOnlyList<string> Codes { get; init; }

    public static string SlugOf(int number) => $"incident-{number:000}";

    public Dataset Make()
    {
        var numbers = Enumerable.Range(0, Texts.Count);
        return new Dataset
        {
            Description = new DatasetDescription("wordy", Description, Description, Description, Description, new TimeWindow(At(2024, 1, 1), At(2025, 1, 1))),
            Actors = numbers.Select(ActorOf).ToValueList(),
            Places = numbers.Select(PlaceOf).ToValueList(),
            Sources = numbers.Select(SourceOf).ToValueList(),
            Incidents = [.. numbers.Select(IncidentOf), .. numbers.Select(AnswerOf)],
            Claims = numbers.SelectMany(ClaimsOf).ToValueList(),
            Relations = numbers.Select(RelationOf).ToValueList(),
            Conflicts = numbers.Select(ConflictOf).ToValueList(),
            Notes = [.. numbers.Select(number => new DatasetNote($"n{number}", Texts[number], [Texts[number]], Texts[number], []))],
        };
    }

    private static string ActorId(int number) => $"a{number}";

    private static string PlaceId(int number) => $"p{number}";

    private static string SourceId(int number) => $"s{number}";

    private static string IncidentId(int number) => $"i{number}";

    private static ValueList<Basis> BasisOf(int number) => [Basis.Source(SourceId(number))];

    private static Evidence EvidenceOf(int number) => new(BasisOf(number), Confidence.Medium);

    private Actor ActorOf(int number) => Actor(ActorId(number), Texts[number]) with
    {
        Nature = Codes[number],
        Aliases = [new Alias(Texts[number], Texts[number])],
        Affiliations = [Texts[number]],
        Note = Texts[number],
        Evidence = EvidenceOf(number),
    };

    private Place PlaceOf(int number) => Place(PlaceId(number), Texts[number]) with
    {
        Nature = Codes[number],
        Province = Texts[number],
        Aliases = [new Alias(Texts[number], Texts[number])],
        Note = Texts[number],
        Evidence = EvidenceOf(number),
    };

    private Source SourceOf(int number) => new()
    {
        Id = SourceId(number),
        Publisher = Texts[number],
        Date = PartialDate.Parse("2024-01"),
        Nature = Codes[number],
        Address = new Uri($"https://source.example/{Uri.EscapeDataString(Texts[number])}"),
        QuotesPrimaryStatement = false,
        Note = Texts[number],
    };

    private Incident IncidentOf(int number) => Incident(SlugOf(number)) with
    {
        Id = IncidentId(number),
        Title = Texts[number],
        Summary = Texts[number],
        Occurrence = new Occurrence(At(2024, 1, 1), null, TimeSpan.Zero, TimePrecision.Day),
        OccurrenceEvidence = EvidenceOf(number),
        OccurrenceNote = Texts[number],
        PlaceIds = [PlaceId(number)],
        Geometry = new RouteGeometry([StopOf(number), StopOf(number)]),
        GeometryEvidence = EvidenceOf(number),
        GeometryNote = Texts[number],
        Involvements = [new Involvement(ActorId(number), Codes[number], Texts[number], EvidenceOf(number))],
        Killed = new TollReading(new Toll(1, 2, 3), Texts[number], EvidenceOf(number)),
        Injured = new TollReading(Toll.Unknown, Texts[number], EvidenceOf(number)),
        Weapons = [new Weapon(Texts[number], Codes[number], BasisOf(number))],
        Targets = Texts[number],
        Caveats = [Texts[number]],
        Tags = [Texts[number]],
        Evidence = EvidenceOf(number),
    };

    /// <summary>A second incident of the same words, for what stands between two.</summary>
    private Incident AnswerOf(int number) => IncidentOf(number) with { Id = $"answer-{number}", Slug = $"answer-{number}" };

    private RouteStop StopOf(int number) => new(Located(33, 44, 1000, PlaceId(number)), PartialDate.Parse("2024-01-01"), Texts[number], BasisOf(number));

    private IEnumerable<Claim> ClaimsOf(int number) => new[] { Codes[number], "fatalities" }.Select((predicate, part) => new Claim
    {
        Id = $"c{number}-{part}",
        IncidentId = IncidentId(number),
        Predicate = predicate,
        Claimant = new Claimant(ActorId(number), Texts[number]),
        Value = Texts[number],
        Number = new ClaimedNumber(1, 2, Texts[number], Texts[number]),
        SourceId = SourceId(number),
        Date = null,
        Status = ClaimStatus.Disputed,
        Evidence = EvidenceOf(number),
        Note = Texts[number],
    });

    private Relation RelationOf(int number) => new($"r{number}", IncidentId(number), Codes[number], AnswerOf(number).Id,
        new Claimant(ActorId(number), Texts[number]), EvidenceOf(number), Texts[number]);

    private Conflict ConflictOf(int number) => new()
    {
        Id = $"x{number}",
        Title = Texts[number],
        SourceIds = [SourceId(number)],
        SourcesSay = Texts[number],
        RecordSays = Texts[number],
        Handling = Texts[number],
        Severity = Severity.High,
        IncidentIds = [IncidentId(number)],
        Basis = BasisOf(number),
    };
}
