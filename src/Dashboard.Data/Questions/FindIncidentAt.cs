using Dapper;
using Dashboard.Data.Documents;
using Dashboard.Data.Json;
using Dashboard.Domain;
using Dashboard.Domain.Actors;
using Dashboard.Domain.Incidents;
using Dashboard.Domain.Places;
using Dashboard.Domain.Sources;
using Microsoft.Data.Sqlite;

namespace Dashboard.Data.Questions;

/// <summary>
/// One incident by the name that it had in addresses at a revision, with all that belonged to it then: its own claims, not
/// those about the whole that it is part of.
/// </summary>
internal static class FindIncidentAt
{
    private const string Held = "from_revision <= @Revision AND (to_revision IS NULL OR to_revision > @Revision)";

    /// <summary>Each half has an index of its own.</summary>
    private const string BySlug = """
        SELECT number, dataset, document FROM incident WHERE slug = @Slug AND to_revision IS NULL AND from_revision <= @Revision
        UNION ALL
        SELECT number, dataset, document FROM incident WHERE slug = @Slug AND to_revision IS NOT NULL AND from_revision <= @Revision AND to_revision > @Revision
        """;

    private const string LastOfSlug = """
        SELECT number FROM incident WHERE slug = @Slug AND to_revision IS NULL
        UNION ALL
        SELECT max(number) FROM incident WHERE slug = @Slug AND to_revision IS NOT NULL
        LIMIT 1
        """;

    private const string Other = """
        SELECT document FROM incident WHERE dataset = @Dataset AND id = @Id AND to_revision IS NULL AND from_revision <= @Revision
        UNION ALL
        SELECT document FROM incident WHERE dataset = @Dataset AND id = @Id AND to_revision IS NOT NULL AND from_revision <= @Revision AND to_revision > @Revision
        """;

    private const string Parts = $"""
        SELECT document FROM part
        WHERE dataset = @Dataset AND nature = @Nature AND id IN (SELECT value FROM json_each(@Ids)) AND {Held}
        ORDER BY number
        """;

    private const string Relations = $"""
        SELECT document FROM part
        WHERE dataset = @Dataset AND nature = 'relation' AND {Held} AND @Incident IN (document ->> 'fromId', document ->> 'toId')
        ORDER BY number
        """;

    private const string Conflicts = $"""
        SELECT document FROM part
        WHERE dataset = @Dataset AND nature = 'conflict' AND {Held} AND @Incident IN (SELECT value FROM json_each(document, '$.incidentIds'))
        ORDER BY number
        """;

    private const string Description = $"SELECT document FROM part WHERE dataset = @Dataset AND nature = 'description' AND {Held}";

    /// <param name="revision">It is committed.</param>
    public static IncidentRecord? Ask(SqliteConnection connection, string slug, long revision, ColumnNames columns)
    {
        if (connection.QueryFirstOrDefault<Row>(BySlug, new { Slug = slug, Revision = revision }) is not { } found)
        {
            return null;
        }

        var (incident, claims) = IncidentDocument.Read(found.Document, columns);
        var place = new { found.Dataset, Revision = revision };
        var relations = connection.Query<string>(Relations, new { found.Dataset, Revision = revision, Incident = incident.Id }).Select(DatasetJson.Value<Relation>).ToList();
        var record = new IncidentRecord
        {
            Number = found.Number,
            Dataset = DatasetJson.Value<DatasetDescription>(connection.QuerySingle<string>(Description, place)),
            Incident = incident,
            Places = PartsOf<Place>(PartNature.Place, incident.PlaceIds),
            Actors = PartsOf<Actor>(PartNature.Actor, incident.Involvements.Select(involvement => involvement.ActorId)),
            Claims = claims,
            Sources = [],
            Answers = Related(relation => relation.FromId == incident.Id, relation => relation.ToId),
            AnsweredBy = Related(relation => relation.ToId == incident.Id, relation => relation.FromId),
            Corrections = CorrectionsOf(incident.Id),
            Conflicts = connection.Query<string>(Conflicts, new { found.Dataset, Revision = revision, Incident = incident.Id }).Select(DatasetJson.Value<Conflict>).ToValueList(),
            Revisions = ReadRevisions.OfIncident(connection, found.Dataset, incident.Id).Where(change => change.Id <= revision).ToValueList(),
        };
        return record with { Sources = PartsOf<Source>(PartNature.Source, FindIncident.SourceIds(record)) };

        ValueList<T> PartsOf<T>(PartNature nature, IEnumerable<string> ids) =>
            connection.Query<string>(Parts, new { found.Dataset, Revision = revision, Nature = EnumWord.Of(nature), Ids = DatasetJson.OfWords(ids) })
                .Select(DatasetJson.Value<T>).ToValueList();

        ValueList<Correction> CorrectionsOf(string id) =>
            (from relation in relations
             where relation.ToId == id && relation.Kind == "corrects"
             let document = OtherEnd(relation.FromId)
             where document is not null
             let other = IncidentDocument.Read(document, columns).Incident
             let speakers = other.Involvements.Where(involvement => involvement.Role == "speaker").Select(involvement => involvement.ActorId).ToList()
             let names = PartsOf<Actor>(PartNature.Actor, speakers).ToDictionary(actor => actor.Id, actor => actor.Name)
             orderby other.Occurrence?.Start ?? DateTimeOffset.MaxValue
             select new Correction(relation, other.Slug, other.Title, other.Occurrence, speakers.Select(speaker => names[speaker]).ToValueList())).ToValueList();

        string? OtherEnd(string id) => connection.QueryFirstOrDefault<string>(Other, new { found.Dataset, Id = id, Revision = revision });

        ValueList<RelatedIncident> Related(Func<Relation, bool> isMeant, Func<Relation, string> otherEnd) =>
            (from relation in relations
             where isMeant(relation)
             let document = OtherEnd(otherEnd(relation))
             where document is not null
             let other = IncidentDocument.Read(document, columns).Incident
             select new RelatedIncident(relation, other.Slug, other.Title, other.Kind, other.Occurrence)).ToValueList();
    }

    /// <summary>The number of the version that holds under this slug, or else of the last one that did.</summary>
    public static long? LastVersion(SqliteConnection connection, string slug) => connection.ExecuteScalar<long?>(LastOfSlug, new { Slug = slug });

    private sealed record Row
    {
        public required long Number { get; init; }

        public required long Dataset { get; init; }

        public required string Document { get; init; }
    }
}
