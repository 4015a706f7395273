using Dapper;
using Microsoft.Data.Sqlite;

namespace Dashboard.Data.Questions;

/// <summary>The ids of the places, by incident, in the order of importance.</summary>
internal static class ReadIncidentPlaces
{
    private const string Columns = "SELECT incident, place FROM incident_place WHERE dataset = @Dataset";

    private const string OfDataset = $"{Columns} ORDER BY incident, position";

    private const string OfIncident = $"{Columns} AND incident = @Incident ORDER BY position";

    public static ILookup<string, string> Ask(SqliteConnection connection, Scope scope) =>
        connection.Query<Row>(scope.IsWholeDataset ? OfDataset : OfIncident, scope).ToLookup(row => row.Incident, row => row.Place);

    private sealed record Row
    {
        public required string Incident { get; init; }

        public required string Place { get; init; }
    }
}
