using Dashboard.Data;
using Dashboard.Domain;
using Dashboard.Domain.Sources;
using Dashboard.Web.Explore;
using Dashboard.Web.KnownThen;

namespace Dashboard.Web.Incidents;

/// <summary>
/// An incident as it was known on a day that is over: as the store held it when the day ended, or, for days before there
/// was a store, as it stands now; in either case without what is dated after the day.
/// </summary>
public sealed class AsKnownOn
{
    private readonly Dictionary<string, string> _later;

    private AsKnownOn(DateOnly day, RevisionRecord? revision, IncidentRecord? record, bool isHere, IncidentRecord? present, SinceThen since)
    {
        (Day, Revision, Record, IsHere, Present, Since) = (day, revision, record, isHere, present, since);
        _later = since.Changes.Where(change => change.Badge is not null).ToDictionary(change => change.Claim.Id, change => change.Badge!);
    }

    public DateOnly Day { get; }

    /// <summary>The last change that the store had when the day ended; null where there was no store yet.</summary>
    public RevisionRecord? Revision { get; }

    /// <summary>What was known, for the parts of the page; null where nothing was.</summary>
    public IncidentRecord? Record { get; }

    /// <summary>False where the store, though it was there, had no such incident.</summary>
    public bool IsHere { get; }

    /// <summary>The incident as it stands now; null where it was taken away since.</summary>
    public IncidentRecord? Present { get; }

    public SinceThen Since { get; }

    /// <summary>How many of the claims shown are dated by nobody.</summary>
    public int Undated { get; private init; }

    /// <summary>What became of a claim after the day, for a badge on it; null where nothing did.</summary>
    public string? LaterOf(Claim claim) => _later.GetValueOrDefault(claim.Id);

    /// <summary>What became of a toll after the day, for a badge on it: "later: 47 → 100"; null where nothing did.</summary>
    public string? LaterOf(string predicate) => Since.Tolls.FirstOrDefault(toll => toll.Predicate == predicate) is { } toll ? $"later: {toll.Words}" : null;

    /// <summary>The page of the incident as it was known on a day, or as it is known now.</summary>
    public static string AddressOf(string slug, DateOnly? day) =>
        ViewAddress.OfIncident(slug) + (day is { } past ? $"?asof={KnownView.Word(past)}" : "");

    /// <returns>Null where no incident has or had the slug.</returns>
    public static AsKnownOn? Of(DashboardStore store, string slug, DateOnly day, IncidentRecord? present)
    {
        var revision = KnownView.LastOn(store, day);
        var held = revision is null ? present : store.FindIncident(slug, revision.Id);
        if (held is null)
        {
            return present is null ? null : new AsKnownOn(day, revision, null, isHere: false, present, SinceThen.Nothing);
        }

        var known = new KnownOn(day, held.Sources);
        var incident = KnownIncident.Of(known, HeldIncident.Of(held), present is null ? null : HeldIncident.Of(present));
        return known.HasAnything(held.Incident, held.Claims)
            ? new AsKnownOn(day, revision, Shown(known, held, incident, hasStore: revision is not null), isHere: true, present, incident.Since) { Undated = held.Claims.Count(claim => known.DayOf(claim) is null) }
            : new AsKnownOn(day, revision, null, isHere: true, present, incident.Since);
    }

    private static IncidentRecord Shown(KnownOn known, IncidentRecord held, KnownIncident incident, bool hasStore)
    {
        return held with
        {
            Incident = incident.Incident,
            Claims = incident.Claims,
            Sources = held.Sources.Where(known.Has).ToValueList(),
            Answers = Known(held.Answers),
            AnsweredBy = Known(held.AnsweredBy),
            ClaimsElsewhere = held.ClaimsElsewhere.Where(other => known.Has(other.Claim)).ToValueList(),
            Corrections = held.Corrections.Where(correction => known.Has(correction.Relation, correction.Occurrence)).ToValueList(),
            Conflicts = held.Conflicts.Where(conflict => Named(conflict).All(known.Has)).ToValueList(),
            // Before there was a store, nothing had been changed in it.
            Revisions = hasStore ? held.Revisions : [],
        };

        // A conflict has no date of its own: it is known when all that it is about has been said.
        IEnumerable<Source> Named(Conflict conflict)
        {
            var ids = conflict.Basis.Select(basis => basis.SourceId).Concat(conflict.SourceIds).ToHashSet();
            return held.Sources.Where(source => ids.Contains(source.Id));
        }

        ValueList<RelatedIncident> Known(ValueList<RelatedIncident> related) =>
            related.Where(other => known.Has(other.Relation, other.Occurrence)).Select(other => other with { Relation = known.Of(other.Relation) }).ToValueList();
    }
}
