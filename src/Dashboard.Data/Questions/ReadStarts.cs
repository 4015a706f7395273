using Dashboard.Data.Documents;
using Dashboard.Domain.Querying;
using Microsoft.Data.Sqlite;

namespace Dashboard.Data.Questions;

/// <summary>When every incident and lead that holds began, by number. The column has whole milliseconds, the document knows better.</summary>
internal static class ReadStarts
{
    private const string Sql = $"SELECT {DocumentRows.Columns} FROM incident WHERE to_revision IS NULL ORDER BY number";

    public static IEnumerable<IncidentStart> Stream(SqliteConnection connection)
    {
        var slugs = ReadDatasets.SlugsByNumber(connection);
        return DocumentRows.Stream(connection, Sql, null, (number, dataset, document) => Read(number, slugs[dataset], document));
    }

    private static IncidentStart Read(long number, string dataset, ReadOnlySpan<byte> json)
    {
        var document = new DocumentReader(json);
        document.Open();
        document.Skip("id"u8);
        var slug = document.Text("slug"u8);
        document.Skip("title"u8);
        document.Skip("kind"u8);
        document.Skip("evidence"u8);
        document.Skip("claims"u8);
        var isLead = document.Has("lead"u8) && document.Flag();
        return new IncidentStart(number, dataset, slug, isLead, document.Has("time"u8) ? OccurrenceJson.ReadStart(ref document) : null);
    }
}
