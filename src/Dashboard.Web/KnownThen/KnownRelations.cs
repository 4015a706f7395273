using Dashboard.Data;
using Dashboard.Domain;
using Dashboard.Domain.Sources;
using Dashboard.Web.Explore;

namespace Dashboard.Web.KnownThen;

/// <summary>Relations and chains as they were known on a day: between incidents of which something was known, and said by somebody by then.</summary>
internal static class KnownRelations
{
    /// <summary>Those of the relations that were known, each resting on what it rested on then, and standing as its claims stood.</summary>
    public static IReadOnlyList<JoinedRelation> Of(ExploredRevision revision, DateOnly day, IReadOnlyList<JoinedRelation> relations)
    {
        var known = DatesOf(revision, day, relations);
        return [.. relations.Select(joined => Of(known[joined.From.Dataset], joined)).OfType<JoinedRelation>()];
    }

    /// <summary>The chain as far as it was known; null where nothing was known of the incident that it is asked about.</summary>
    public static IncidentChain? Of(ExploredRevision revision, DateOnly day, IncidentChain chain)
    {
        var all = Of(revision, day, [.. chain.Answers, .. chain.Others]);
        if (!new KnownOn(day, SourcesOf(revision, [chain.Selected])).HasAnything(chain.Selected.Incident, chain.Selected.Claims))
        {
            return null;
        }

        var steps = all.Where(joined => joined.IsStep).ToList();
        var reached = Reached(chain.Selected, steps);
        return chain with
        {
            Steps = [.. chain.Steps.Where(step => reached.Contains(step.Number))],
            Answers = [.. steps.Where(joined => reached.Contains(joined.From.Number))],
            Others = [.. all.Where(joined => !joined.IsStep && (joined.From.Number == chain.Selected.Number || joined.To.Number == chain.Selected.Number))],
        };
    }

    private static JoinedRelation? Of(KnownOn known, JoinedRelation joined)
    {
        var relation = joined.Relation;
        if (!IsKnown(joined.From) || !IsKnown(joined.To) || !known.Has(relation, joined.From.Incident.Occurrence) || !known.Has(relation, joined.To.Incident.Occurrence))
        {
            return null;
        }

        return new JoinedRelation(known.Of(relation), joined.From with { Claims = joined.From.Claims.Where(known.Has).ToValueList() }, joined.To);

        bool IsKnown(StoredIncident end) => known.HasAnything(end.Incident, end.Claims);
    }

    /// <summary>The steps that are still joined to one.</summary>
    private static HashSet<long> Reached(StoredIncident from, List<JoinedRelation> steps)
    {
        HashSet<long> reached = [from.Number];
        for (var before = 0; before < reached.Count;)
        {
            before = reached.Count;
            foreach (var step in steps.Where(step => reached.Contains(step.From.Number) || reached.Contains(step.To.Number)))
            {
                reached.Add(step.From.Number);
                reached.Add(step.To.Number);
            }
        }

        return reached;
    }

    private static Dictionary<string, KnownOn> DatesOf(ExploredRevision revision, DateOnly day, IReadOnlyList<JoinedRelation> relations)
    {
        var ends = relations.SelectMany(joined => new[] { joined.From, joined.To });
        var evidence = relations.ToLookup(joined => joined.From.Dataset, joined => joined.Relation.Evidence);
        return ends.GroupBy(end => end.Dataset).ToDictionary(
            dataset => dataset.Key,
            dataset => new KnownOn(day, SourcesOf(revision, [.. dataset.DistinctBy(end => end.Number)], evidence[dataset.Key])));
    }

    /// <summary>The sources that tell when the incidents' claims, and what else rests on something, were said.</summary>
    private static IReadOnlyList<Source> SourcesOf(ExploredRevision revision, IReadOnlyList<StoredIncident> ofDataset, IEnumerable<Evidence>? evidence = null)
    {
        var ids = ofDataset.SelectMany(stored => stored.Claims.Select(claim => claim.SourceId))
            .Concat((evidence ?? []).SelectMany(one => one.Basis).Select(basis => basis.SourceId).OfType<string>());
        return revision.Read(reader => reader.Sources(ofDataset[0].Dataset, ids.Distinct()));
    }
}
