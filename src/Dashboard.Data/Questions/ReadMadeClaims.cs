using Dashboard.Data.Documents;
using Dashboard.Domain.Sources;
using Microsoft.Data.Sqlite;

namespace Dashboard.Data.Questions;

/// <summary>The claims that an actor made about some incidents, the last that were made first; those without a date after them.</summary>
internal static class ReadMadeClaims
{
    public static IReadOnlyList<MadeClaim> Ask(SqliteConnection connection, IReadOnlyList<long> numbers, string actorId, ColumnNames columns)
    {
        var made = ReadIncidents.InOrder(connection, numbers, columns)
            .Select(stored => (Stored: stored, Claims: stored.Claims.Where(claim => claim.Claimant.ActorId == actorId).ToList()))
            .Where(incident => incident.Claims.Count > 0)
            .ToList();
        var datasets = ReadDatasets.SlugsByNumber(connection).ToDictionary(dataset => dataset.Value, dataset => dataset.Key);
        var sources = made.GroupBy(incident => incident.Stored.Dataset).ToDictionary(
            dataset => dataset.Key,
            dataset => ReadParts.Ask<Source>(connection, datasets[dataset.Key], PartNature.Source, dataset.SelectMany(incident => incident.Claims).Select(claim => claim.SourceId).Distinct())
                .ToDictionary(source => source.Id));
        return [.. from incident in made
                   from claim in incident.Claims
                   orderby claim.Date is null, claim.Date descending
                   let stored = incident.Stored
                   select new MadeClaim(stored.Incident.Slug, stored.Incident.Title, stored.Incident.Kind, claim, sources[stored.Dataset].GetValueOrDefault(claim.SourceId))];
    }
}
