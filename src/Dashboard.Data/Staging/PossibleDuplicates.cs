using System.Diagnostics;
using Dashboard.Data.Engines;
using Dashboard.Data.Text;
using Dashboard.Domain;
using Dashboard.Domain.Incidents;
using Dashboard.Domain.Places;
using Microsoft.Data.Sqlite;

namespace Dashboard.Data.Staging;

/// <summary>
/// Added incidents that may be in the store already: within a day of one there, no farther from it than the less precise of
/// the two is known, and with an actor in common. Two files about the same days have very many pairs to look at, so this ends
/// after a while: what it names is true, but it need not be all.
/// </summary>
internal static class PossibleDuplicates
{
    private const int Most = 200;

    private const string Pairs = """
        SELECT r.position, i.number, r.latitude, r.longitude, i.latitude, i.longitude
        FROM incident r
        CROSS JOIN store.incident i INDEXED BY incident_by_start
          ON i.to_revision IS NULL AND i.start_ms BETWEEN r.start_ms - 86400000 AND r.start_ms + 86400000
          AND i.latitude BETWEEN r.latitude - 0.91 AND r.latitude + 0.91
          AND i.is_lead = r.is_lead
        WHERE r.latitude IS NOT NULL AND NOT EXISTS (SELECT 1 FROM known k WHERE k.position = r.position)
        """;

    private static readonly TimeSpan _longest = TimeSpan.FromSeconds(1);

    /// <param name="connection">The staging file's, compared, with the store attached.</param>
    public static ValueList<PossibleDuplicate> Find(SqliteConnection connection, StagedDocuments documents, CancellationToken stop)
    {
        var clock = Stopwatch.StartNew();
        using var interruption = new Interruption(connection, () => clock.Elapsed > _longest || stop.IsCancellationRequested);
        var found = new List<PossibleDuplicate>();
        try
        {
            using var pairs = new RawStatement(connection, Pairs);
            StagedDocuments.Found? added = null;
            for (var position = 0L; found.Count < Most && pairs.Step();)
            {
                var apart = new GeoPoint(pairs.Real(2), pairs.Real(3)).MetresTo(new GeoPoint(pairs.Real(4), pairs.Real(5)));
                if (apart > GeoPrecision.PlacedLimitMetres)
                {
                    continue;
                }

                added = added is not null && position == pairs.Integer(0) ? added : documents.ReadStaged(pairs.Integer(0));
                position = pairs.Integer(0);
                var existing = documents.ReadStored(pairs.Integer(1));
                if (apart <= Math.Max(Precision(added.Incident), Precision(existing.Incident)) && HaveActorInCommon(added, existing))
                {
                    found.Add(new PossibleDuplicate(added.Line, added.Incident.Title, existing.Incident.Slug, existing.Incident.Title));
                }
            }
        }
        catch (SqliteException error) when (Interruption.IsInterruption(error))
        {
            stop.ThrowIfCancellationRequested();
        }

        return found.ToValueList();
    }

    private static double Precision(Incident incident) => incident.Precision?.Metres ?? 0;

    private static bool HaveActorInCommon(StagedDocuments.Found one, StagedDocuments.Found other)
    {
        var (ids, others) = (Ids(one), Ids(other));
        return ids.Overlaps(others) || ids.SelectMany(id => Names(one, id)).ToHashSet().Overlaps(others.SelectMany(id => Names(other, id)));
    }

    private static HashSet<string> Ids(StagedDocuments.Found found) => [.. found.Incident.Involvements.Select(involvement => involvement.ActorId)];

    /// <summary>Its names in every spelling, each as one word.</summary>
    private static IEnumerable<string> Names(StagedDocuments.Found found, string id) => found.Actor(id) is { } actor
        ? actor.Aliases.Select(alias => alias.Text).Prepend(actor.Name).Select(name => Spelling.Join(Spelling.Words(name))).Where(name => name.Length > 0)
        : [];
}
