using System.Globalization;
using Dashboard.Domain;

namespace Dashboard.Data.Tests.Links;

/// <summary>What a link with the strictest redaction must not tell of a dataset, as it would be written.</summary>
internal static class Secrets
{
    private const int ShortestName = 6;

    private static readonly string[] _coarse = ["country", "admin1", "territory"];

    public static IReadOnlyList<string> Of(Dataset dataset)
    {
        var told = string.Join('\n', [dataset.Description.Title, dataset.Description.Summary, dataset.Description.Attribution, .. dataset.Places.SelectMany(place => new[] { place.Province, place.Country is { } code ? Domain.Places.Countries.Name(code) : null }),
            .. dataset.Places.Where(place => _coarse.Contains(place.Nature)).Select(place => place.Name)]);
        IEnumerable<string?> all =
        [
            .. dataset.Places.Where(place => !_coarse.Contains(place.Nature)).SelectMany(place => place.Aliases.Select(alias => alias.Text).Prepend(place.Name)),
            .. dataset.Sources.SelectMany(source => new[] { source.Id, source.Publisher, source.Address?.ToString() }),
            .. dataset.Actors.SelectMany(actor => actor.Aliases.Select(alias => alias.Text).Prepend(actor.Name)),
            .. dataset.Incidents.SelectMany(incident => new[] { incident.Slug, incident.Title, incident.Summary, incident.UpstreamId, incident.Targets }.Concat(incident.Caveats)),
            .. dataset.Claims.SelectMany(claim => new[] { claim.Id, claim.Value, claim.Note }),
            .. dataset.Incidents.SelectMany(incident => incident.Geometry?.Points ?? []).SelectMany(point => new[] { point.Latitude, point.Longitude }).Select(Written),
        ];
        return [.. all.OfType<string>().Where(text => text.Length >= ShortestName && !told.Contains(text, StringComparison.OrdinalIgnoreCase)).Distinct()];
    }

    /// <summary>Null for a round number, which may stand anywhere.</summary>
    private static string? Written(double degrees) => degrees.ToString("0.#####", CultureInfo.InvariantCulture) is { } text && text.Length - text.IndexOf('.', StringComparison.Ordinal) > 3 && text.Contains('.', StringComparison.Ordinal) ? text : null;
}
