using Dapper;
using Dashboard.Data.Json;
using Dashboard.Domain;
using Dashboard.Domain.Sources;
using Microsoft.Data.Sqlite;

namespace Dashboard.Data.Revisions;

internal static class AddConflicts
{
    private const string Insert = """
        INSERT INTO conflict (dataset, id, position, title, sources, sources_say, record_says, handling, severity, incidents, evidence)
        VALUES (@Dataset, @Id, @Position, @Title, @Sources, @SourcesSay, @RecordSays, @Handling, @Severity, @Incidents, @Evidence)
        """;

    public static void Run(SqliteConnection connection, long dataset, ValueList<Conflict> conflicts, EvidenceLedger ledger) =>
        connection.Execute(Insert, conflicts.Select((conflict, position) => new
        {
            Dataset = dataset,
            conflict.Id,
            Position = position,
            conflict.Title,
            Sources = DatasetJson.OfWords(conflict.SourceIds),
            conflict.SourcesSay,
            conflict.RecordSays,
            conflict.Handling,
            Severity = EnumWord.Of(conflict.Severity),
            Incidents = DatasetJson.OfWords(conflict.IncidentIds),
            Evidence = ledger.Number(conflict.Basis),
        }));
}
