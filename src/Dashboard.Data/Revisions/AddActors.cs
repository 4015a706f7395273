using Dapper;
using Dashboard.Data.Json;
using Dashboard.Domain;
using Dashboard.Domain.Actors;
using Microsoft.Data.Sqlite;

namespace Dashboard.Data.Revisions;

internal static class AddActors
{
    private const string Insert = """
        INSERT INTO actor (dataset, id, position, name, nature, parent, affiliations, evidence, note)
        VALUES (@Dataset, @Id, @Position, @Name, @Nature, @ParentId, @Affiliations, @Evidence, @Note)
        """;

    private const string InsertAlias = """
        INSERT INTO actor_alias (dataset, actor, position, text, note)
        VALUES (@Dataset, @Owner, @Position, @Text, @Note)
        """;

    public static void Run(SqliteConnection connection, long dataset, ValueList<Actor> actors, EvidenceLedger ledger)
    {
        connection.Execute(Insert, actors.Select((actor, position) => new
        {
            Dataset = dataset,
            actor.Id,
            Position = position,
            actor.Name,
            actor.Nature,
            actor.ParentId,
            Affiliations = DatasetJson.OfWords(actor.Affiliations),
            Evidence = ledger.Number(actor.Evidence),
            actor.Note,
        }));
        connection.Execute(InsertAlias, actors.SelectMany(actor => actor.Aliases.Select((alias, position) => new
        {
            Dataset = dataset,
            Owner = actor.Id,
            Position = position,
            alias.Text,
            alias.Note,
        })));
    }
}
