using System.Text.Json;

namespace Dashboard.Drawing.Maps;

/// <summary>A line or a ring of the base map in the unit square, with the box around it.</summary>
internal sealed class BaseMapLine
{
    /// <summary>Points closer together than this are one, in pixels.</summary>
    private const double Nothing = 0.35;

    /// <summary>What is near a frame is drawn too, in pixels: the ends of lines are not to be seen.</summary>
    private const double Beside = 20;

    private readonly double[] _points;

    private BaseMapLine(double[] points)
    {
        _points = points;
        (MinX, MinY, MaxX, MaxY) = (double.MaxValue, double.MaxValue, double.MinValue, double.MinValue);
        for (var at = 0; at < points.Length; at += 2)
        {
            (MinX, MaxX) = (Math.Min(MinX, points[at]), Math.Max(MaxX, points[at]));
            (MinY, MaxY) = (Math.Min(MinY, points[at + 1]), Math.Max(MaxY, points[at + 1]));
        }
    }

    public double MinX { get; }

    public double MinY { get; }

    public double MaxX { get; }

    public double MaxY { get; }

    /// <summary>Reads whole numbers of a unit of degrees: longitude and latitude, then the steps from each point to the next.</summary>
    public static BaseMapLine Read(JsonElement encoded, double unit)
    {
        var points = new double[encoded.GetArrayLength()];
        var (longitude, latitude, at) = (0, 0, 0);
        foreach (var number in encoded.EnumerateArray())
        {
            if (at % 2 == 0)
            {
                longitude += number.GetInt32();
            }
            else
            {
                latitude += number.GetInt32();
                (points[at - 1], points[at]) = MapFrame.Square(latitude * unit, longitude * unit);
            }

            at++;
        }

        return new BaseMapLine(points);
    }

    /// <summary>Adds what of the ring is in the frame, or near it, closed.</summary>
    public void AddRing(Outline outline, MapFrame frame, double shift)
    {
        var contour = new Contour();
        Follow(frame, shift, (x, y) => contour.Add(x, y));
        contour = Cut(Cut(Cut(Cut(contour, p => p.X - Left(frame)), p => Right(frame) - p.X), p => p.Y - Top(frame)), p => Bottom(frame) - p.Y);
        if (contour.Count > 2)
        {
            contour.IsClosed = true;
            outline.Add(contour);
        }
    }

    /// <summary>Adds the pieces of the line that are in the frame, or near it.</summary>
    /// <param name="isDrawn">Says of two neighbouring points of the unit square whether there is a line between them; null: always.</param>
    public void AddLine(Outline outline, MapFrame frame, double shift, bool isClosed, Func<double, double, double, double, bool>? isDrawn = null)
    {
        var (before, isOn) = ((X: double.NaN, Y: 0.0), false);
        var (lastX, lastY) = (0.0, 0.0);
        var count = _points.Length + (isClosed ? 2 : 0);
        for (var at = 0; at < count; at += 2)
        {
            var (x, y) = (_points[at % _points.Length], _points[(at + 1) % _points.Length]);
            var here = frame.OnSheet(x + shift, y);
            var isNext = at > 0 && (isDrawn is null || isDrawn(lastX, lastY, x, y));
            (lastX, lastY) = (x, y);
            if (!isNext || !Touches(before, here, frame))
            {
                (before, isOn) = (here, false);
                continue;
            }

            if (Math.Abs(here.X - before.X) + Math.Abs(here.Y - before.Y) < Nothing && at + 2 < count)
            {
                continue;
            }

            AddPiece(outline, frame, before, here, isOn);
            (before, isOn) = (here, frame.IsNear(here, Beside));
        }
    }

    /// <summary>Adds what of a straight piece is near the frame: close up, a piece may be thousands of pixels long.</summary>
    private static void AddPiece(Outline outline, MapFrame frame, (double X, double Y) from, (double X, double Y) to, bool goesOn)
    {
        var (first, last) = (0.0, 1.0);
        foreach (var (start, end) in new[]
        {
            (from.X - Left(frame), to.X - Left(frame)), (Right(frame) - from.X, Right(frame) - to.X),
            (from.Y - Top(frame), to.Y - Top(frame)), (Bottom(frame) - from.Y, Bottom(frame) - to.Y),
        })
        {
            if (start < 0 && end < 0)
            {
                return;
            }

            (first, last) = (start < 0 ? Math.Max(first, start / (start - end)) : first, end < 0 ? Math.Min(last, start / (start - end)) : last);
        }

        if (first < last)
        {
            if (!goesOn || first > 0)
            {
                outline.MoveTo(from.X + ((to.X - from.X) * first), from.Y + ((to.Y - from.Y) * first));
            }

            outline.LineTo(from.X + ((to.X - from.X) * last), from.Y + ((to.Y - from.Y) * last));
        }
    }

    private static double Left(MapFrame frame) => frame.X - Beside;

    private static double Right(MapFrame frame) => frame.X + frame.Width + Beside;

    private static double Top(MapFrame frame) => frame.Y - Beside;

    private static double Bottom(MapFrame frame) => frame.Y + frame.Height + Beside;

    private static bool Touches((double X, double Y) from, (double X, double Y) to, MapFrame frame) =>
        Math.Max(from.X, to.X) > Left(frame) && Math.Min(from.X, to.X) < Right(frame) && Math.Max(from.Y, to.Y) > Top(frame) && Math.Min(from.Y, to.Y) < Bottom(frame);

    private void Follow(MapFrame frame, double shift, Action<double, double> take)
    {
        var before = (X: double.MinValue, Y: 0.0);
        for (var at = 0; at < _points.Length; at += 2)
        {
            var here = frame.OnSheet(_points[at] + shift, _points[at + 1]);
            if (Math.Abs(here.X - before.X) + Math.Abs(here.Y - before.Y) >= Nothing)
            {
                take(here.X, here.Y);
                before = here;
            }
        }
    }

    /// <summary>The part of a ring on one side of a straight line; pieces of it may run along the line, outside the frame.</summary>
    /// <param name="inside">How far a point is on the side that stays.</param>
    private static Contour Cut(Contour ring, Func<(double X, double Y), double> inside)
    {
        var kept = new Contour();
        for (var at = 0; at < ring.Count; at++)
        {
            var (from, to) = (ring[at], ring[(at + 1) % ring.Count]);
            var (fromInside, toInside) = (inside(from), inside(to));
            if (fromInside >= 0)
            {
                kept.Add(from.X, from.Y);
            }

            if (fromInside < 0 != toInside < 0)
            {
                var share = fromInside / (fromInside - toInside);
                kept.Add(from.X + ((to.X - from.X) * share), from.Y + ((to.Y - from.Y) * share));
            }
        }

        return kept;
    }
}
