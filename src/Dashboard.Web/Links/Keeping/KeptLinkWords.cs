using Dashboard.Domain.Querying;
using Dashboard.Domain.Sharing;
using Dashboard.Domain.Time;
using Dashboard.Web.Explore;
using Dashboard.Web.Filters;
using Dashboard.Web.Lens;

namespace Dashboard.Web.Links.Keeping;

/// <summary>Links in words, where they are made and looked after.</summary>
internal static class KeptLinkWords
{
    /// <summary>What can be withheld, each with what that means.</summary>
    public static readonly IReadOnlyList<(WithheldField Field, string Name, string Meaning)> Fields =
    [
        (WithheldField.Titles, "Titles", "each incident is called by its kind"),
        (WithheldField.Places, "Names of places", "nothing finer than a province"),
        (WithheldField.Summaries, "Texts", "what is written about an incident"),
        (WithheldField.Tolls, "Killed and injured", "with every claim about them"),
        (WithheldField.Weapons, "Weapons", "what was used"),
        (WithheldField.Actors, "Actors", "who was involved, and who claims what"),
        (WithheldField.Claims, "Claims", "the whole ledger"),
        (WithheldField.Sources, "Sources", "publishers and addresses; that there are some is told"),
        (WithheldField.Attributes, "Further columns", "of the file that an incident came from"),
    ];

    /// <summary>As a form and an address name it.</summary>
    public static string WordOf(WithheldField field) => field.ToString().ToLowerInvariant();

    /// <summary>What goes by that word; null for nothing.</summary>
    public static WithheldField? FieldOf(string word) =>
        Fields.Where(field => WordOf(field.Field) == word).Select(field => (WithheldField?)field.Field).FirstOrDefault();

    /// <summary>The view that a link leads to, by what it is about and what it is filtered by.</summary>
    public static string OfView(ExploredRevision revision, string query)
    {
        var view = ViewStateCodec.Parse(query).View;
        var lens = LensAccount.Of(revision, view.Query.Lens)?.Name;
        var filters = ActiveFilter.Of(view, revision.Names(view.Query), revision.Datasets, lens).Select(filter => filter.Label);
        var about = view.Selection is { } slug ? revision.FindIncident(slug)?.Incident.Title ?? slug : revision.Datasets.NameOf(view.Query);
        return string.Join(" · ", [about, .. view.Query.AsOf is { } day ? [$"as known on {DateWords.Short.Day(day)}"] : Array.Empty<string>(), .. lens is null ? [] : new[] { $"as claimed by {lens}" }, .. filters]);
    }

    /// <summary>"21 Nov 2026".</summary>
    public static string Day(DateTimeOffset instant) => DateWords.Short.Day(DateOnly.FromDateTime(instant.UtcDateTime));
}
