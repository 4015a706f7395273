using Dapper;
using Dashboard.Data.Json;
using Dashboard.Data.Text;
using Dashboard.Domain;
using Microsoft.Data.Sqlite;

namespace Dashboard.Data.Revisions;

/// <summary>Adds a complete dataset as one revision.</summary>
internal static class AddDataset
{
    private const string TakenNames = """
        SELECT 'dataset ' || slug FROM dataset WHERE slug = @Slug
        UNION ALL SELECT 'incident ' || slug FROM incident WHERE slug IN (SELECT value FROM json_each(@Slugs)) AND to_revision IS NULL
        LIMIT 1
        """;

    private const string InsertDataset = "INSERT INTO dataset (slug) VALUES (@Slug) RETURNING number";

    /// <exception cref="RefusedException">Its slug, or a slug of its incidents, is in the store already.</exception>
    public static CommittedRevision Run(SqliteConnection connection, Dataset dataset, DateTimeOffset now)
    {
        RefuseTakenNames(connection, dataset);
        var slug = dataset.Description.Slug;
        var revision = NewRevision.Begin(connection, now, $"Add dataset {slug}", who: null);
        var number = connection.QuerySingle<long>(InsertDataset, new { Slug = slug });
        AddParts.Run(connection, number, revision, PartNature.Description, [dataset.Description], description => description.Slug);
        AddParts.Run(connection, number, revision, PartNature.Source, dataset.Sources, source => source.Id);
        AddParts.Run(connection, number, revision, PartNature.Actor, dataset.Actors, actor => actor.Id);
        AddParts.Run(connection, number, revision, PartNature.Place, dataset.Places, place => place.Id);
        AddParts.Run(connection, number, revision, PartNature.Relation, dataset.Relations, relation => relation.Id);
        AddParts.Run(connection, number, revision, PartNature.Conflict, dataset.Conflicts, conflict => conflict.Id);
        AddParts.Run(connection, number, revision, PartNature.Note, dataset.Notes, note => note.Id);
        AddIncidents(connection, number, revision, dataset);
        return NewRevision.Finish(connection, new CommittedRevision(revision, Added: dataset.Incidents.Count, Changed: 0, Removed: 0));
    }

    private static void AddIncidents(SqliteConnection connection, long number, long revision, Dataset dataset)
    {
        var places = dataset.Places.ToDictionary(place => place.Id, IncidentText.Names);
        var actors = dataset.Actors.ToDictionary(actor => actor.Id, IncidentText.Names);
        var claims = dataset.Claims.ToLookup(claim => claim.IncidentId);
        using var rows = new IncidentRows(connection, number, revision);
        foreach (var incident in dataset.Incidents)
        {
            rows.Add(incident, [.. claims[incident.Id]], IncidentText.Prose(incident), IncidentText.Names(incident, places, actors));
        }

        rows.Finish();
    }

    private static void RefuseTakenNames(SqliteConnection connection, Dataset dataset)
    {
        var taken = connection.QueryFirstOrDefault<string>(TakenNames, new
        {
            Slug = dataset.Description.Slug,
            Slugs = DatasetJson.OfWords(dataset.Incidents.Select(incident => incident.Slug)),
        });
        if (taken is not null)
        {
            throw new RefusedException($"{taken} is in the store already");
        }
    }
}
