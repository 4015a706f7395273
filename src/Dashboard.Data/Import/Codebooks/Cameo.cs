using Dashboard.Domain.Incidents;

namespace Dashboard.Data.Import.Codebooks;

/// <summary>The twenty root codes of CAMEO, as kinds.</summary>
internal static class Cameo
{
    private static readonly IncidentKind[] _roots =
    [
        new("make-public-statement"), new("appeal"), new("express-intent-to-cooperate"), new("consult"),
        new("engage-in-diplomatic-cooperation"), new("engage-in-material-cooperation"), new("provide-aid"), new("yield"), new("investigate"),
        new("demand"), new("disapprove"), new("reject"), new("threaten"), new("protest"), new("exhibit-force-posture"), new("reduce-relations"),
        new("coerce"), new("assault"), new("fight"), new("use-unconventional-mass-violence"),
    ];

    /// <param name="code">"01" to "20"; a spreadsheet may have taken the zero.</param>
    public static IncidentKind? Kind(string code) =>
        code.Length is 1 or 2 && code.All(char.IsAsciiDigit) && int.Parse(code) is >= 1 and <= 20 and var root ? _roots[root - 1] : null;
}
