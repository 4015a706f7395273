namespace Dashboard.Drawing;

/// <summary>
/// What is drawn, in order, each thing over those before it: filled and stroked outlines, and words. The same sheet becomes a
/// PNG of any scale or an SVG.
/// </summary>
/// <param name="width">Pixels at scale 1.</param>
/// <param name="height">Pixels at scale 1.</param>
public sealed class Sheet(int width, int height)
{
    private readonly List<SheetItem> _items = [];

    public int Width => width;

    public int Height => height;

    public IReadOnlyList<SheetItem> Items => _items;

    /// <param name="isEvenOdd">True where contours inside contours are holes, whichever way they go round.</param>
    public void Fill(Outline outline, Colour colour, bool isEvenOdd = false)
    {
        if (!outline.IsEmpty)
        {
            _items.Add(new FilledOutline(outline, colour, isEvenOdd));
        }
    }

    /// <param name="dash">Lengths of ink and gap in pixels; none for a line without gaps.</param>
    public void Stroke(Outline outline, Colour colour, double width, params IReadOnlyList<double> dash)
    {
        if (!outline.IsEmpty)
        {
            _items.Add(new StrokedOutline(outline, colour, width, dash));
        }
    }

    /// <param name="y">Of the line that letters stand on.</param>
    public void Write(string text, double x, double y, Lettering lettering)
    {
        if (text.Length > 0)
        {
            _items.Add(new WrittenText(text, x, y, lettering));
        }
    }
}

/// <summary>One thing on a sheet.</summary>
public abstract record SheetItem;

/// <inheritdoc cref="Sheet.Fill"/>
public sealed record FilledOutline(Outline Outline, Colour Colour, bool IsEvenOdd) : SheetItem;

/// <inheritdoc cref="Sheet.Stroke"/>
public sealed record StrokedOutline(Outline Outline, Colour Colour, double Width, IReadOnlyList<double> Dash) : SheetItem;

/// <inheritdoc cref="Sheet.Write"/>
public sealed record WrittenText(string Text, double X, double Y, Lettering Lettering) : SheetItem;

/// <summary>How words look.</summary>
/// <param name="Size">Pixels.</param>
/// <param name="Halo">Of what is drawn around the letters, so that they can be read on anything; null for none.</param>
public sealed record Lettering(double Size, Colour Colour, bool IsBold = false, TextSide Side = TextSide.Left, Colour? Halo = null);

/// <summary>Which part of the words stands where they are written.</summary>
public enum TextSide
{
    Left,
    Middle,
    Right,
}
