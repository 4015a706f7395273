using Dashboard.Domain;
using Dashboard.Domain.Incidents;

namespace Dashboard.Web.Leads;

/// <summary>The codes by which a machine filed a row, as they came.</summary>
internal static class Codes
{
    private const int Most = 4;

    private static readonly string[] _first = ["EventCode", "EventRootCode", "QuadClass", "GoldsteinScale"];

    /// <summary>Those that say what it was taken for, first; then other codes of the row.</summary>
    public static IReadOnlyList<string> Of(ValueList<UpstreamAttribute> attributes) =>
    [
        .. attributes.Where(attribute => Array.IndexOf(_first, attribute.Name) >= 0).OrderBy(attribute => Array.IndexOf(_first, attribute.Name))
            .Concat(attributes.Where(attribute => Array.IndexOf(_first, attribute.Name) < 0 && attribute.Name.Contains("code", StringComparison.OrdinalIgnoreCase)))
            .Take(Most)
            .Select(attribute => $"{attribute.Name} {attribute.Value}"),
    ];
}
