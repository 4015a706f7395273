using System.Collections.Concurrent;
using System.Text;

namespace Dashboard.Drawing.Fonts;

/// <summary>
/// Letters as outlines, regular and bold. Arabic letters are joined and run from right to left; a character that the font does
/// not have is an empty box. Safe to use from many threads.
/// </summary>
public sealed class Typeface
{
    private readonly Weight _regular;
    private readonly Weight _bold;

    /// <param name="regular">A TrueType file.</param>
    /// <param name="bold">A TrueType file.</param>
    /// <exception cref="InvalidDataException">One of them has no table of all of Unicode.</exception>
    public Typeface(byte[] regular, byte[] bold) => (_regular, _bold) = (new Weight(regular), new Weight(bold));

    /// <summary>How wide a line is, in pixels.</summary>
    public double Measure(string text, double size, bool isBold) => Measure(VisualOrder.Of(text), size, isBold ? _bold : _regular);

    /// <summary>The text, or as much of its beginning as fits, with an ellipsis.</summary>
    public string Fit(string text, double size, bool isBold, double width)
    {
        if (Measure(text, size, isBold) <= width)
        {
            return text;
        }

        var letters = text.EnumerateRunes().Select(rune => rune.ToString()).ToList();
        var (fits, tooMany) = (0, letters.Count);
        while (tooMany - fits > 1)
        {
            var middle = (fits + tooMany) / 2;
            var isFitting = Measure($"{string.Concat(letters.Take(middle)).TrimEnd()}…", size, isBold) <= width;
            (fits, tooMany) = isFitting ? (middle, tooMany) : (fits, middle);
        }

        return fits == 0 ? "" : $"{string.Concat(letters.Take(fits)).TrimEnd(' ', ',', '·')}…";
    }

    internal Outline Outline(WrittenText written)
    {
        var weight = written.Lettering.IsBold ? _bold : _regular;
        var text = VisualOrder.Of(written.Text);
        var scale = written.Lettering.Size / weight.UnitsPerEm;
        var x = written.X - (written.Lettering.Side switch { TextSide.Middle => 0.5, TextSide.Right => 1, _ => 0 } * Measure(text, written.Lettering.Size, weight));
        var line = new Outline();
        foreach (var rune in text.EnumerateRunes())
        {
            var glyph = weight.GlyphOf(rune);
            line.Add(glyph.Outline.Moved(x, written.Y, scale));
            x += glyph.Width * scale;
        }

        return line;
    }

    private static double Measure(string visible, double size, Weight weight) =>
        visible.EnumerateRunes().Sum(rune => weight.GlyphOf(rune).Width) * size / weight.UnitsPerEm;

    /// <param name="Outline">y downwards.</param>
    private sealed record Glyph(Outline Outline, double Width);

    private sealed class Weight(byte[] file)
    {
        private readonly FontFile _font = new(file);
        private readonly ConcurrentDictionary<int, Glyph> _glyphs = new();

        public int UnitsPerEm => _font.UnitsPerEm;

        /// <summary>All of a font at most: as many as it has, and no more for characters that it does not have.</summary>
        public Glyph GlyphOf(Rune rune) => _glyphs.GetOrAdd(_font.GlyphOf(rune.Value), static (glyph, font) =>
            new Glyph(Flipped(font.OutlineOf(glyph)), font.WidthOf(glyph)), _font);

        private static Outline Flipped(Outline outline)
        {
            var flipped = new Outline();
            foreach (var contour in outline.Contours)
            {
                var turned = new Contour { IsClosed = true };
                for (var point = 0; point < contour.Count; point++)
                {
                    turned.Add(contour[point].X, -contour[point].Y);
                }

                flipped.Add(turned);
            }

            return flipped;
        }
    }
}
