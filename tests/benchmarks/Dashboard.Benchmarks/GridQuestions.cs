using System.Diagnostics;
using Dashboard.Domain.Places;
using Dashboard.Domain.Querying;
using Dashboard.Domain.Time;
using Dashboard.Index.Tiles;

namespace Dashboard.Benchmarks;

/// <summary>
/// Random questions of the kind that a picture of the map asks: a part of the map around somewhere that something
/// happened, a window, and all kinds or some. The same seed asks the same again.
/// </summary>
internal static class GridQuestions
{
    public const int Seed = 20240128;

    /// <summary>Into how many stretches the window is cut, at most.</summary>
    public const int Bins = 200;

    public static readonly DateTimeOffset FirstDay = new(GedLikeWorld.FirstDay, default, TimeSpan.Zero);

    private const int Width = 320;
    private const int Height = 160;

    private static readonly TimeSpan _warmUp = TimeSpan.FromSeconds(3);
    private static readonly int[] _zooms = [1, 2, 3, 4, 5, 6, 7, 9];
    private static readonly GeoPoint[] _places = [.. new GedLikeFacts(Seed).Take(5_000).Select(facts => facts.DrawnPoints[0])];

    /// <summary>Asks other questions for a while: a server is not new when it is asked, and until then much of the code is not compiled for good.</summary>
    public static void WarmUp(Action<Random> ask)
    {
        var random = new Random(Seed + 1);
        for (var watch = Stopwatch.StartNew(); watch.Elapsed < _warmUp;)
        {
            ask(random);
        }
    }

    public static (GridView View, IncidentQuery Query) Next(Random random)
    {
        var view = View(random, _zooms[random.Next(_zooms.Length)]);
        return (view, Kinds(random) with { Window = Window(random) });
    }

    public static IncidentQuery Kinds(Random random) => random.Next(2) == 0
        ? IncidentQuery.All
        : new IncidentQuery { Kinds = [.. GedLikeFacts.Kinds.Where(_ => random.Next(2) == 0)] };

    /// <summary>Somewhere that something happened, in the unit square.</summary>
    public static (double X, double Y) Place(Random random)
    {
        var point = _places[random.Next(_places.Length)];
        var sine = Math.Sin(point.Latitude * Math.PI / 180);
        return ((point.Longitude + 180) / 360, 0.5 - (Math.Log((1 + sine) / (1 - sine)) / (4 * Math.PI)));
    }

    /// <summary>All in the world: databases know nothing of an antimeridian.</summary>
    private static GridView View(Random random, int zoom)
    {
        var ((column, row), world) = (Place(random), TileAddress.Side << zoom);
        var width = Math.Min(Width, world);
        var left = Math.Clamp((int)(column * world) - random.Next(width), 0, world - width);
        return new GridView(zoom, left, Math.Clamp((int)(row * world) - random.Next(Height), 0, world - Height), width, Height);
    }

    /// <summary>All, ten years, one year, or four weeks; from any midnight on.</summary>
    private static TimeWindow Window(Random random)
    {
        int? days = random.Next(4) switch { 0 => null, 1 => 3_652, 2 => 365, _ => 28 };
        if (days is not { } length)
        {
            return TimeWindow.All;
        }

        var from = FirstDay.AddDays(random.Next(GedLikeWorld.Days - length));
        return new TimeWindow(from, from.AddDays(length));
    }
}
