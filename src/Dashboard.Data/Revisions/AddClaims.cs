using Dapper;
using Dashboard.Domain;
using Dashboard.Domain.Sources;
using Microsoft.Data.Sqlite;

namespace Dashboard.Data.Revisions;

internal static class AddClaims
{
    private const string Insert = """
        INSERT INTO claim (dataset, id, position, incident, predicate, actor, claimant, value,
          number_low, number_high, number_scope, number_unit, source, date, status, evidence, note)
        VALUES (@Dataset, @Id, @Position, @IncidentId, @Predicate, @Actor, @Claimant, @Value,
          @Low, @High, @Scope, @Unit, @SourceId, @Date, @Status, @Evidence, @Note)
        """;

    public static void Run(SqliteConnection connection, long dataset, ValueList<Claim> claims, EvidenceLedger ledger) =>
        connection.Execute(Insert, claims.Select((claim, position) => new
        {
            Dataset = dataset,
            claim.Id,
            Position = position,
            claim.IncidentId,
            claim.Predicate,
            Actor = claim.Claimant.ActorId,
            Claimant = claim.Claimant.Name,
            claim.Value,
            Low = claim.Number?.Low,
            High = claim.Number?.High,
            Scope = claim.Number?.Scope,
            Unit = claim.Number?.Unit,
            claim.SourceId,
            Date = claim.Date?.Text,
            Status = EnumWord.Of(claim.Status),
            Evidence = ledger.Number(claim.Evidence),
            claim.Note,
        }));
}
