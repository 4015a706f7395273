using Dashboard.Data.Documents;
using Microsoft.Data.Sqlite;

namespace Dashboard.Data.Questions;

/// <summary>Those of some incidents that name a place, in their order.</summary>
internal static class ThatNamePlace
{
    /// <param name="placeId">Of any dataset that has it.</param>
    public static IReadOnlyList<long> Ask(SqliteConnection connection, IReadOnlyList<long> numbers, string placeId) =>
        [.. DocumentRows.InOrder(connection, numbers, (number, _, document) => (number, Names: OpeningOfDocument.PlaceIds(document).Contains(placeId)))
            .Where(incident => incident.Names).Select(incident => incident.number)];
}
