using System.Globalization;
using Dashboard.Domain.Places;

namespace Dashboard.Web.Places;

/// <summary>How far apart two points are, rounded to what is known of where they are.</summary>
public static class DistanceWords
{
    private const double Kilometre = 1000;

    /// <summary>Points are kept to a metre.</summary>
    private const double Grain = 1;

    private static readonly double[] _steps = [100, 200, 500, 1000, 2000, 5000, 10_000, 20_000, 50_000, 100_000];

    /// <summary>
    /// "about 24 km"; "within 12 km" where the two may be the same spot: no farther than that. Neither says more than is known of both points.
    /// </summary>
    /// <param name="one">How exactly one of the points is known; null where nobody says.</param>
    public static string Of(double metres, GeoPrecision? one, GeoPrecision? other)
    {
        var known = (one?.Metres ?? 0) + (other?.Metres ?? 0);
        var distance = metres <= known
            ? $"within {Kilometres(Math.Max(Math.Ceiling((metres + known - Grain) / Step(known / 5)), 1) * Step(known / 5))}"
            : $"about {Kilometres(Math.Max(Math.Round(metres / Step(known)), 1) * Step(known))}";
        return one is null || other is null ? $"{distance}, not known how exactly" : distance;
    }

    /// <summary>The finest step in which it makes sense to tell something that is known to so many metres.</summary>
    private static double Step(double metres) => _steps.LastOrDefault(step => step <= metres, _steps[0]);

    private static string Kilometres(double metres) => metres < Kilometre
        ? $"{metres.ToString("0", CultureInfo.InvariantCulture)} m"
        : $"{(metres / Kilometre).ToString("#,0.#", CultureInfo.InvariantCulture)} km";
}
