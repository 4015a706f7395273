using Dapper;
using Microsoft.Data.Sqlite;

namespace Dashboard.Data.Questions;

/// <summary>One incident by its name in addresses, with all that belongs to it.</summary>
internal static class FindIncident
{
    private const string Sql = "SELECT dataset, id FROM incident WHERE slug = @Slug";

    public static IncidentRecord? Ask(SqliteConnection connection, string slug)
    {
        if (connection.QuerySingleOrDefault<Row>(Sql, new { Slug = slug }) is not { } found)
        {
            return null;
        }

        var scope = new Scope(found.Dataset, found.Id);
        var evidence = EvidenceReader.For(connection, scope);
        var record = new IncidentRecord
        {
            Dataset = ReadDescriptions.Ask(connection).Single(dataset => dataset.Number == found.Dataset).Description,
            Incident = ReadIncidents.Ask(connection, scope, evidence).Single(),
            Places = ReadPlaces.Ask(connection, scope, evidence),
            Actors = ReadActors.Ask(connection, scope, evidence),
            Claims = ReadClaims.Ask(connection, scope, evidence),
            Sources = [],
            Answers = ReadRelations.From(connection, scope, evidence),
            AnsweredBy = ReadRelations.To(connection, scope, evidence),
        };
        return record with { Sources = ReadSources.Ask(connection, found.Dataset, SourceIds(record)) };
    }

    private static IEnumerable<string> SourceIds(IncidentRecord record)
    {
        var related = record.Answers.Concat(record.AnsweredBy).Select(related => related.Relation.Evidence);
        return record.Claims.Select(claim => claim.Evidence).Concat(related)
            .SelectMany(evidence => evidence.Basis)
            .Concat(record.Incident.Bases)
            .Select(basis => basis.SourceId).OfType<string>()
            .Concat(record.Claims.Select(claim => claim.SourceId))
            .Distinct();
    }

    private sealed record Row
    {
        public required long Dataset { get; init; }

        public required string Id { get; init; }
    }
}
