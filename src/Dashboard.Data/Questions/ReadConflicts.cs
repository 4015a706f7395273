using Dapper;
using Dashboard.Data.Json;
using Dashboard.Domain;
using Dashboard.Domain.Sources;
using Microsoft.Data.Sqlite;

namespace Dashboard.Data.Questions;

/// <summary>The conflicts of a dataset.</summary>
internal static class ReadConflicts
{
    private const string Sql = """
        SELECT id, title, sources, sources_say AS SourcesSay, record_says AS RecordSays, handling, severity, incidents, evidence
        FROM conflict
        WHERE dataset = @Dataset
        ORDER BY position
        """;

    public static ValueList<Conflict> Ask(SqliteConnection connection, Scope scope, EvidenceReader evidence) =>
        connection.Query<Row>(Sql, scope).Select(row => row.ToConflict(evidence)).ToValueList();

    private sealed record Row
    {
        public required string Id { get; init; }

        public required string Title { get; init; }

        public required string Sources { get; init; }

        public required string SourcesSay { get; init; }

        public required string RecordSays { get; init; }

        public required string Handling { get; init; }

        public required string Severity { get; init; }

        public required string Incidents { get; init; }

        public required long Evidence { get; init; }

        public Conflict ToConflict(EvidenceReader evidence) => new()
        {
            Id = Id,
            Title = Title,
            SourceIds = DatasetJson.Words(Sources),
            SourcesSay = SourcesSay,
            RecordSays = RecordSays,
            Handling = Handling,
            Severity = EnumWord.Parse<Severity>(Severity),
            IncidentIds = DatasetJson.Words(Incidents),
            Basis = evidence[Evidence].Basis,
        };
    }
}
