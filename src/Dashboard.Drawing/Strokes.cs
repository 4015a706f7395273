namespace Dashboard.Drawing;

/// <summary>Turns lines into the outlines of what a round pen leaves, to be filled: every piece goes round the same way.</summary>
internal static class Strokes
{
    /// <summary>Where a line turns less, two pieces leave no gap that could be seen.</summary>
    private const double SharpTurn = 0.12;

    /// <summary>Thinner lines have no corners that could be seen.</summary>
    private const double ThinLine = 1;

    /// <summary>A line so long, in pixels, is drawn without gaps: nearly all of it lies outside of any sheet.</summary>
    private const double LongestDashed = 50_000;

    public static Outline Of(StrokedOutline stroke)
    {
        var ink = new Outline();
        foreach (var contour in stroke.Outline.Contours)
        {
            var points = Points(contour);
            var isDashed = stroke.Dash.Count > 0 && LengthOf(points) < LongestDashed;
            foreach (var line in isDashed ? Dashes(points, stroke.Dash) : [points])
            {
                Trace(ink, line, stroke.Width / 2, contour.IsClosed && !isDashed);
            }
        }

        return ink;
    }

    /// <summary>Without repetitions, the first point again at the end of a closed contour.</summary>
    private static List<(double X, double Y)> Points(Contour contour)
    {
        var points = new List<(double X, double Y)>(contour.Count + 1);
        for (var at = 0; at < contour.Count + (contour.IsClosed ? 1 : 0); at++)
        {
            var point = contour[at % contour.Count];
            if (points.Count == 0 || points[^1] != point)
            {
                points.Add(point);
            }
        }

        return points;
    }

    private static double LengthOf(List<(double X, double Y)> points) =>
        points.Zip(points.Skip(1)).Sum(piece => Math.Sqrt(Math.Pow(piece.Second.X - piece.First.X, 2) + Math.Pow(piece.Second.Y - piece.First.Y, 2)));

    private static void Trace(Outline ink, List<(double X, double Y)> points, double half, bool isClosed)
    {
        var before = (X: 0.0, Y: 0.0);
        for (var at = 1; at < points.Count; at++)
        {
            var ((fromX, fromY), (toX, toY)) = (points[at - 1], points[at]);
            var (x, y) = (toX - fromX, toY - fromY);
            var length = Math.Sqrt((x * x) + (y * y));
            (x, y) = (x / length, y / length);
            var (sideX, sideY) = (-y * half, x * half);
            ink.MoveTo(fromX - sideX, fromY - sideY).LineTo(toX - sideX, toY - sideY).LineTo(toX + sideX, toY + sideY).LineTo(fromX + sideX, fromY + sideY).Close();
            if (at > 1 && half > ThinLine / 2 && Math.Abs((before.X * y) - (before.Y * x)) + Math.Max(0, -(before.X * x) - (before.Y * y)) > SharpTurn)
            {
                AddCorner(ink, fromX, fromY, half);
            }

            before = (x, y);
        }

        if (isClosed && points.Count > 2 && half > ThinLine / 2)
        {
            AddCorner(ink, points[0].X, points[0].Y, half);
        }
    }

    private static void AddCorner(Outline ink, double x, double y, double half) => ink.Add(new Outline().AddArc(x, y, half, 0, 2 * Math.PI).Close());

    private static IEnumerable<List<(double X, double Y)>> Dashes(List<(double X, double Y)> points, IReadOnlyList<double> dash)
    {
        var (number, left) = (0, dash[0]);
        List<(double X, double Y)> line = points.Count > 0 ? [points[0]] : [];
        for (var at = 1; at < points.Count; at++)
        {
            var ((fromX, fromY), (toX, toY)) = (points[at - 1], points[at]);
            var length = Math.Sqrt(Math.Pow(toX - fromX, 2) + Math.Pow(toY - fromY, 2));
            var along = 0.0;
            while (length - along > left)
            {
                along += left;
                var turn = (fromX + ((toX - fromX) * along / length), fromY + ((toY - fromY) * along / length));
                if (number % 2 == 0)
                {
                    line.Add(turn);
                    yield return line;
                }

                line = [turn];
                left = dash[++number % dash.Count];
            }

            left -= length - along;
            if (number % 2 == 0)
            {
                line.Add((toX, toY));
            }
        }

        if (number % 2 == 0 && line.Count > 1)
        {
            yield return line;
        }
    }
}
