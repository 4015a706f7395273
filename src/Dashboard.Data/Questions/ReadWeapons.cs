using Dapper;
using Dashboard.Domain.Incidents;
using Microsoft.Data.Sqlite;

namespace Dashboard.Data.Questions;

/// <summary>The weapons, by incident.</summary>
internal static class ReadWeapons
{
    private const string Columns = "SELECT incident, name, role, evidence FROM weapon WHERE dataset = @Dataset";

    private const string OfDataset = $"{Columns} ORDER BY incident, position";

    private const string OfIncident = $"{Columns} AND incident = @Incident ORDER BY position";

    public static ILookup<string, Weapon> Ask(SqliteConnection connection, Scope scope, EvidenceReader evidence) =>
        connection.Query<Row>(scope.IsWholeDataset ? OfDataset : OfIncident, scope)
            .ToLookup(row => row.Incident, row => new Weapon(row.Name, row.Role, evidence[row.Evidence].Basis));

    private sealed record Row
    {
        public required string Incident { get; init; }

        public required string Name { get; init; }

        public required string Role { get; init; }

        public required long Evidence { get; init; }
    }
}
