using Dapper;
using Dashboard.Domain;
using Microsoft.Data.Sqlite;

namespace Dashboard.Data.Questions;

/// <summary>The other names of actors or places, by whose they are.</summary>
internal static class ReadAliases
{
    private const string ActorColumns = "SELECT actor AS Owner, text, note FROM actor_alias WHERE dataset = @Dataset";

    private const string OfActors = $"{ActorColumns} ORDER BY actor, position";

    private const string OfInvolvedActors = $"{ActorColumns} AND actor IN {ReadActors.Involved} ORDER BY actor, position";

    private const string PlaceColumns = "SELECT place AS Owner, text, note FROM place_alias WHERE dataset = @Dataset";

    private const string OfPlaces = $"{PlaceColumns} ORDER BY place, position";

    private const string OfNamedPlaces = $"{PlaceColumns} AND place IN {ReadPlaces.Named} ORDER BY place, position";

    public static ILookup<string, Alias> Actors(SqliteConnection connection, Scope scope) =>
        Ask(connection, scope.IsWholeDataset ? OfActors : OfInvolvedActors, scope);

    public static ILookup<string, Alias> Places(SqliteConnection connection, Scope scope) =>
        Ask(connection, scope.IsWholeDataset ? OfPlaces : OfNamedPlaces, scope);

    private static ILookup<string, Alias> Ask(SqliteConnection connection, string sql, Scope scope) =>
        connection.Query<Row>(sql, scope).ToLookup(row => row.Owner, row => new Alias(row.Text, row.Note));

    private sealed record Row
    {
        public required string Owner { get; init; }

        public required string Text { get; init; }

        public required string? Note { get; init; }
    }
}
