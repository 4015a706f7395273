using Dashboard.Domain.Incidents;
using Dashboard.Domain.Sources;
using Dashboard.Domain.Time;
using FsCheck;
using FsCheck.Fluent;

namespace Dashboard.Domain.Tests.Sources;

public class KnownOnTests
{
    private static readonly Evidence _unsaid = new([], null);

    private static readonly ValueList<Source> _sources = [Source("early", "2024-01-29"), Source("late", "2024-02"), Source("undated", null)];

    [Theory]
    [InlineData("2024-02-05", "late", true)]
    [InlineData("2024-02-06", "early", false)]
    [InlineData("2024-02-05/07", "late", true)]
    [InlineData("2025", "early", false)]
    [InlineData(null, "early", true)]
    [InlineData(null, "late", true)]
    [InlineData(null, "undated", true)]
    public void A_claim_is_known_from_the_first_day_on_which_it_or_else_its_source_may_have_said_it(string? date, string source, bool isKnown) =>
        Assert.Equal(isKnown, On("2024-02-05").Has(Claim("c", date, source)));

    [Fact]
    public void Nothing_is_known_before_anything_was_said()
    {
        var (dated, undated) = (Claim("c", "2024-01-30"), Claim("u", null));
        var incident = Incident(At(28));

        Assert.False(On("2024-01-27").HasAnything(incident, [dated, undated]));
        Assert.False(On("2024-01-29").HasAnything(incident, [dated]));
        Assert.True(On("2024-01-29").HasAnything(incident, [dated, undated]));
        Assert.True(On("2024-01-30").HasAnything(incident, [dated]));
        Assert.False(On("2024-01-27").HasAnything(incident, []));
        Assert.True(On("2024-01-28").HasAnything(incident, []));
    }

    [Fact]
    public void A_day_that_was_stated_is_the_first_day_whatever_the_clocks_showed_there()
    {
        var day = new Occurrence(new DateTimeOffset(2024, 2, 5, 0, 0, 0, TimeSpan.Zero), null, TimeSpan.FromHours(-5), TimePrecision.Day);
        var minute = new Occurrence(day.Start, null, TimeSpan.FromHours(-5), TimePrecision.Minute);

        Assert.False(On("2024-02-04").HasAnything(Incident(day), []));
        Assert.True(On("2024-02-04").HasAnything(Incident(minute), []));
    }

    [Fact]
    public void What_was_announced_before_it_happened_was_known_before() =>
        Assert.True(On("2024-01-20").HasAnything(Incident(At(28)), [Claim("c", "2024-01-15")]));

    [Fact]
    public void The_toll_is_what_was_claimed_by_then_once_a_claim_about_it_came_later()
    {
        var incident = Incident(At(28)) with { Injured = new TollReading(new Toll(25, 47, 100), "with hindsight", new Evidence([Basis.Source("late")], Confidence.High)) };
        ValueList<Claim> claims = [Injured("a", "2024-01-28", 25, 25), Injured("b", "2024-01-28", 34, null), Injured("c", "2024-02-08", 47, 47), Injured("u", null, 80, null)];

        Assert.Equal(
            new TollReading(new Toll(25, null, 34), "The highest figure is a least: 34 or more.", new Evidence([Basis.Source("undated")], null)),
            On("2024-01-29").Of(incident, claims, _ => true).Injured);
        Assert.Equal(new Toll(25, null, 25), On("2024-01-29").Of(incident, claims, claim => claim.Id == "a").Injured.Toll);
        Assert.Equal(incident.Injured with { Evidence = new Evidence([Basis.Source("late")], Confidence.High) }, On("2024-02-08").Of(incident, claims, _ => true).Injured);
    }

    [Fact]
    public void What_an_incident_rests_on_is_what_was_there_by_then()
    {
        var rests = new Evidence([Basis.Source("early"), Basis.Source("late"), Basis.Source("undated"), Basis.GeneralKnowledge], Confidence.Low);
        var incident = On("2024-01-31").Of(Incident(At(28)) with { Evidence = rests }, [], _ => true);

        Assert.Equal(new Evidence([Basis.Source("early"), Basis.Source("undated"), Basis.GeneralKnowledge], Confidence.Low), incident.Evidence);
    }

