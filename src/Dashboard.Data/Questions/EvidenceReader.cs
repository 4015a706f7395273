using Dapper;
using Dashboard.Domain;
using Dashboard.Domain.Sources;
using Microsoft.Data.Sqlite;

namespace Dashboard.Data.Questions;

/// <summary>What the facts of one dataset rest on, by number; facts that rest on the same share one value.</summary>
internal sealed class EvidenceReader
{
    private const string Columns = """
        SELECT e.number, e.confidence, b.kind, b.source
        FROM evidence e LEFT JOIN basis b ON b.dataset = e.dataset AND b.evidence = e.number
        WHERE e.dataset = @Dataset
        """;

    private const string OfAll = $"{Columns} ORDER BY e.number, b.position";

    private const string OfOne = $"{Columns} AND e.number = @Number ORDER BY b.position";

    private readonly Dictionary<long, Evidence> _known = [];
    private readonly SqliteConnection _connection;
    private readonly long _dataset;

    private EvidenceReader(SqliteConnection connection, long dataset)
    {
        _connection = connection;
        _dataset = dataset;
    }

    public Evidence this[long number]
    {
        get
        {
            if (!_known.TryGetValue(number, out var evidence))
            {
                Learn(_connection.Query<Row>(OfOne, new { Dataset = _dataset, Number = number }));
                evidence = _known[number];
            }

            return evidence;
        }
    }

    /// <summary>For one incident everything is asked for when it is met; for a whole dataset it is read at once.</summary>
    public static EvidenceReader For(SqliteConnection connection, Scope scope)
    {
        var reader = new EvidenceReader(connection, scope.Dataset);
        if (scope.IsWholeDataset)
        {
            reader.Learn(connection.Query<Row>(OfAll, scope));
        }

        return reader;
    }

    private void Learn(IEnumerable<Row> rows)
    {
        foreach (var evidence in rows.GroupBy(row => row.Number))
        {
            var first = evidence.First();
            _known[evidence.Key] = new Evidence(
                evidence.Where(row => row.Kind is not null).Select(row => row.ToBasis()).ToValueList(),
                first.Confidence is { } confidence ? EnumWord.Parse<Confidence>(confidence) : null);
        }
    }

    private sealed record Row
    {
        public required long Number { get; init; }

        public required string? Confidence { get; init; }

        public required string? Kind { get; init; }

        public required string? Source { get; init; }

        public Basis ToBasis() => EnumWord.Parse<BasisKind>(Kind!) switch
        {
            BasisKind.Source => Basis.Source(Source!),
            BasisKind.GeneralKnowledge => Basis.GeneralKnowledge,
            _ => Basis.Derived,
        };
    }
}
