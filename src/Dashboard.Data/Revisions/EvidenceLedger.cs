using Dapper;
using Dashboard.Domain;
using Dashboard.Domain.Sources;
using Microsoft.Data.Sqlite;

namespace Dashboard.Data.Revisions;

/// <summary>Gives each evidence of a dataset a number, and writes it when it is met for the first time.</summary>
internal sealed class EvidenceLedger(SqliteConnection connection, long dataset)
{
    private const string InsertEvidence = "INSERT INTO evidence (dataset, number, confidence) VALUES (@Dataset, @Number, @Confidence)";

    private const string InsertBasis = """
        INSERT INTO basis (dataset, evidence, position, kind, source)
        VALUES (@Dataset, @Number, @Position, @Kind, @Source)
        """;

    private readonly Dictionary<Evidence, long> _numbers = [];

    public long Number(Evidence evidence)
    {
        if (!_numbers.TryGetValue(evidence, out var number))
        {
            number = _numbers.Count + 1;
            Write(evidence, number);
            _numbers.Add(evidence, number);
        }

        return number;
    }

    /// <summary>For a fact of which nobody said how sure they are.</summary>
    public long Number(ValueList<Basis> basis) => Number(new Evidence(basis, null));

    private void Write(Evidence evidence, long number)
    {
        var confidence = evidence.Confidence is { } known ? EnumWord.Of(known) : null;
        connection.Execute(InsertEvidence, new { Dataset = dataset, Number = number, Confidence = confidence });
        connection.Execute(InsertBasis, evidence.Basis.Select((basis, position) => new
        {
            Dataset = dataset,
            Number = number,
            Position = position,
            Kind = EnumWord.Of(basis.Kind),
            Source = basis.SourceId,
        }));
    }
}
