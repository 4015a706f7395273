using Dashboard.Domain.Incidents;
using Dashboard.Domain.Time;

namespace Dashboard.Domain.Sources;

/// <summary>
/// What had been said of an incident by a day: a claim that is dated after it, or that is undated and carried by a source
/// that is, does not exist yet. What nobody dates may have been said at any time, and is there from the beginning.
/// </summary>
public sealed class KnownOn
{
    /// <summary>The kind of a relation from a statement to the incident of which it corrects a claim.</summary>
    public const string Corrects = "corrects";

    private readonly Dictionary<string, Source> _sources;

    /// <param name="day">In whole; its last moment counts.</param>
    /// <param name="sources">Every source that is named; one that is not here is undated.</param>
    public KnownOn(DateOnly day, IEnumerable<Source> sources)
    {
        Day = day;
        _sources = sources.DistinctBy(source => source.Id).ToDictionary(source => source.Id);
    }

    public DateOnly Day { get; }

    /// <summary>The first day on which the claim may have been made; null where neither it nor its source tells.</summary>
    public DateOnly? DayOf(Claim claim) => (claim.Date ?? _sources.GetValueOrDefault(claim.SourceId)?.Date)?.Earliest;

    public bool Has(Claim claim) => !(DayOf(claim) > Day);

    public bool Has(Source source) => !(source.Date?.Earliest > Day);

    /// <summary>A relation is there when both ends have begun and one of the sources that it rests on, if any, has said so.</summary>
    /// <param name="other">When the incident at its other end was.</param>
    public bool Has(Relation relation, Occurrence? other) => HasBegun(other) && HasAnyOf(relation.Evidence);

    /// <summary>True when anything was known: a dated claim, or the incident had begun and not all of its claims came later.</summary>
    public bool HasAnything(Incident incident, IReadOnlyList<Claim> claims)
    {
        var known = claims.Where(Has).ToList();
        return known.Exists(claim => DayOf(claim) is not null) || (HasBegun(incident.Occurrence) && (claims.Count == 0 || known.Count > 0));
    }

    /// <summary>
    /// What became of a claim that was withdrawn or overtaken; null for one that stands. A correction that names it in its
    /// note tells when; else the next claim about the same does, that of the same claimant before all others.
    /// </summary>
    /// <param name="claims">All of the incident.</param>
    /// <param name="corrections">Relations that end at the incident, each with the time of the incident that it starts from.</param>
    public ClaimTurn? TurnOf(Claim claim, IReadOnlyList<Claim> claims, IEnumerable<(Relation Relation, Occurrence? From)> corrections)
    {
        if (claim.Status is not (ClaimStatus.Retracted or ClaimStatus.Superseded))
        {
            return null;
        }

        var (relation, from) = corrections.FirstOrDefault(one => one.Relation.Kind == Corrects && (one.Relation.Note?.Contains(claim.Id, StringComparison.Ordinal) ?? false));
        if (relation is not null)
        {
            return new ClaimTurn(claim.Status, from is null ? null : FirstDay(from), null);
        }

        var (said, isRetracted) = (DayOf(claim), claim.Status == ClaimStatus.Retracted);
        var next = claims
            .Where(other => other.Id != claim.Id && other.Predicate == claim.Predicate && DayOf(other) >= said && Stands(other))
            .Where(other => !isRetracted || IsOfSame(other, claim))
            .OrderByDescending(other => IsOfSame(other, claim))
            .ThenBy(DayOf)
            .FirstOrDefault();
        return new ClaimTurn(claim.Status, next is null ? null : DayOf(next), next);
    }

    /// <summary>What the evidence rested on by then.</summary>
    public Evidence Of(Evidence evidence) => evidence with { Basis = Of(evidence.Basis) };

    /// <summary>The relation as far as it was said by then.</summary>
    public Relation Of(Relation relation) => new(relation.Id, relation.FromId, relation.Kind, relation.ToId, relation.AssertedBy, Of(relation.Evidence), relation.Note);

    /// <summary>
    /// The incident with the toll that was claimed by then, resting on nothing that came later. Its words, its time and its
    /// place are as they are: nobody dates them.
    /// </summary>
    /// <param name="claims">All of it.</param>
    /// <param name="counts">Whether a claim that was made by then still stood then.</param>
    public Incident Of(Incident incident, IReadOnlyList<Claim> claims, Func<Claim, bool> counts) => incident with
    {
        Evidence = Of(incident.Evidence),
        OccurrenceEvidence = Of(incident.OccurrenceEvidence),
        GeometryEvidence = Of(incident.GeometryEvidence),
        Weapons = incident.Weapons.Select(weapon => weapon with { Basis = Of(weapon.Basis) }).ToValueList(),
        Involvements = incident.Involvements.Select(involvement => involvement with { Evidence = Of(involvement.Evidence) }).ToValueList(),
        Killed = Of(incident.Killed, [.. claims.Where(claim => claim.Predicate == TollPredicate.Killed)], counts),
        Injured = Of(incident.Injured, [.. claims.Where(claim => claim.Predicate == TollPredicate.Injured)], counts),
    };

    /// <summary>The reading as it is, unless a claim about it came later: then what was claimed by then.</summary>
    private TollReading Of(TollReading reading, List<Claim> claims, Func<Claim, bool> counts)
    {
        if (claims.TrueForAll(Has))
        {
            return reading with { Evidence = Of(reading.Evidence) };
        }

        var known = claims.Where(claim => Has(claim) && counts(claim)).ToList();
        var dated = known.Where(claim => DayOf(claim) is not null).ToList();
        return ClaimedToll.Of(dated.Count > 0 ? dated : known);
    }

    private ValueList<Basis> Of(ValueList<Basis> bases) => bases.Where(Has).ToValueList();

    private bool HasAnyOf(Evidence evidence) => evidence.Basis.Count == 0 || evidence.Basis.Any(Has);

    private bool Has(Basis basis) => basis.SourceId is not { } id || _sources.GetValueOrDefault(id) is not { } source || Has(source);

    private bool HasBegun(Occurrence? occurrence) => occurrence is null || FirstDay(occurrence) <= Day;

    /// <summary>The day on which it began: as it was stated, or in UTC or where it was, whichever calendar was first.</summary>
    public static DateOnly FirstDay(Occurrence occurrence)
    {
        var utc = occurrence.Start.UtcDateTime;
        var local = occurrence.Precision >= TimePrecision.Day ? utc : Clock.Local.WallTime(occurrence.Start, occurrence.LocalOffset);
        return DateOnly.FromDateTime(local < utc ? local : utc);
    }

    private static bool Stands(Claim claim) => claim.Status is not (ClaimStatus.Retracted or ClaimStatus.Superseded or ClaimStatus.Contradicted);

    private static bool IsOfSame(Claim one, Claim other) =>
        one.Claimant.ActorId is { } actor ? actor == other.Claimant.ActorId : one.Claimant.Name == other.Claimant.Name;
}

/// <summary>That a claim was withdrawn or overtaken.</summary>
/// <param name="Status">What it is since.</param>
/// <param name="Day">Since when; null where the record does not tell.</param>
/// <param name="By">The claim that came in its place, where one did.</param>
public sealed record ClaimTurn(ClaimStatus Status, DateOnly? Day, Claim? By);
