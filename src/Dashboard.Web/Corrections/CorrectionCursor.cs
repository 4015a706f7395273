using System.Globalization;

namespace Dashboard.Web.Corrections;

/// <summary>A place in the list of corrections, as addresses have it: "12-3456".</summary>
public readonly record struct CorrectionCursor(long Revision, long Number)
{
    public static CorrectionCursor? Parse(string? text)
    {
        var parts = text?.Split('-') ?? [];
        return parts.Length == 2 && IsNumber(parts[0], out var revision) && IsNumber(parts[1], out var number) ? new CorrectionCursor(revision, number) : null;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Revision}-{Number}");

    private static bool IsNumber(string text, out long number) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
