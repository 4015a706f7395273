using Dapper;
using Dashboard.Data.Json;
using Dashboard.Domain;
using Dashboard.Domain.Sources;
using Microsoft.Data.Sqlite;

namespace Dashboard.Data.Revisions;

internal static class AddNotes
{
    private const string Insert = """
        INSERT INTO note (dataset, id, position, title, examples, advice, evidence)
        VALUES (@Dataset, @Id, @Position, @Title, @Examples, @Advice, @Evidence)
        """;

    public static void Run(SqliteConnection connection, long dataset, ValueList<DatasetNote> notes, EvidenceLedger ledger) =>
        connection.Execute(Insert, notes.Select((note, position) => new
        {
            Dataset = dataset,
            note.Id,
            Position = position,
            note.Title,
            Examples = DatasetJson.OfWords(note.Examples),
            note.Advice,
            Evidence = ledger.Number(note.Basis),
        }));
}