    [Fact]
    public void A_relation_is_there_when_its_other_end_has_begun_and_one_of_its_sources_has_spoken()
    {
        Assert.False(On("2024-01-27").Has(Relation("early"), At(28)));
        Assert.False(On("2024-01-28").Has(Relation("early"), At(28)));
        Assert.True(On("2024-01-29").Has(Relation("early", "late"), At(28)));
        Assert.True(On("2024-01-28").Has(Relation(), At(28)));
        Assert.True(On("2024-01-01").Has(Relation(), null));
    }

    [Fact]
    public void A_retraction_is_dated_by_the_correction_that_names_the_claim()
    {
        var claim = Claim("notice", "2024-02-02") with { Status = ClaimStatus.Retracted };
        (Relation, Occurrence?)[] corrections = [(Relation(), At(28)), (new Relation("r", "statement", "corrects", "incident", null, _unsaid, "withdraws notice"), At(5, 2))];

        Assert.Equal(new ClaimTurn(ClaimStatus.Retracted, new DateOnly(2024, 2, 5), null), On("2024-02-02").TurnOf(claim, [claim], corrections));
        Assert.Equal(new ClaimTurn(ClaimStatus.Retracted, null, null), On("2024-02-02").TurnOf(claim, [claim, Claim("other", "2024-02-03", by: "another")], []));
    }

    [Fact]
    public void A_claim_is_superseded_by_the_next_of_the_same_claimant_before_that_of_another()
    {
        var first = Claim("first", "2024-02-02") with { Status = ClaimStatus.Superseded };
        var (mine, others, wrong) = (Claim("mine", "2024-02-04"), Claim("others", "2024-02-03", by: "another"), Claim("wrong", "2024-02-03") with { Status = ClaimStatus.Contradicted });

        Assert.Equal(new ClaimTurn(ClaimStatus.Superseded, new DateOnly(2024, 2, 4), mine), On("2024-02-02").TurnOf(first, [first, others, wrong, mine], []));
        Assert.Equal(new ClaimTurn(ClaimStatus.Superseded, new DateOnly(2024, 2, 3), others), On("2024-02-02").TurnOf(first, [first, others, wrong], []));
        Assert.Null(On("2024-02-02").TurnOf(mine, [first, mine], []));
    }

    [Fact]
    public void More_is_known_on_a_later_day_and_everything_on_the_last() =>
        ForAll(from claims in Claims from one in Days from other in Days select (claims, one, other), made =>
        {
            var (claims, earlier, later) = (made.claims, new KnownOn(Min(made.one, made.other), _sources), new KnownOn(Max(made.one, made.other), _sources));
            Assert.All(claims.Where(earlier.Has), claim => Assert.True(later.Has(claim)));
            Assert.Equal(claims, claims.Where(new KnownOn(DateOnly.MaxValue, _sources).Has));
        });

    [Fact]
    public void On_the_last_day_an_incident_is_as_it_is() =>
        ForAll(Claims, claims =>
        {
            var incident = Incident(At(28)) with { Injured = new TollReading(new Toll(1, 2, 3), "a note", new Evidence([Basis.Source("late")], null)) };
            Assert.Equal(incident, new KnownOn(DateOnly.MaxValue, _sources).Of(incident, claims, _ => false));
        });

    [Fact]
    public void The_toll_of_a_day_holds_every_figure_that_counts_for_it() =>
        ForAll(Numbers, numbers =>
        {
            var toll = ClaimedToll.Range(numbers);
            Assert.All(numbers, number => Assert.True(toll.Low is null || toll.Low <= (number.Low ?? 0)));
            Assert.All(numbers, number => Assert.True(toll.High is null || toll.High >= (number.High ?? number.Low)));
            Assert.Equal(numbers.Length == 0, toll.IsUnknown);
        });

    [Theory]
    [InlineData(new string?[] { "Iraq", "Iraq" }, "16–23", "This counts Iraq only.")]
    [InlineData(new[] { "Iraq", "Syria" }, "not known", "The claims count different parts, so that no total is given.")]
    [InlineData(new[] { "Iraq", null }, "23", null)]
    public void Parts_are_never_added_up_to_a_total(string?[] scopes, string toll, string? note)
    {
        int[] figures = [16, 23];
        var reading = ClaimedToll.Of(scopes.Index().Select(scope => Claim($"c{scope.Index}", null) with { Number = new ClaimedNumber(figures[scope.Index], figures[scope.Index], scope.Item) }));
        Assert.Equal((toll, note), (TollWords.Of(reading.Toll), reading.Note));
    }

