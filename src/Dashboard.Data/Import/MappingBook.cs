using Dapper;
using Dashboard.Data.Engines;
using Dashboard.Data.Json;

namespace Dashboard.Data.Import;

/// <summary>The mappings that were saved for the next file like it. They change no incident, so saving one is no revision.</summary>
public sealed class MappingBook
{
    private const string Read = "SELECT name, document FROM mapping ORDER BY name";

    private const string Write = """
        INSERT INTO mapping (name, document) VALUES (@Name, @Document)
        ON CONFLICT (name) DO UPDATE SET document = excluded.document
        """;

    private readonly SqliteEngine _engine;

    internal MappingBook(SqliteEngine engine) => _engine = engine;

    /// <summary>All of them, by name.</summary>
    public IReadOnlyList<NamedMapping> All() => _engine.Read<IReadOnlyList<NamedMapping>>(connection =>
        [.. connection.Query<Row>(Read).Select(row => new NamedMapping(row.Name, DatasetJson.Value<Mapping>(row.Document)))]);

    /// <summary>Keeps a mapping, in place of the one of this name.</summary>
    /// <exception cref="StoreRefusedException">The disk is full. Nothing was changed.</exception>
    public void Save(string name, Mapping mapping)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        FullDisk.Guard(() => _engine.Write(connection => connection.Execute(Write, new { Name = name, Document = DatasetJson.Of(mapping) })));
    }

    private sealed record Row
    {
        public required string Name { get; init; }

        public required string Document { get; init; }
    }
}
