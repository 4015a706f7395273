namespace Dashboard.Drawing;

/// <summary>
/// Contours of straight pieces, in pixels of the sheet, y downwards; curves are cut into as many pieces as a picture of four
/// times the size needs. Filled, every contour is closed.
/// </summary>
public sealed class Outline
{
    private const int PiecesOfCurve = 6;
    private const int MostPiecesOfCircle = 96;
    private const int LeastPiecesOfCircle = 20;

    private readonly List<Contour> _contours = [];

    public IReadOnlyList<Contour> Contours => _contours;

    public bool IsEmpty => _contours.Count == 0;

    public static Outline Rectangle(double left, double top, double width, double height) => new Outline()
        .MoveTo(left, top).LineTo(left + width, top).LineTo(left + width, top + height).LineTo(left, top + height).Close();

    public static Outline Circle(double x, double y, double radius) => new Outline().AddArc(x, y, radius, 0, 2 * Math.PI).Close();

    /// <summary>A line through points.</summary>
    public static Outline Line(params ReadOnlySpan<(double X, double Y)> points)
    {
        var line = new Outline();
        foreach (var (x, y) in points)
        {
            line.Continue(x, y);
        }

        return line;
    }

    public Outline MoveTo(double x, double y)
    {
        _contours.Add(new Contour());
        _contours[^1].Add(x, y);
        return this;
    }

    public Outline LineTo(double x, double y)
    {
        _contours[^1].Add(x, y);
        return this;
    }

    /// <summary>Goes on to a point, or begins there.</summary>
    public Outline Continue(double x, double y) => IsEmpty ? MoveTo(x, y) : LineTo(x, y);

    /// <summary>A curve with one control point.</summary>
    public Outline CurveTo(double controlX, double controlY, double x, double y)
    {
        var (fromX, fromY) = _contours[^1].Last;
        for (var piece = 1; piece <= PiecesOfCurve; piece++)
        {
            var share = (double)piece / PiecesOfCurve;
            var (before, at, after) = ((1 - share) * (1 - share), 2 * share * (1 - share), share * share);
            LineTo((before * fromX) + (at * controlX) + (after * x), (before * fromY) + (at * controlY) + (after * y));
        }

        return this;
    }

    /// <summary>A part of a circle, clockwise on the sheet from the right; goes on from where the contour is, if it has begun.</summary>
    /// <param name="from">Radians.</param>
    /// <param name="to">Radians; before <paramref name="from"/>, it goes the other way round.</param>
    public Outline AddArc(double x, double y, double radius, double from, double to)
    {
        var around = Math.Clamp((int)Math.Ceiling(7 * Math.Sqrt(radius)), LeastPiecesOfCircle, MostPiecesOfCircle);
        var pieces = Math.Max(1, (int)Math.Ceiling(around * Math.Abs(to - from) / (2 * Math.PI)));
        for (var piece = 0; piece <= pieces; piece++)
        {
            var angle = from + ((to - from) * piece / pieces);
            Continue(x + (radius * Math.Cos(angle)), y + (radius * Math.Sin(angle)));
        }

        return this;
    }

    public Outline Close()
    {
        _contours[^1].IsClosed = true;
        return this;
    }

    public Outline Add(Contour contour)
    {
        _contours.Add(contour);
        return this;
    }

    public Outline Add(Outline other)
    {
        _contours.AddRange(other._contours);
        return this;
    }

    /// <summary>The same, larger and elsewhere.</summary>
    public Outline Moved(double x, double y, double scale = 1)
    {
        var moved = new Outline();
        foreach (var contour in _contours)
        {
            moved._contours.Add(contour.Moved(x, y, scale));
        }

        return moved;
    }
}

/// <summary>One stroke of the pen: x, y, x, y …</summary>
public sealed class Contour
{
    private readonly List<double> _values = [];

    /// <summary>How many points.</summary>
    public int Count => _values.Count / 2;

    public bool IsClosed { get; set; }

    public (double X, double Y) Last => this[Count - 1];

    public (double X, double Y) this[int point] => (_values[2 * point], _values[(2 * point) + 1]);

    public void Add(double x, double y)
    {
        _values.Add(x);
        _values.Add(y);
    }

    internal Contour Moved(double x, double y, double scale)
    {
        var moved = new Contour { IsClosed = IsClosed };
        for (var point = 0; point < Count; point++)
        {
            moved.Add((_values[2 * point] * scale) + x, (_values[(2 * point) + 1] * scale) + y);
        }

        return moved;
    }
}
