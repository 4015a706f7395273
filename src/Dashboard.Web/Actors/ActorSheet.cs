using Dashboard.Data;
using Dashboard.Domain;
using Dashboard.Domain.Querying;
using Dashboard.Index;
using Dashboard.Web.Explore;

namespace Dashboard.Web.Actors;

/// <summary>
/// All that the page of one actor shows. Its incidents are its own, those of everybody below it and of those who act under
/// its name, leads apart, as when the dashboard is filtered by it.
/// </summary>
public sealed record ActorSheet
{
    /// <summary>How many incidents are listed; the dashboard has them all.</summary>
    public const int MostIncidents = 100;

    /// <summary>How many claims are listed.</summary>
    public const int MostClaims = 200;

    /// <summary>The claims of so many incidents are looked through, the latest.</summary>
    private const int MostClaimedIn = 500;

    /// <summary>As each dataset describes it that has it; at least one.</summary>
    public required IReadOnlyList<ActorRecord> Records { get; init; }

    /// <summary>Those it belongs to and those below it; the first dataset that has it decides.</summary>
    public required ActorLineage Lineage { get; init; }

    public required IncidentSet Incidents { get; init; }

    public required Histogram Histogram { get; init; }

    /// <summary>How many of the incidents that were looked through have it, or somebody below it, in each role; the commonest first.</summary>
    public required IReadOnlyList<RoleCount> Roles { get; init; }

    /// <summary>How many incidents the roles are counted in: all, or the latest of very many.</summary>
    public required int LookedThrough { get; init; }

    /// <summary>The role that the list is narrowed to; null for all.</summary>
    public required string? Role { get; init; }

    /// <summary>The latest incidents, those in that role.</summary>
    public required IReadOnlyList<IncidentInRole> Listed { get; init; }

    /// <summary>The claims that it made itself.</summary>
    public required IReadOnlyList<MadeClaim> Claims { get; init; }

    /// <summary>How many incidents have a claim of it.</summary>
    public required int ClaimedIn { get; init; }

    /// <summary>True where there may be more claims than those.</summary>
    public bool HasMoreClaims => ClaimedIn > MostClaimedIn || Claims.Count > MostClaims;

    public string Id => Records[0].Actor.Id;

    /// <summary>The names by id of those in the tree, and of its affiliates.</summary>
    public string NameOf(string actorId) => Below(Lineage).FirstOrDefault(actor => actor.Id == actorId)?.Label ?? actorId;

    /// <summary>The sheet of the actor of this id; null where no dataset has it.</summary>
    public static ActorSheet? Of(Exploration exploration, string id, string? role)
    {
        var (store, index) = (exploration.Store, exploration.Present.Index);
        if (store.FindActor(id) is not { Count: > 0 } records)
        {
            return null;
        }

        // One that was committed this moment is not in the index yet.
        var lineage = index.Lineage(id) ?? new ActorLineage([], new ActorCount(id, records[0].Actor.Name, 0, []));
        var incidents = index.Find(IncidentQuery.All with { Actors = [id] }, null);
        var latest = index.Page(incidents, SortOrder.Time, descending: true, 0, DashboardStore.MostLookedThrough);
        var roles = store.ReadRoles(latest, Below(lineage).Select(actor => actor.Id).ToHashSet());
        var counts = Count(roles);
        var chosen = counts.FirstOrDefault(count => count.Role == role)?.Role;
        var claimedIn = index.ClaimedBy(id);
        return new ActorSheet
        {
            Records = records,
            Lineage = lineage,
            Incidents = incidents,
            Histogram = index.Histogram(incidents),
            Roles = counts,
            LookedThrough = latest.Count,
            Role = chosen,
            Listed = List(store, latest, roles, chosen),
            Claims = store.ReadMadeClaims(index.Page(claimedIn, SortOrder.Time, descending: true, 0, MostClaimedIn), id),
            ClaimedIn = claimedIn.Count,
        };
    }

    /// <summary>It and all below it, and those who act under its name.</summary>
    private static IEnumerable<ActorCount> Below(ActorLineage lineage) => lineage.Affiliates.Prepend(lineage.Actor).SelectMany(Below);

    /// <summary>It and all below it.</summary>
    private static IEnumerable<ActorCount> Below(ActorCount actor) => actor.Children.SelectMany(Below).Prepend(actor);

    private static List<RoleCount> Count(IReadOnlyList<ActorRole> roles) => [.. roles
        .GroupBy(role => role.Role)
        .Select(role => new RoleCount(role.Key, role.Select(one => one.Number).Distinct().Count()))
        .OrderByDescending(role => role.Count).ThenBy(role => role.Role, StringComparer.Ordinal)];

    private static List<IncidentInRole> List(DashboardStore store, IReadOnlyList<long> latest, IReadOnlyList<ActorRole> roles, string? chosen)
    {
        var byNumber = roles.ToLookup(role => role.Number);
        var listed = latest.Where(number => chosen is null || byNumber[number].Any(role => role.Role == chosen)).Take(MostIncidents).ToList();
        return [.. store.ReadSummaries(listed).Select(incident => new IncidentInRole(incident, byNumber[incident.Number].ToValueList()))];
    }
}

/// <param name="Role">As the data have it.</param>
public sealed record RoleCount(string Role, int Count);

/// <summary>An incident, and who of the actor and those below it was in which role.</summary>
public sealed record IncidentInRole(IncidentSummary Incident, ValueList<ActorRole> Roles);
