using Dapper;
using Dashboard.Domain;
using Dashboard.Domain.Sources;
using Microsoft.Data.Sqlite;

namespace Dashboard.Data.Revisions;

internal static class AddSources
{
    private const string Insert = """
        INSERT INTO source (dataset, id, position, publisher, date, nature, address, quotes_primary_statement, note)
        VALUES (@Dataset, @Id, @Position, @Publisher, @Date, @Nature, @Address, @QuotesPrimaryStatement, @Note)
        """;

    public static void Run(SqliteConnection connection, long dataset, ValueList<Source> sources) =>
        connection.Execute(Insert, sources.Select((source, position) => new
        {
            Dataset = dataset,
            source.Id,
            Position = position,
            source.Publisher,
            Date = source.Date?.Text,
            source.Nature,
            Address = source.Address?.OriginalString,
            source.QuotesPrimaryStatement,
            source.Note,
        }));
}
