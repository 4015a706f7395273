using Dapper;
using Dashboard.Data.Documents;
using Dashboard.Domain;
using Dashboard.Domain.Actors;
using Dashboard.Domain.Places;
using Dashboard.Domain.Sources;
using Microsoft.Data.Sqlite;

namespace Dashboard.Data.Questions;

/// <summary>One incident by its name in addresses, with all that belongs to it.</summary>
internal static class FindIncident
{
    private const string Sql = "SELECT number, dataset, document FROM incident WHERE slug = @Slug AND to_revision IS NULL";

    private const string LastOfSlug = """
        SELECT number FROM incident WHERE slug = @Slug AND to_revision IS NULL
        UNION ALL
        SELECT max(number) FROM incident WHERE slug = @Slug AND to_revision IS NOT NULL
        LIMIT 1
        """;

    /// <param name="last">Of its changes, later ones are left out.</param>
    public static IncidentRecord? Ask(SqliteConnection connection, string slug, ColumnNames columns, long last = long.MaxValue)
    {
        if (connection.QuerySingleOrDefault<Row>(Sql, new { Slug = slug }) is not { } found)
        {
            return null;
        }

        var (incident, claims) = IncidentDocument.Read(found.Document, columns);
        var record = new IncidentRecord
        {
            Number = found.Number,
            Dataset = ReadParts.Description(connection, found.Dataset),
            Incident = incident,
            Places = Parts<Place>(PartNature.Place, incident.PlaceIds),
            Actors = Parts<Actor>(PartNature.Actor, incident.Involvements.Select(involvement => involvement.ActorId)),
            Claims = claims,
            Sources = [],
            Answers = ReadRelated.From(connection, found.Dataset, incident.Id, columns),
            AnsweredBy = ReadRelated.To(connection, found.Dataset, incident.Id, columns),
            ClaimsElsewhere = ReadClaimsElsewhere.Ask(connection, found.Dataset, incident.Id, claims, columns),
            Corrections = ReadCorrections.Ask(connection, found.Dataset, incident.Id, columns),
            Conflicts = ReadParts.Conflicts(connection, found.Dataset, incident.Id).ToValueList(),
            Revisions = ReadRevisions.OfIncident(connection, found.Dataset, incident.Id, last),
        };
        return record with { Sources = Parts<Source>(PartNature.Source, SourceIds(record)) };

        ValueList<T> Parts<T>(PartNature nature, IEnumerable<string> ids) => ReadParts.Ask<T>(connection, found.Dataset, nature, ids).ToValueList();
    }

    /// <summary>The number of the version that holds under this slug, or else of the last one that did.</summary>
    public static long? LastVersion(SqliteConnection connection, string slug) => connection.ExecuteScalar<long?>(LastOfSlug, new { Slug = slug });

    /// <summary>The sources that a record names, each once.</summary>
    private static IEnumerable<string> SourceIds(IncidentRecord record)
    {
        var related = record.Answers.Concat(record.AnsweredBy).Select(related => related.Relation.Evidence);
        return record.Claims.Select(claim => claim.Evidence).Concat(related)
            .SelectMany(evidence => evidence.Basis)
            .Concat(record.Incident.Bases)
            .Concat(record.Conflicts.SelectMany(conflict => conflict.Basis))
            .Select(basis => basis.SourceId).OfType<string>()
            .Concat(record.Claims.Select(claim => claim.SourceId))
            .Concat(record.Conflicts.SelectMany(conflict => conflict.SourceIds))
            .Distinct();
    }

    private sealed record Row
    {
        public required long Number { get; init; }

        public required long Dataset { get; init; }

        public required string Document { get; init; }
    }
}
