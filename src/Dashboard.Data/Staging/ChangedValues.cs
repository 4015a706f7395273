using System.Globalization;
using Dashboard.Domain;
using Dashboard.Domain.Incidents;
using Dashboard.Domain.Places;
using Dashboard.Domain.Sources;

namespace Dashboard.Data.Staging;

/// <summary>What is different between an incident in the store and the same one in a file, value by value, in words.</summary>
internal static class ChangedValues
{
    private const int LongestValue = 200;

    private const string Unknown = "not known";

    private static readonly IReadOnlyList<(string What, Func<StagedDocuments.Found, string?> Words)> _values =
    [
        ("Title", found => found.Incident.Title),
        ("Kind", found => found.Incident.Kind.Label),
        ("When", found => found.When),
        ("Until", found => found.Incident.Occurrence?.End?.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)),
        ("Time uncertainty", found => found.Incident.Occurrence?.Uncertainty?.ToString()),
        ("Note on the time", found => found.Incident.OccurrenceNote),
        ("Where", found => found.Where),
        ("Coordinates", found => Coordinates(found.Incident.Geometry)),
        ("Precision of the place", found => found.Incident.Precision is { } precision ? PrecisionWords.Of(precision) : null),
        ("Note on the place", found => found.Incident.GeometryNote),
        ("Who", Who),
        ("Killed, at least", found => Number(found.Incident.Killed.Toll.Low)),
        ("Killed, best estimate", found => Number(found.Incident.Killed.Toll.Best)),
        ("Killed, at most", found => Number(found.Incident.Killed.Toll.High)),
        ("Note on those killed", found => found.Incident.Killed.Note),
        ("Injured, at least", found => Number(found.Incident.Injured.Toll.Low)),
        ("Injured, best estimate", found => Number(found.Incident.Injured.Toll.Best)),
        ("Injured, at most", found => Number(found.Incident.Injured.Toll.High)),
        ("Note on those injured", found => found.Incident.Injured.Note),
        ("Weapons", found => Joined(found.Incident.Weapons.Select(weapon => $"{weapon.Name} ({weapon.Role})"))),
        ("Targets", found => found.Incident.Targets),
        ("Summary", found => found.Incident.Summary),
        ("Caveats", found => Joined(found.Incident.Caveats)),
        ("Tags", found => Joined(found.Incident.Tags)),
        ("Upstream id", found => found.Incident.UpstreamId),
        ("Lead", found => found.Incident.IsLead ? "yes" : "no"),
        ("Claims", found => Joined(found.Claims.Select(claim => ClaimWords(found, claim)))),
    ];

    public static ValueList<ChangedValue> Between(StagedDocuments.Found before, StagedDocuments.Found after)
    {
        var changes = new List<ChangedValue>();
        foreach (var (what, words) in _values)
        {
            Compare(what, words(before), words(after));
        }

        var attributes = before.Incident.Attributes.Concat(after.Incident.Attributes).Select(attribute => attribute.Name).Distinct();
        foreach (var name in attributes)
        {
            Compare(name, Attribute(before.Incident, name), Attribute(after.Incident, name));
        }

        if (changes.Count == 0)
        {
            Compare("What it rests on", Basis(before), Basis(after));
        }

        // Nothing that has words of its own: the place or confidence of a detail.
        return changes.Count > 0 ? changes.ToValueList() : [new ChangedValue("Details of evidence", "as before", "as in the file")];

        void Compare(string what, string? one, string? other)
        {
            if (!string.Equals(one ?? "", other ?? "", StringComparison.Ordinal))
            {
                changes.Add(new ChangedValue(what, Shown(one), Shown(other)));
            }
        }
    }

    private static string Shown(string? words) => words switch
    {
        null or "" => Unknown,
        { Length: > LongestValue } => words[..(LongestValue - 1)] + "…",
        _ => words,
    };

    private static string? Number(int? people) => people?.ToString("#,0", CultureInfo.InvariantCulture);

    private static string? Joined(IEnumerable<string> words) => string.Join("; ", words) is { Length: > 0 } joined ? joined : null;

    private static string? Who(StagedDocuments.Found found) => Joined(found.Incident.Involvements.Select(involvement =>
        $"{found.ActorName(involvement.ActorId)} ({involvement.Role}{(involvement.Qualifier is { } qualifier ? $", {qualifier}" : "")})"));

    private static string ClaimWords(StagedDocuments.Found found, Claim claim)
    {
        var number = claim.Number is { } claimed ? $" [{Number(claimed.Low) ?? "…"}–{Number(claimed.High) ?? "…"}]" : "";
        var date = claim.Date is { } said ? $", {said}" : "";
        return $"{claim.Claimant.Name}{date}: {claim.Value}{number} ({found.SourceName(claim.SourceId)}, {claim.Status}{(claim.Address is { } address ? $", {address}" : "")})";
    }

    private static string? Attribute(Incident incident, string name) =>
        Joined(incident.Attributes.Where(attribute => attribute.Name == name).Select(attribute => attribute.Value));

    private static string? Basis(StagedDocuments.Found found) =>
        Joined(found.Incident.Bases.Select(basis => basis.SourceId is { } source ? found.SourceName(source) : basis.Kind.ToString()));

    private static string? Coordinates(Geometry? geometry) => geometry switch
    {
        null => null,
        LineGeometry { HalfWidthMetres: { } metres } line => $"{Points(line)} within {metres.ToString(CultureInfo.InvariantCulture)} m",
        _ => Points(geometry),
    };

    private static string Points(Geometry geometry) => string.Join("; ", geometry.Points.Select(point =>
        string.Create(CultureInfo.InvariantCulture, $"{point.Latitude}, {point.Longitude}")));
}
