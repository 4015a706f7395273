using Dapper;
using Dashboard.Domain;
using Dashboard.Domain.Incidents;
using Microsoft.Data.Sqlite;

namespace Dashboard.Data.Revisions;

internal static class AddRelations
{
    private const string Insert = """
        INSERT INTO relation (dataset, id, position, from_incident, kind, to_incident, asserting_actor, asserted_by, evidence, note)
        VALUES (@Dataset, @Id, @Position, @FromId, @Kind, @ToId, @Actor, @AssertedBy, @Evidence, @Note)
        """;

    public static void Run(SqliteConnection connection, long dataset, ValueList<Relation> relations, EvidenceLedger ledger) =>
        connection.Execute(Insert, relations.Select((relation, position) => new
        {
            Dataset = dataset,
            relation.Id,
            Position = position,
            relation.FromId,
            relation.Kind,
            relation.ToId,
            Actor = relation.AssertedBy?.ActorId,
            AssertedBy = relation.AssertedBy?.Name,
            Evidence = ledger.Number(relation.Evidence),
            relation.Note,
        }));
}
