using Dashboard.Domain.Incidents;

namespace Dashboard.Web.Leads;

/// <summary>How a lead and the incident that was made of it name each other.</summary>
public static class Promotion
{
    private const string Mark = "promoted";
    private const string Prefix = Mark + "-";

    /// <summary>The slug of the incident that is made of a lead.</summary>
    public static string SlugOf(string leadSlug) => Prefix + leadSlug;

    /// <summary>The slug of the lead that an incident was made of; null for any other incident.</summary>
    public static string? OriginalOf(Incident incident) =>
        incident.Tags.Contains(Mark) && incident.Slug.StartsWith(Prefix, StringComparison.Ordinal) ? incident.Slug[Prefix.Length..] : null;
}
