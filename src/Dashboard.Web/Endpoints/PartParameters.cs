using System.Globalization;
using Dashboard.Domain;
using Dashboard.Domain.Places;
using Dashboard.Domain.Time;
using Dashboard.Index.Tiles;
using Microsoft.Extensions.Primitives;

namespace Dashboard.Web.Endpoints;

/// <summary>Reads the parameters by which a browser asks for a part of the data. What is not understood is refused by its name.</summary>
internal static class PartParameters
{
    private const int MostEdges = 4;

    private static readonly string[] _instants = ["yyyy-MM-dd'T'HH:mm'Z'", "yyyy-MM-dd'T'HH:mm:ss'Z'", "yyyy-MM-dd'T'HH:mm:ss.fff'Z'"];

    private static readonly IReadOnlyDictionary<string, TimeSpan> _steps = TimeEdges.Steps.ToDictionary(StepWord, StringComparer.Ordinal);

    /// <summary>As addresses write it: "15m", "3h", "14d".</summary>
    public static string StepWord(TimeSpan step) =>
        step.Ticks % TimeSpan.TicksPerDay == 0 ? $"{step.Days}d" : step.Ticks % TimeSpan.TicksPerHour == 0 ? $"{step.Hours}h" : $"{step.Minutes}m";

    /// <summary>"z", "x" and "y".</summary>
    public static TileAddress Tile(string z, string x, string y)
    {
        var tile = new TileAddress(Whole("z", z), Whole("x", x), Whole("y", y));
        return tile switch
        {
            { Exists: true } => tile,
            { Zoom: > TileAddress.DeepestZoom } => throw new BadParameterException("z", $"is more than {TileAddress.DeepestZoom}"),
            { X: var column, Zoom: var zoom } when column >= 1 << zoom => throw new BadParameterException("x", $"is beyond the {1 << zoom} tiles of this zoom"),
            { Zoom: var zoom } => throw new BadParameterException("y", $"is beyond the {1 << zoom} tiles of this zoom"),
        };
    }

    public static TileGroup Colour(IQueryCollection query) => Single(query, "colour") switch
    {
        null or "kind" => TileGroup.Kind,
        "dataset" => TileGroup.Dataset,
        _ => throw new BadParameterException("colour", "can be kind or dataset"),
    };

    /// <summary>How many cells a tile may have side by side.</summary>
    public static int Side(IQueryCollection query)
    {
        var side = Single(query, "side") is { } text ? Whole("side", text) : TileAddress.Side;
        return TileAddress.Sides.Contains(side) ? side : throw new BadParameterException("side", $"can be {string.Join(", ", TileAddress.Sides.SkipLast(1))} or {TileAddress.Sides[^1]}");
    }

    /// <summary>"from,to,step"; null where there is none.</summary>
    public static TileSpan? Span(IQueryCollection query)
    {
        if (Single(query, "span") is not { } text)
        {
            return null;
        }

        return text.Split(',') is [var from, var to, var step] && _steps.TryGetValue(step, out var length)
            ? new TileSpan(Instant("span", from), Instant("span", to), length)
            : throw new BadParameterException("span", $"is two instants and a step: one of {string.Join(", ", _steps.Keys)}");
    }

    public static IReadOnlyList<DateTimeOffset> Edges(IQueryCollection query)
    {
        var edges = query["edge"];
        return edges.Count <= MostEdges ? [.. edges.Select(edge => Instant("edge", edge ?? ""))] : throw new BadParameterException("edge", $"is given more than {MostEdges} times");
    }

    /// <summary>The slug of the only incident that is wanted; null where there is none.</summary>
    public static string? Incident(IQueryCollection query) => Single(query, "incident");

    /// <summary>"west,south,east,north" in degrees; null where there is none.</summary>
    public static GeoBox? Box(IQueryCollection query)
    {
        if (Single(query, "within") is not { } text)
        {
            return null;
        }

        var sides = text.Split(',').Select(side => double.TryParse(side, NumberStyles.Float, CultureInfo.InvariantCulture, out var degrees) ? degrees : double.NaN).ToArray();
        try
        {
            return sides is [var west, var south, var east, var north] && !sides.Any(double.IsNaN) ? new GeoBox(west, south, east, north) : throw new RefusedException("four numbers are needed");
        }
        catch (RefusedException refusal)
        {
            throw new BadParameterException("within", $"is no box of west, south, east and north in degrees: {refusal.Message}");
        }
    }

    /// <summary>"from,to", either of them empty where it is open; null where there is none.</summary>
    public static TimeWindow? During(IQueryCollection query)
    {
        if (Single(query, "during") is not { } text)
        {
            return null;
        }

        try
        {
            return text.Split(',') is [var from, var to] ? new TimeWindow(Side(from), Side(to)) : throw new RefusedException("two instants are needed");
        }
        catch (RefusedException refusal)
        {
            throw new BadParameterException("during", $"is no stretch of time: {refusal.Message}");
        }

        static DateTimeOffset? Side(string instant) => instant.Length == 0 ? null : Instant("during", instant);
    }

    private static DateTimeOffset Instant(string key, string text) =>
        DateTimeOffset.TryParseExact(text, _instants, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var instant)
            ? instant
            : throw new BadParameterException(key, "has an instant that is not written like 2024-01-28T05:30Z");

    private static int Whole(string key, string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw new BadParameterException(key, "is not a whole number");

    private static string? Single(IQueryCollection query, string key) => query[key] switch
    {
        { Count: 0 } => null,
        { Count: 1 } values => StringValues.IsNullOrEmpty(values) ? throw new BadParameterException(key, "is empty") : values[0],
        _ => throw new BadParameterException(key, "is given more than once"),
    };
}
