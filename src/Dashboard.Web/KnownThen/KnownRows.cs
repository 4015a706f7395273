using Dashboard.Data;
using Dashboard.Domain;
using Dashboard.Domain.Sources;
using Dashboard.Web.Explore;

namespace Dashboard.Web.KnownThen;

/// <summary>Lines of the list as they were known on a day.</summary>
/// <param name="Rows">With the tolls that had been claimed.</param>
/// <param name="Claims">By number, those that had been made, as they stood.</param>
/// <param name="Changed">By number, what changed since, in words.</param>
internal sealed record KnownRows(IReadOnlyList<IncidentSummary> Rows, IReadOnlyDictionary<long, ValueList<Claim>> Claims, IReadOnlyDictionary<long, string> Changed)
{
    public static KnownRows Of(ExploredRevision revision, DateOnly day, IReadOnlyList<IncidentSummary> rows)
    {
        var known = Known(revision, day, [.. rows.Select(row => row.Number)]);
        return new KnownRows(
            [.. rows.Select(row => known.TryGetValue(row.Number, out var then) ? row with { Killed = then.Incident.Killed.Toll, Injured = then.Incident.Injured.Toll } : row)],
            known.ToDictionary(then => then.Key, then => then.Value.Claims),
            known.Where(then => then.Value.Since.ChangedWords is not null).ToDictionary(then => then.Key, then => then.Value.Since.ChangedWords!));
    }

    private static Dictionary<long, KnownIncident> Known(ExploredRevision revision, DateOnly day, List<long> numbers)
    {
        var (held, sources, present) = revision.Read(reader =>
        {
            var corrections = reader.Corrections(numbers).ToLookup(joined => joined.To.Number);
            var stored = reader.Incidents(numbers).ToList();
            var named = stored.GroupBy(incident => incident.Dataset).ToDictionary(
                dataset => dataset.Key,
                dataset => reader.Sources(dataset.Key, dataset.SelectMany(incident => incident.Claims.Select(claim => claim.SourceId)).Distinct()));
            return (stored.Select(incident => (incident.Dataset, Held: Held(incident, corrections[incident.Number]))).ToList(), named, reader.Present(numbers));
        });
        var changed = present.Where(pair => pair.Key != pair.Value).Select(pair => pair.Value).ToList();
        var now = changed.Count == 0 ? [] : revision.Store.Read(reader => reader.Incidents(changed).ToDictionary(stored => stored.Number, stored => Held(stored, [])));
        return held.ToDictionary(
            one => one.Held.Number,
            one => KnownIncident.Of(new KnownOn(day, sources[one.Dataset]), one.Held, Now(one.Held)));

        HeldIncident? Now(HeldIncident then) =>
            !present.TryGetValue(then.Number, out var number) ? null : number == then.Number ? then : now.GetValueOrDefault(number);
    }

    private static HeldIncident Held(StoredIncident stored, IEnumerable<JoinedRelation> corrections) =>
        new(stored.Number, stored.Incident, stored.Claims, [.. corrections.Select(joined => (joined.Relation, joined.From.Incident.Occurrence))]);
}
