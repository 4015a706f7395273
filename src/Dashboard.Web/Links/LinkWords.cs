using System.Globalization;
using Dashboard.Domain.Sharing;

namespace Dashboard.Web.Links;

/// <summary>What a link keeps back, and until when it opens, in words.</summary>
public static class LinkWords
{
    /// <summary>"Coordinates rounded to 10 km", "toll withheld", "filters locked": each apart, in one order.</summary>
    public static IEnumerable<string> Of(Redaction redaction)
    {
        if (redaction.CellKilometres is { } kilometres)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"Coordinates rounded to {kilometres} km");
        }

        var withheld = redaction.Fields.Select(Of).ToList();
        if (redaction.CellKilometres is not null && !redaction.Withholds(WithheldField.Places))
        {
            withheld.Insert(0, Of(WithheldField.Places));
        }

        if (redaction.Sources.Count > 0)
        {
            withheld.Add(redaction.Sources.Count == 1 ? "one source with its claims" : string.Create(CultureInfo.InvariantCulture, $"{redaction.Sources.Count} sources with their claims"));
        }

        if (withheld.Count > 0)
        {
            yield return $"Withheld: {string.Join(", ", withheld)}";
        }

        if (redaction.LocksFilters)
        {
            yield return "Filters locked";
        }
    }

    /// <summary>What is withheld, within a list.</summary>
    public static string Of(WithheldField field) => field switch
    {
        WithheldField.Titles => "titles",
        WithheldField.Places => "names of places",
        WithheldField.Summaries => "summaries",
        WithheldField.Tolls => "killed and injured",
        WithheldField.Weapons => "weapons",
        WithheldField.Actors => "actors and claimants",
        WithheldField.Claims => "claims",
        WithheldField.Sources => "names of sources",
        WithheldField.Attributes => "further columns",
        _ => throw new ArgumentOutOfRangeException(nameof(field)),
    };
}
