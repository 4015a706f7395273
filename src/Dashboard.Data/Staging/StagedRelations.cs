using System.Text.Json;
using Dapper;
using Dashboard.Data.Import;
using Dashboard.Data.Json;
using Dashboard.Domain.Incidents;
using Microsoft.Data.Sqlite;

namespace Dashboard.Data.Staging;

/// <summary>
/// The relations that an export tells before its incidents: one with an incident that neither the file nor the store has in
/// that dataset is refused, and so is one that would make an incident a part of itself. The connection is the staging file's, with the store attached as <c>store</c>.
/// </summary>
internal static class StagedRelations
{
    /// <summary>Of a relation that lacks both ends, the first.</summary>
    private const string Dangling = """
        SELECT p.number, p.dataset, p.document, side.value AS missing, min(side.key)
        FROM part p
        CROSS JOIN json_each(json_array(json_extract(p.document, '$.fromId'), json_extract(p.document, '$.toId'))) side
        WHERE p.nature = 'relation'
          AND NOT EXISTS (SELECT 1 FROM incident r WHERE r.dataset = p.dataset AND r.id = side.value)
          AND NOT EXISTS (
            SELECT 1
            FROM dataset d
            CROSS JOIN store.incident i INDEXED BY incident_that_holds ON i.dataset = d.stored AND i.id = side.value AND i.to_revision IS NULL
            WHERE d.number = p.dataset)
        GROUP BY p.number
        ORDER BY p.number
        """;

    /// <summary>Those of the store that the file leaves as they are come first: a new one must not close a circle with them.</summary>
    private const string Parts = """
        SELECT d.number AS Dataset, NULL AS Number, s.document AS Document
        FROM dataset d
        CROSS JOIN store.part s ON s.dataset = d.stored AND s.nature = 'relation' AND s.to_revision IS NULL
        WHERE s.document ->> 'kind' = @Kind
          AND EXISTS (SELECT 1 FROM part p WHERE p.dataset = d.number AND p.nature = 'relation' AND p.document ->> 'kind' = @Kind)
          AND NOT EXISTS (SELECT 1 FROM part p WHERE p.dataset = d.number AND p.nature = 'relation' AND p.id = s.id)
        UNION ALL
        SELECT p.dataset, p.number, p.document
        FROM part p
        WHERE p.nature = 'relation' AND p.document ->> 'kind' = @Kind
        ORDER BY 1, 2
        """;

    private const string Delete = "DELETE FROM part WHERE number = @Number";

    /// <summary>Takes them out. The datasets must have been found in the store before.</summary>
    public static void RefuseDangling(SqliteConnection connection, StagedDatasets datasets, StagedRefusals refusals)
    {
        foreach (var (number, dataset, document, missing) in connection.Query<(long Number, int Dataset, string Document, string Missing)>(Dangling).ToList())
        {
            var relation = JsonSerializer.Deserialize<Relation>(document, DatasetJson.Compact)!;
            refusals.Add(new Refusal(
                datasets.LineOf(dataset),
                "relations",
                $"{relation.FromId} {relation.Kind} {relation.ToId}",
                $"relation {relation.Id}: there is no incident {missing}, neither in the file nor in the dataset; add it, or leave the relation out"));
            connection.Execute(Delete, new { Number = number });
        }
    }

    /// <summary>Takes them out. Those that lead nowhere must be out already.</summary>
    public static void RefuseCircles(SqliteConnection connection, StagedDatasets datasets, StagedRefusals refusals)
    {
        var parts = connection.Query<(int Dataset, long? Number, string Document)>(Parts, new { Kind = RelationKinds.PartOf }).ToList();
        foreach (var ofDataset in parts.GroupBy(part => part.Dataset))
        {
            var circles = new PartCircles();
            foreach (var (dataset, number, document) in ofDataset)
            {
                var relation = JsonSerializer.Deserialize<Relation>(document, DatasetJson.Compact)!;
                if (circles.Add(relation) is { } way && number is not null)
                {
                    refusals.Add(new Refusal(
                        datasets.LineOf(dataset),
                        "relations",
                        $"{relation.FromId} {relation.Kind} {relation.ToId}",
                        $"relation {relation.Id}: {relation.FromId} would be part of itself: {string.Join(", part of ", way)}; leave one of these relations out"));
                    connection.Execute(Delete, new { Number = number });
                }
            }
        }
    }
}
