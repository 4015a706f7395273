using System.Globalization;

namespace Dashboard.Domain.Places;

/// <summary>How precisely a place is known, in words: "exact to 200 m", "known to 1.5 km".</summary>
public static class PrecisionWords
{
    private const double Kilometre = 1000;

    public static string Of(GeoPrecision? precision) => precision?.Metres switch
    {
        null => "precision not known",
        0 => "exact",
        < 1 => "exact to 1 m",
        { } metres when Math.Round(metres) < Kilometre => $"exact to {Number(metres, "0")} m",
        { } metres when metres < 10 * Kilometre => $"known to {Number(metres / Kilometre, "0.#")} km",
        { } metres => $"known to {Number(metres / Kilometre, "#,0")} km",
    };

    private static string Number(double number, string format) => number.ToString(format, CultureInfo.InvariantCulture);
}
