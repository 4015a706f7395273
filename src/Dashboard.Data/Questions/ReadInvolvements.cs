using Dapper;
using Dashboard.Domain.Actors;
using Microsoft.Data.Sqlite;

namespace Dashboard.Data.Questions;

/// <summary>Who was involved in which role, by incident.</summary>
internal static class ReadInvolvements
{
    private const string Columns = "SELECT incident, actor, role, qualifier, evidence FROM involvement WHERE dataset = @Dataset";

    private const string OfDataset = $"{Columns} ORDER BY incident, position";

    private const string OfIncident = $"{Columns} AND incident = @Incident ORDER BY position";

    public static ILookup<string, Involvement> Ask(SqliteConnection connection, Scope scope, EvidenceReader evidence) =>
        connection.Query<Row>(scope.IsWholeDataset ? OfDataset : OfIncident, scope)
            .ToLookup(row => row.Incident, row => new Involvement(row.Actor, row.Role, row.Qualifier, evidence[row.Evidence]));

    private sealed record Row
    {
        public required string Incident { get; init; }

        public required string Actor { get; init; }

        public required string Role { get; init; }

        public required string? Qualifier { get; init; }

        public required long Evidence { get; init; }
    }
}
