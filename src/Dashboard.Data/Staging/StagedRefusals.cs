using Dashboard.Data.Engines;
using Dashboard.Data.Import;
using Microsoft.Data.Sqlite;

namespace Dashboard.Data.Staging;

/// <summary>The rows of a file that were not taken, all of them, in the order of the file.</summary>
internal sealed class StagedRefusals(SqliteConnection connection) : IDisposable
{
    private const int MostOfValue = 200;

    private const string Insert = "INSERT INTO refusal (line, column, value, reason) VALUES (?, ?, ?, ?)";

    private const string All = "SELECT line, column, value, reason FROM refusal ORDER BY line, number";

    private readonly RawStatement _insert = new(connection, Insert);

    public long Count { get; private set; }

    public void Add(Refusal refusal)
    {
        Count++;
        _insert.Bind(1, refusal.Line);
        _insert.Bind(2, refusal.Column);
        _insert.Bind(3, refusal.Value.Length <= MostOfValue ? refusal.Value : refusal.Value[..MostOfValue]);
        _insert.Bind(4, refusal.Reason);
        _insert.Run();
    }

    public IEnumerable<Refusal> Read()
    {
        using var statement = new RawStatement(connection, All);
        while (statement.Step())
        {
            yield return new Refusal(statement.Integer(0), statement.Text(1), statement.Text(2), statement.Text(3));
        }
    }

    public void Dispose() => _insert.Dispose();
}
