using System.Globalization;

namespace Dashboard.Domain.Incidents;

/// <summary>A toll in words: "3", "3–12, best estimate 7", "at least 34", "none" for a stated zero, "not known".</summary>
public static class TollWords
{
    public static string Of(Toll toll)
    {
        var range = Range(toll.Low, toll.High);
        return (range, toll.Best) switch
        {
            (null, null) => "not known",
            (null, 0) => "none",
            (null, { } best) => $"best estimate {Number(best)}",
            ({ } known, null) => known,
            ({ } known, { } best) when IsImplied(toll, best) => known,
            ({ } known, { } best) => $"{known}, best estimate {Number(best)}",
        };
    }

    private static string? Range(int? low, int? high) => (low, high) switch
    {
        (null, null) => null,
        (_, 0) => "none",
        (0, null) => "0 or more",
        ({ } least, null) => $"at least {Number(least)}",
        (null, { } most) => $"at most {Number(most)}",
        ({ } least, { } most) => least == most ? Number(least) : $"{Number(least)}–{Number(most)}",
    };

    /// <summary>The best estimate says nothing more where only one number was given.</summary>
    private static bool IsImplied(Toll toll, int best) => best == (toll.Low ?? best) && best == (toll.High ?? best);

    private static string Number(int people) => people.ToString("#,0", CultureInfo.InvariantCulture);
}
