using Dapper;
using Dashboard.Domain;
using Dashboard.Domain.Sources;
using Dashboard.Domain.Time;
using Microsoft.Data.Sqlite;

namespace Dashboard.Data.Questions;

/// <summary>The claims of a dataset, or those about one incident.</summary>
internal static class ReadClaims
{
    private const string Columns = """
        SELECT id, incident, predicate, actor, claimant, value, number_low AS NumberLow, number_high AS NumberHigh,
          number_scope AS NumberScope, number_unit AS NumberUnit, source, date, status, evidence, note
        FROM claim
        WHERE dataset = @Dataset
        """;

    private const string OfDataset = $"{Columns} ORDER BY position";

    private const string OfIncident = $"{Columns} AND incident = @Incident ORDER BY position";

    public static ValueList<Claim> Ask(SqliteConnection connection, Scope scope, EvidenceReader evidence) =>
        connection.Query<Row>(scope.IsWholeDataset ? OfDataset : OfIncident, scope).Select(row => row.ToClaim(evidence)).ToValueList();

    private sealed record Row
    {
        public required string Id { get; init; }

        public required string Incident { get; init; }

        public required string Predicate { get; init; }

        public required string? Actor { get; init; }

        public required string Claimant { get; init; }

        public required string Value { get; init; }

        public required int? NumberLow { get; init; }

        public required int? NumberHigh { get; init; }

        public required string? NumberScope { get; init; }

        public required string? NumberUnit { get; init; }

        public required string Source { get; init; }

        public required string? Date { get; init; }

        public required string Status { get; init; }

        public required long Evidence { get; init; }

        public required string? Note { get; init; }

        public Claim ToClaim(EvidenceReader evidence) => new()
        {
            Id = Id,
            IncidentId = Incident,
            Predicate = Predicate,
            Claimant = new Claimant(Actor, Claimant),
            Value = Value,
            Number = NumberLow is null && NumberHigh is null ? null : new ClaimedNumber(NumberLow, NumberHigh, NumberScope, NumberUnit),
            SourceId = Source,
            Date = Date is null ? null : PartialDate.Parse(Date),
            Status = EnumWord.Parse<ClaimStatus>(Status),
            Evidence = evidence[Evidence],
            Note = Note,
        };
    }
}
