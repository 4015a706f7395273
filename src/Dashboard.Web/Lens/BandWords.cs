using System.Globalization;
using Dashboard.Domain.Sources;
using Dashboard.Index;

namespace Dashboard.Web.Lens;

/// <summary>The sum of a toll over many incidents, in words. What nobody gives a figure for is not known, never 0.</summary>
public static class BandWords
{
    /// <summary>"62–108 or more", "3", "none" where that is stated, "not known" where no incident has a figure.</summary>
    public static string Of(TollBand band) => band.WithFigure == 0 ? "not known" : Range(band.Low, band.High, band.OrMore);

    /// <summary>"25–34 or more".</summary>
    public static string Of(OwnToll toll) => Range(toll.Low, toll.High, toll.IsOrMore);

    /// <summary>"3–5 or more in 4 incidents", "no figure".</summary>
    public static string Of(LensTotal total) => (total.Low ?? total.High) is null
        ? "no figure"
        : $"{Range(total.Low ?? total.High!.Value, total.High ?? total.Low!.Value, total.OrMore)} in {CountWords(total.Incidents)}";

    /// <summary>"contested in 9 (21 %)", of all the incidents; null where they agree.</summary>
    public static string? Contested(TollBand band) => band.Contested == 0
        ? null
        : string.Create(CultureInfo.InvariantCulture, $"contested in {band.Contested:#,0} ({Math.Round(100.0 * band.Contested / (band.WithFigure + band.WithoutFigure)):0} %)");

    /// <summary>"no figure in 14"; null where every incident has one.</summary>
    public static string? Without(TollBand band) => band.WithoutFigure == 0 ? null : string.Create(CultureInfo.InvariantCulture, $"no figure in {band.WithoutFigure:#,0}");

    private static string Range(long low, long high, bool orMore)
    {
        var range = low != high ? $"{Number(low)}–{Number(high)}" : low == 0 && !orMore ? "none" : Number(low);
        return orMore ? $"{range} or more" : range;
    }

    private static string CountWords(int incidents) => incidents == 1 ? "1 incident" : string.Create(CultureInfo.InvariantCulture, $"{incidents:#,0} incidents");

    private static string Number(long people) => people.ToString("#,0", CultureInfo.InvariantCulture);
}
