using Dapper;
using Dashboard.Data.Json;
using Dashboard.Domain;
using Microsoft.Data.Sqlite;

namespace Dashboard.Data.Revisions;

/// <summary>Adds a complete dataset as one revision.</summary>
internal static class AddDataset
{
    private const string TakenNames = """
        SELECT 'dataset ' || slug FROM dataset WHERE slug = @Slug
        UNION ALL SELECT 'incident ' || slug FROM incident WHERE slug IN (SELECT value FROM json_each(@Slugs))
        UNION ALL SELECT 'incident ' || id FROM incident WHERE id IN (SELECT value FROM json_each(@Ids))
        LIMIT 1
        """;

    private const string InsertRevision = "INSERT INTO revision (committed_ms, what) VALUES (@Committed, @What) RETURNING id";

    private const string InsertDataset = """
        INSERT INTO dataset (slug, title, summary, licence, attribution, covers_from_ms, covers_to_ms, revision)
        VALUES (@Slug, @Title, @Summary, @Licence, @Attribution, @From, @To, @Revision)
        RETURNING number
        """;

    /// <returns>The new revision.</returns>
    /// <exception cref="RefusedException">Its slug, or an id or slug of its incidents, is in the store already.</exception>
    public static long Run(SqliteConnection connection, Dataset dataset, DateTimeOffset now)
    {
        RefuseTakenNames(connection, dataset);
        var (slug, title, summary, licence, attribution, coverage) = dataset.Description;
        var revision = connection.QuerySingle<long>(InsertRevision, new { Committed = now.ToUnixTimeMilliseconds(), What = $"Add dataset {slug}" });
        var number = connection.QuerySingle<long>(InsertDataset, new
        {
            Slug = slug,
            Title = title,
            Summary = summary,
            Licence = licence,
            Attribution = attribution,
            From = coverage.From?.ToUnixTimeMilliseconds(),
            To = coverage.To?.ToUnixTimeMilliseconds(),
            Revision = revision,
        });

        AddSources.Run(connection, number, dataset.Sources);
        var evidence = new EvidenceLedger(connection, number);
        AddActors.Run(connection, number, dataset.Actors, evidence);
        AddPlaces.Run(connection, number, dataset.Places, evidence);
        AddIncidents.Run(connection, number, dataset.Incidents, evidence);
        AddClaims.Run(connection, number, dataset.Claims, evidence);
        AddRelations.Run(connection, number, dataset.Relations, evidence);
        AddConflicts.Run(connection, number, dataset.Conflicts, evidence);
        AddNotes.Run(connection, number, dataset.Notes, evidence);
        AddText.Run(connection, number, dataset);
        return revision;
    }

    private static void RefuseTakenNames(SqliteConnection connection, Dataset dataset)
    {
        var taken = connection.QueryFirstOrDefault<string>(TakenNames, new
        {
            Slug = dataset.Description.Slug,
            Slugs = DatasetJson.OfWords(dataset.Incidents.Select(incident => incident.Slug)),
            Ids = DatasetJson.OfWords(dataset.Incidents.Select(incident => incident.Id)),
        });
        if (taken is not null)
        {
            throw new RefusedException($"{taken} is in the store already");
        }
    }
}