    [Fact]
    public void Changes_of_claims_are_told_by_their_ids()
    {
        var (kept, gone, turned) = (Claim("kept", null), Claim("gone", null), Claim("turned", null));
        var (retracted, added) = (turned with { Status = ClaimStatus.Retracted }, Claim("added", null));

        var changes = ClaimChange.Between([kept, gone, turned], [added, retracted, kept]);

        Assert.Equal([new(null, added), new(turned, retracted), new(gone, null)], changes);
        Assert.Equal((true, false, (ClaimStatus?)null), (changes[0].IsAdded, changes[0].IsWithdrawn, changes[0].NewStatus));
        Assert.Equal(((ClaimStatus?)ClaimStatus.Retracted, retracted), (changes[1].NewStatus, changes[1].Claim));
        Assert.Equal((true, gone), (changes[2].IsWithdrawn, changes[2].Claim));
    }

    private static Gen<DateOnly> Days => Gen.Choose(0, 800).Select(days => new DateOnly(2023, 12, 1).AddDays(days));

    private static Gen<ValueList<Claim>> Claims =>
        (from date in Gen.Elements<string?>(null, "2024", "2024-02", "2024-02-05", "2025-03-01", "2024-01-29/31")
         from source in Gen.Elements("early", "late", "undated", "unknown")
         select Claim("c", date, source) with { Predicate = TollPredicate.Injured }).ListOf().Select(claims => claims.ToValueList());

    private static Gen<ClaimedNumber[]> Numbers =>
        (from low in Gen.Choose(0, 50)
         from more in Gen.Choose(0, 50)
         from form in Gen.Choose(0, 2)
         select form switch
         {
             0 => new ClaimedNumber(low, null),
             1 => new ClaimedNumber(null, low),
             _ => new ClaimedNumber(low, low + more),
         }).ArrayOf();

    private static KnownOn On(string day) => new(DateOnly.ParseExact(day, "yyyy-MM-dd", null), _sources);

    private static Occurrence At(int day, int month = 1) =>
        new(new DateTimeOffset(2024, month, day, 2, 30, 0, TimeSpan.Zero), null, TimeSpan.FromHours(3), TimePrecision.Hour);

    private static Relation Relation(params string[] sources) =>
        new("relation", "incident", "follows", "other", null, new Evidence(sources.Select(Basis.Source).ToValueList(), null), null);

    private static Source Source(string id, string? date) => new()
    {
        Id = id,
        Publisher = id,
        Date = date is null ? null : PartialDate.Parse(date),
        Nature = "text",
        Address = null,
        QuotesPrimaryStatement = false,
    };

    private static Claim Injured(string id, string? date, int low, int? high) =>
        Claim(id, date) with { Predicate = TollPredicate.Injured, Number = new ClaimedNumber(low, high) };

    private static Claim Claim(string id, string? date, string source = "undated", string by = "somebody") => new()
    {
        Id = id,
        IncidentId = "incident",
        Predicate = "prior_notice",
        Claimant = new Claimant(null, by),
        Value = "something",
        Number = null,
        SourceId = source,
        Date = date is null ? null : PartialDate.Parse(date),
        Status = ClaimStatus.Asserted,
        Evidence = _unsaid,
    };

    private static Incident Incident(Occurrence? occurrence) => new()
    {
        Id = "incident",
        Slug = "incident",
        Title = "Incident",
        Kind = IncidentKind.Attack,
        Summary = "",
        Occurrence = occurrence,
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

    private static DateOnly Min(DateOnly one, DateOnly other) => one < other ? one : other;

    private static DateOnly Max(DateOnly one, DateOnly other) => one < other ? other : one;

    private static void ForAll<T>(Gen<T> generator, Action<T> holds) =>
        Prop.ForAll(generator.ToArbitrary(), holds).Check(Config.QuickThrowOnFailure.WithMaxTest(300).WithQuietOnSuccess(true));
}
