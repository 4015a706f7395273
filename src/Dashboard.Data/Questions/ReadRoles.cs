using Dashboard.Data.Documents;
using Microsoft.Data.Sqlite;

namespace Dashboard.Data.Questions;

/// <summary>In which roles some actors were in incidents, in the order of the numbers. Of each document little more is read than that.</summary>
internal static class ReadRoles
{
    /// <param name="actorIds">Whose roles are asked for.</param>
    public static IReadOnlyList<ActorRole> Ask(SqliteConnection connection, IReadOnlyList<long> numbers, IReadOnlySet<string> actorIds) =>
        [.. DocumentRows.InOrder(connection, numbers, (number, _, document) => OpeningOfDocument.Roles(number, document, actorIds)).SelectMany(roles => roles)];
}
