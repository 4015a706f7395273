using System.Globalization;
using Dashboard.Domain.Time;

namespace Dashboard.Web.Filters;

/// <summary>How precisely something must be known at least, in words: "5 km", "the day"; "any" where nothing is demanded.</summary>
public static class PrecisionDemand
{
    public static string Of(double? metres) => metres switch
    {
        null => "any",
        < 1_000 => string.Create(CultureInfo.InvariantCulture, $"{metres:0.#} m"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{metres / 1_000:#,0.#} km"),
    };

    public static string Of(TimePrecision? coarsest) => coarsest switch
    {
        null => "any, or undated",
        TimePrecision.PartOfDay => "a part of the day",
        _ => $"the {coarsest.Value.ToString().ToLowerInvariant()}",
    };
}
