using Dapper;
using Dashboard.Data.Documents;
using Dashboard.Domain;
using Dashboard.Domain.Sources;
using Microsoft.Data.Sqlite;

namespace Dashboard.Data.Questions;

/// <summary>
/// What is counted, of the same nature, in the whole that an incident is part of and in its parts: "85 targets" of the whole beside
/// "27 positions" of a part. People killed and injured are not among them: what a part cost must not look like what the whole cost.
/// </summary>
internal static class ReadClaimsElsewhere
{
    private const string Sql = """
        SELECT document FROM incident
        WHERE dataset = @Dataset AND to_revision IS NULL AND id IN (
            SELECT document ->> 'toId' FROM part
            WHERE dataset = @Dataset AND nature = 'relation' AND to_revision IS NULL AND document ->> 'fromId' = @Incident AND document ->> 'kind' = 'part_of'
            UNION ALL
            SELECT document ->> 'fromId' FROM part
            WHERE dataset = @Dataset AND nature = 'relation' AND to_revision IS NULL AND document ->> 'toId' = @Incident AND document ->> 'kind' = 'part_of')
        ORDER BY number
        """;

    private static readonly HashSet<string> _tolls = ["fatalities", "injuries"];

    /// <param name="claims">The incident's own; where it counts nothing, nothing is read.</param>
    public static ValueList<ClaimElsewhere> Ask(SqliteConnection connection, long dataset, string incident, IEnumerable<Claim> claims, ColumnNames columns)
    {
        var counted = claims.Where(claim => claim.Number is not null && !_tolls.Contains(claim.Predicate)).Select(claim => claim.Predicate).ToHashSet();
        if (counted.Count == 0)
        {
            return [];
        }

        var found = connection.Query<string>(Sql, new { Dataset = dataset, Incident = incident })
            .Select(document => IncidentDocument.Read(document, columns))
            .SelectMany(other => other.Claims.Where(claim => claim.Number is not null && counted.Contains(claim.Predicate)), (other, claim) => (other.Incident, Claim: claim))
            .ToList();
        var sources = ReadParts.Ask<Source>(connection, dataset, PartNature.Source, found.Select(one => one.Claim.SourceId).Distinct()).ToDictionary(source => source.Id);
        return found.Select(one => new ClaimElsewhere(one.Claim, sources[one.Claim.SourceId], one.Incident.Slug, one.Incident.Title)).ToValueList();
    }
}
