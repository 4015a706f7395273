namespace Dashboard.Drawing;

/// <summary>
/// How much of each pixel an outline covers, exactly: every edge leaves, in each row, how much it adds to all pixels from there
/// on, and a sum along the row is the coverage.
/// </summary>
/// <param name="width">Pixels.</param>
/// <param name="height">Pixels.</param>
internal sealed class Coverage(int width, int height)
{
    private readonly int _stride = width + 2;
    private readonly float[] _steps = new float[(width + 2) * height];

    /// <summary>The rows that were touched since they were taken.</summary>
    private int _top = int.MaxValue;
    private int _bottom;

    public int Top => _top;

    /// <summary>Exclusive.</summary>
    public int Bottom => _bottom;

    /// <summary>Adds an edge; what lies to the left of the picture counts at its side, what lies elsewhere outside does not count.</summary>
    public void AddEdge(double fromX, double fromY, double toX, double toY)
    {
        var direction = fromY < toY ? 1f : -1f;
        if (direction < 0)
        {
            (fromX, fromY, toX, toY) = (toX, toY, fromX, fromY);
        }

        if (toY <= 0 || fromY >= height || fromY == toY || (fromX >= width && toX >= width))
        {
            return;
        }

        var slope = (toX - fromX) / (toY - fromY);
        (fromX, fromY) = fromY < 0 ? (fromX - (fromY * slope), 0) : (fromX, fromY);
        (toX, toY) = toY > height ? (toX - ((toY - height) * slope), height) : (toX, toY);
        CutLeft(fromX, fromY, toX, toY, slope, direction);
    }

    /// <summary>The row's coverages from its left side on, summed up; the row is empty afterwards.</summary>
    public Span<float> TakeRow(int row) => _steps.AsSpan(row * _stride, width);

    /// <summary>Makes the row empty, whatever was taken of it.</summary>
    public void ClearRow(int row) => _steps.AsSpan(row * _stride, _stride).Clear();

    /// <summary>Begins anew.</summary>
    public void Forget() => (_top, _bottom) = (int.MaxValue, 0);

    private void CutLeft(double fromX, double fromY, double toX, double toY, double slope, float direction)
    {
        if (fromX < 0 || toX < 0)
        {
            if (fromX <= 0 && toX <= 0)
            {
                AddInside(0, fromY, 0, toY, 0, direction);
                return;
            }

            var y = Math.Clamp(fromY - (fromX / slope), fromY, toY);
            if (fromX < 0)
            {
                AddInside(0, fromY, 0, y, 0, direction);
                (fromX, fromY) = (0, y);
            }
            else
            {
                AddInside(0, y, 0, toY, 0, direction);
                (toX, toY) = (0, y);
            }
        }

        CutRight(fromX, fromY, toX, toY, slope, direction);
    }

    private void CutRight(double fromX, double fromY, double toX, double toY, double slope, float direction)
    {
        if (fromX > width || toX > width)
        {
            var y = Math.Clamp(fromY + ((width - fromX) / slope), fromY, toY);
            (fromX, fromY, toX, toY) = fromX > width ? ((double)width, y, toX, toY) : (fromX, fromY, (double)width, y);
        }

        AddInside(fromX, fromY, toX, toY, slope, direction);
    }

    private void AddInside(double fromX, double fromY, double toX, double toY, double slope, float direction)
    {
        var x = fromX;
        var last = Math.Min(height, (int)Math.Ceiling(toY));
        for (var row = (int)fromY; row < last; row++)
        {
            var part = Math.Min(row + 1, toY) - Math.Max(row, fromY);
            if (part <= 0)
            {
                continue;
            }

            var next = row + 1 >= toY ? toX : x + (slope * part);
            AddInRow(_steps.AsSpan(row * _stride, _stride), Math.Min(x, next), Math.Max(x, next), (float)part * direction);
            (_top, _bottom) = (Math.Min(_top, row), Math.Max(_bottom, row + 1));
            x = next;
        }
    }

    /// <summary>An edge that goes from one x to another within a row: pixels between have a share each, all after it the whole.</summary>
    private static void AddInRow(Span<float> row, double from, double to, float height)
    {
        from = Math.Max(0, from);
        var (first, end) = ((int)from, (int)Math.Ceiling(to));
        if (end <= first + 1)
        {
            var right = (float)(((from + to) / 2) - first);
            row[first] += height * (1 - right);
            row[first + 1] += height * right;
            return;
        }

        var perPixel = (float)(1 / (to - from));
        var left = (float)(1 - (from - first));
        var rest = (float)(to - (end - 1));
        var (inFirst, inLast) = (perPixel * left * left / 2, perPixel * rest * rest / 2);
        row[first] += height * inFirst;
        if (end == first + 2)
        {
            row[first + 1] += height * (1 - inFirst - inLast);
        }
        else
        {
            var inSecond = perPixel * (left + 0.5f);
            row[first + 1] += height * (inSecond - inFirst);
            for (var pixel = first + 2; pixel < end - 1; pixel++)
            {
                row[pixel] += height * perPixel;
            }

            row[end - 1] += height * (1 - (inSecond + ((end - first - 3) * perPixel)) - inLast);
        }

        row[end] += height * inLast;
    }
}
