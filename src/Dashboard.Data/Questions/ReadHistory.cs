using System.Text.Json;
using Dapper;
using Dashboard.Data.Documents;
using Dashboard.Domain.Incidents;
using Dashboard.Domain.Sources;
using Microsoft.Data.Sqlite;

namespace Dashboard.Data.Questions;

/// <summary>What revisions did to incidents, with the difference in words: to one of them, the newest first, or to some.</summary>
internal sealed class ReadHistory(SqliteConnection connection, ColumnNames columns)
{
    private const string Columns = "number, dataset, id, from_revision AS Brought, to_revision AS Ended, document";

    private const string Versions = $"""
        SELECT * FROM (
          SELECT {Columns} FROM incident WHERE dataset = @Dataset AND id = @Id AND to_revision IS NULL AND from_revision <= @Last
          UNION ALL
          SELECT {Columns} FROM incident WHERE dataset = @Dataset AND id = @Id AND to_revision IS NOT NULL AND from_revision <= @Last)
        ORDER BY number DESC
        LIMIT @Take
        """;

    private const string OfNumber = $"SELECT {Columns} FROM incident WHERE number = @Number";

    /// <summary>By the incident: a revision may have brought a million others.</summary>
    private const string BroughtBy = $"""
        SELECT {Columns} FROM incident WHERE dataset = @Dataset AND id = @Id AND to_revision IS NULL AND from_revision = @Revision
        UNION ALL
        SELECT {Columns} FROM incident INDEXED BY incident_that_held WHERE dataset = @Dataset AND id = @Id AND to_revision IS NOT NULL AND from_revision = @Revision
        """;

    private const string Stamps = "SELECT id, stamp FROM revision WHERE id IN (SELECT value FROM json_each(@Ids))";

    /// <param name="number">Of any version of the incident.</param>
    /// <param name="last">The revision as of which is asked.</param>
    /// <param name="take">How many changes at most.</param>
    public IReadOnlyList<IncidentChange> Of(long number, long last, int take)
    {
        if (connection.QuerySingleOrDefault<Row>(OfNumber, new { Number = number }) is not { } any)
        {
            return [];
        }

        var versions = connection.Query<Row>(Versions, new { any.Dataset, any.Id, Last = last, Take = take + 1 }).ToList();
        var steps = new List<(long Revision, Row? Before, Row? After)>();
        foreach (var (index, version) in versions.Index())
        {
            var next = index == 0 ? null : versions[index - 1];
            if (version.Ended is { } ended && ended <= last && ended != next?.Brought)
            {
                steps.Add((ended, version, null));
            }

            var previous = index + 1 < versions.Count ? versions[index + 1] : null;
            steps.Add((version.Brought, previous, version));
        }

        return Changes([.. steps.Take(take)]);
    }

    /// <summary>Each of the changes, in their order.</summary>
    public IReadOnlyList<IncidentChange> Of(IReadOnlyList<ChangedIncident> changed)
    {
        var steps = new List<(long Revision, Row? Before, Row? After)>();
        foreach (var change in changed)
        {
            var row = connection.QuerySingle<Row>(OfNumber, new { change.Number });
            steps.Add(row.Brought == change.Revision
                ? (change.Revision, null, row)
                : (change.Revision, row, connection.QueryFirstOrDefault<Row>(BroughtBy, new { row.Dataset, row.Id, change.Revision })));
        }

        return Changes(steps);
    }

    private List<IncidentChange> Changes(List<(long Revision, Row? Before, Row? After)> steps)
    {
        var ids = steps.Select(step => step.Revision).Distinct().ToList();
        var revisions = ReadRevisions.Some(connection, ids).ToDictionary(revision => revision.Id);
        var stamps = connection.Query<(long Id, string Stamp)>(Stamps, new { Ids = JsonSerializer.Serialize(ids) }).ToDictionary(row => row.Id, row => row.Stamp);
        return [.. steps.Select(step => Change(revisions[step.Revision], stamps[step.Revision], step.Before, step.After))];
    }

    private IncidentChange Change(RevisionRecord revision, string stamp, Row? before, Row? after)
    {
        var (was, wasClaimed) = before is null ? default : IncidentDocument.Read(before.Document, columns);
        var (became, isClaimed) = after is null ? default : IncidentDocument.Read(after.Document, columns);
        var change = new IncidentChange
        {
            Number = (after ?? before!).Number,
            Revision = revision,
            Stamp = stamp,
            Nature = NatureOf(revision, before, after),
            Incident = became ?? was!,
        };
        return change.Nature != ChangeNature.Changed
            ? change
            : change with { Facts = FactChange.Between(was!, became!, NamesOf(before!.Dataset, was!, became!)), Claims = ClaimChange.Between(wasClaimed!, isClaimed!) };
    }

    private static ChangeNature NatureOf(RevisionRecord revision, Row? before, Row? after) => (before, after) switch
    {
        (_, null) => ChangeNature.Removed,
        (null, _) => revision.Undoes is null ? ChangeNature.Added : ChangeNature.Restored,
        _ when before.Ended == after.Brought => ChangeNature.Changed,
        _ => ChangeNature.Restored,
    };

    private FactChange.Names NamesOf(long dataset, Incident was, Incident became)
    {
        var places = ReadNames.Ask(connection, dataset, PartNature.Place, was.PlaceIds.Concat(became.PlaceIds).Distinct());
        var actors = ReadNames.Ask(connection, dataset, PartNature.Actor, was.Involvements.Concat(became.Involvements).Select(involvement => involvement.ActorId).Distinct());
        return new FactChange.Names(id => places.GetValueOrDefault(id)?.Name ?? id, id => actors.GetValueOrDefault(id)?.Name ?? id);
    }

    private sealed record Row
    {
        public required long Number { get; init; }

        public required long Dataset { get; init; }

        public required string Id { get; init; }

        public required long Brought { get; init; }

        public required long? Ended { get; init; }

        public required string Document { get; init; }
    }
}
