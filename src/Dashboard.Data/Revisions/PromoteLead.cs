using Dapper;
using Dashboard.Data.Documents;
using Dashboard.Data.Questions;
using Dashboard.Data.Text;
using Dashboard.Domain;
using Dashboard.Domain.Actors;
using Dashboard.Domain.Incidents;
using Dashboard.Domain.Places;
using Dashboard.Domain.Sources;
using Microsoft.Data.Sqlite;

namespace Dashboard.Data.Revisions;

/// <summary>Makes an incident of a lead, as one revision. The lead stays beside it as it is.</summary>
internal static class PromoteLead
{
    /// <summary>What goes before ids and slugs, and what the incident is tagged with.</summary>
    private const string Promoted = "promoted";

    private const string Lead = "SELECT dataset, document FROM incident WHERE slug = @Slug AND to_revision IS NULL AND is_lead = 1";

    private const string IsThere = """
        SELECT slug FROM incident WHERE dataset = @Dataset AND id = @Id AND to_revision IS NULL
        UNION ALL SELECT slug FROM incident WHERE slug = @Slug AND to_revision IS NULL
        """;

    /// <param name="who">The account that does it; null where nobody signed in.</param>
    /// <exception cref="RefusedException">There is no lead of this slug, or it was promoted already.</exception>
    public static CommittedRevision Run(SqliteConnection connection, string slug, DateTimeOffset now, string? who)
    {
        var lead = connection.QuerySingleOrDefault<Row>(Lead, new { Slug = slug }) ?? throw new RefusedException($"there is no lead {slug}");
        var columns = new ColumnNames();
        ReadColumnNames.Refresh(connection, columns);
        var (incident, claims) = Incident(IncidentDocument.Read(lead.Document, columns));
        if (connection.QueryFirstOrDefault<string>(IsThere, new { lead.Dataset, incident.Id, incident.Slug }) is { } there)
        {
            throw new RefusedException($"lead {slug} was promoted already: it is incident {there}");
        }

        var revision = NewRevision.Begin(connection, now, $"Promote lead {slug}", who);
        using var rows = new IncidentRows(connection, lead.Dataset, revision);
        rows.Add(incident, claims, IncidentText.Prose(incident), Names(connection, lead.Dataset, incident));
        rows.Finish();
        return NewRevision.Finish(connection, new CommittedRevision(revision, Added: 1, Changed: 0, Removed: 0));
    }

    private static (Incident Incident, ValueList<Claim> Claims) Incident((Incident Incident, ValueList<Claim> Claims) lead)
    {
        var incident = lead.Incident with
        {
            Id = Of(lead.Incident.Id),
            Slug = Of(lead.Incident.Slug),
            IsLead = false,
            Tags = [.. lead.Incident.Tags, Promoted],
        };
        return (incident, lead.Claims.Select(claim => claim with { Id = Of(claim.Id), IncidentId = incident.Id }).ToValueList());
    }

    private static string Of(string name) => $"{Promoted}-{name}";

    private static string Names(SqliteConnection connection, long dataset, Incident incident)
    {
        var actorIds = incident.Involvements.Select(involvement => involvement.ActorId);
        return IncidentText.Names(incident,
            ReadParts.Ask<Place>(connection, dataset, PartNature.Place, incident.PlaceIds).ToDictionary(place => place.Id, IncidentText.Names),
            ReadParts.Ask<Actor>(connection, dataset, PartNature.Actor, actorIds).ToDictionary(actor => actor.Id, IncidentText.Names));
    }

    private sealed record Row
    {
        public required long Dataset { get; init; }

        public required string Document { get; init; }
    }
}
