using Dapper;
using Dashboard.Data.Documents;
using Dashboard.Data.Json;
using Dashboard.Domain.Incidents;
using Microsoft.Data.Sqlite;

namespace Dashboard.Data.Questions;

/// <summary>Relations that hold, in the order in which they came, each with the incidents at both its ends.</summary>
internal sealed class ReadRelations(SqliteConnection connection, ColumnNames columns)
{
    private const string FromThem = """
        SELECT p.number AS Sequence, p.document AS Relation, i.number AS FromNumber, o.number AS ToNumber
        FROM json_each(@Numbers) n
        CROSS JOIN incident i ON i.number = n.value
        CROSS JOIN part p ON p.dataset = i.dataset AND p.document ->> 'fromId' = i.id AND p.nature = 'relation' AND p.to_revision IS NULL
        CROSS JOIN incident o ON o.dataset = p.dataset AND o.id = p.document ->> 'toId' AND o.to_revision IS NULL
        """;

    private const string ToThem = """
        SELECT p.number AS Sequence, p.document AS Relation, o.number AS FromNumber, i.number AS ToNumber
        FROM json_each(@Numbers) n
        CROSS JOIN incident i ON i.number = n.value
        CROSS JOIN part p ON p.dataset = i.dataset AND p.document ->> 'toId' = i.id AND p.nature = 'relation' AND p.to_revision IS NULL
        CROSS JOIN incident o ON o.dataset = p.dataset AND o.id = p.document ->> 'fromId' AND o.to_revision IS NULL
        """;

    private const string InOrder = "ORDER BY 1 LIMIT @Most";

    private const string Among = $"{FromThem} WHERE o.number IN (SELECT value FROM json_each(@Numbers)) {InOrder}";

    private const string OfThem = $"{FromThem} UNION {ToThem} {InOrder}";

    private const string StepsOfThem = $"""
        {FromThem} WHERE p.document ->> 'kind' IN @Kinds
        UNION
        {ToThem} WHERE p.document ->> 'kind' IN @Kinds
        {InOrder}
        """;

    private const string CorrectingThem = $"{ToThem} WHERE p.document ->> 'kind' = 'corrects' {InOrder}";

    private readonly Dictionary<long, StoredIncident> _incidents = [];

    /// <summary>Those whose ends are both among the incidents.</summary>
    public IReadOnlyList<JoinedRelation> Between(IReadOnlyCollection<long> numbers, int most) => Ask(Among, numbers, most);

    /// <summary>All that start or end at one of the incidents.</summary>
    public IReadOnlyList<JoinedRelation> Of(IReadOnlyCollection<long> numbers, int most) => Ask(OfThem, numbers, most);

    /// <summary>The same, those only of which a chain is made.</summary>
    public IReadOnlyList<JoinedRelation> StepsOf(IReadOnlyCollection<long> numbers, int most) => Ask(StepsOfThem, numbers, most);

    /// <summary>Those by which a statement corrects what was said about one of the incidents.</summary>
    public IReadOnlyList<JoinedRelation> Correcting(IReadOnlyCollection<long> numbers) => Ask(CorrectingThem, numbers, int.MaxValue);

    private List<JoinedRelation> Ask(string sql, IReadOnlyCollection<long> numbers, int most)
    {
        var rows = connection.Query<Row>(sql, new { Numbers = $"[{string.Join(',', numbers)}]", Kinds = RelationKinds.Steps, Most = most }).ToList();
        Read(rows.SelectMany(row => new[] { row.FromNumber, row.ToNumber }));
        return [.. rows.Select(row => new JoinedRelation(DatasetJson.Value<Relation>(row.Relation), _incidents[row.FromNumber], _incidents[row.ToNumber]))];
    }

    private void Read(IEnumerable<long> numbers)
    {
        foreach (var incident in ReadIncidents.InOrder(connection, numbers.Distinct().Where(number => !_incidents.ContainsKey(number)).Order().ToList(), columns))
        {
            _incidents[incident.Number] = incident;
        }
    }

    private sealed record Row
    {
        public required string Relation { get; init; }

        public required long FromNumber { get; init; }

        public required long ToNumber { get; init; }
    }
}
