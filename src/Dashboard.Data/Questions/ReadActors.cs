using Dapper;
using Dashboard.Data.Json;
using Dashboard.Domain;
using Dashboard.Domain.Actors;
using Microsoft.Data.Sqlite;

namespace Dashboard.Data.Questions;

/// <summary>The actors of a dataset, or those involved in one incident.</summary>
internal static class ReadActors
{
    /// <summary>The ids of those involved in the incident.</summary>
    public const string Involved = "(SELECT actor FROM involvement WHERE dataset = @Dataset AND incident = @Incident)";

    private const string Columns = """
        SELECT id, name, nature, parent, affiliations, evidence, note
        FROM actor
        WHERE dataset = @Dataset
        """;

    private const string OfDataset = $"{Columns} ORDER BY position";

    private const string OfIncident = $"{Columns} AND id IN {Involved} ORDER BY position";

    public static ValueList<Actor> Ask(SqliteConnection connection, Scope scope, EvidenceReader evidence)
    {
        var aliases = ReadAliases.Actors(connection, scope);
        return connection.Query<Row>(scope.IsWholeDataset ? OfDataset : OfIncident, scope)
            .Select(row => row.ToActor(aliases[row.Id], evidence))
            .ToValueList();
    }

    private sealed record Row
    {
        public required string Id { get; init; }

        public required string Name { get; init; }

        public required string Nature { get; init; }

        public required string? Parent { get; init; }

        public required string Affiliations { get; init; }

        public required long Evidence { get; init; }

        public required string? Note { get; init; }

        public Actor ToActor(IEnumerable<Alias> aliases, EvidenceReader evidence) => new()
        {
            Id = Id,
            Name = Name,
            Nature = Nature,
            ParentId = Parent,
            Affiliations = DatasetJson.Words(Affiliations),
            Aliases = aliases.ToValueList(),
            Evidence = evidence[Evidence],
            Note = Note,
        };
    }
}
