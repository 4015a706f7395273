using Dashboard.Drawing;
using Dashboard.Web.Explore;

namespace Dashboard.Web.Sharing.Pictures;

/// <summary>Draws signs, rings, discs and shapes as the browser's map does.</summary>
/// <param name="size">How large signs are; 1 is as on screen.</param>
internal sealed class SignPainter(Sheet sheet, PictureColours colours, double size)
{
    private const double SignRadius = 7;
    private const double BadgeRadius = 5;
    private const double LeastBand = 8;

    /// <summary>Paths of signs lie in a box of this reach.</summary>
    private const double PathReach = 8.7;

    private Colour Surface => colours["--surface"];

    public void PaintSymbol(MapSymbol symbol)
    {
        if (symbol.IsRing)
        {
            PaintRing(symbol);
        }
        else
        {
            PaintSign(symbol.Looks[0], symbol.X, symbol.Y, symbol.IsBadge ? BadgeRadius : SignRadius);
        }
    }

    /// <param name="radius">In pixels of the screen.</param>
    public void PaintSign(MapLook look, double x, double y, double radius)
    {
        var colour = colours[look.Sign.Property];
        var path = SvgPath.Read(look.Sign.Path).Moved(x, y, radius * size / PathReach);
        if (look.IsHollow)
        {
            sheet.Fill(path, Surface.At(0.75));
            sheet.Stroke(path, Surface.At(0.75), 3.5 * size);
            sheet.Stroke(path, colour, 1.3 * size, 2.4 * size, 1.8 * size);
        }
        else if (look.Sign.IsLine)
        {
            sheet.Fill(Outline.Circle(x, y, (radius + 1.5) * size), Surface);
            sheet.Stroke(path, colour, radius * 0.36 * size);
        }
        else
        {
            sheet.Stroke(path, Surface, 3 * size);
            sheet.Fill(path, colour);
        }
    }

    public void PaintDisc(MapDisc disc)
    {
        var colour = disc.Look is null ? colours["--text-2"] : colours[disc.Look.Sign.Property];
        var rim = Outline.Circle(disc.X, disc.Y, disc.Radius);
        sheet.Fill(rim, colour.At(0.14));
        sheet.Stroke(rim, colour.At(0.85), 1.25 * size, 3.5 * size, 2.5 * size);
    }

    /// <summary>A ring of the accent's colour around what is open.</summary>
    public void PaintSelection(MapSymbol symbol)
    {
        var radius = symbol.IsRing ? RingRadius(symbol.Looks.Count) + 4 : 13;
        sheet.Stroke(Outline.Circle(symbol.X, symbol.Y, radius * size), Surface, 5 * size);
        sheet.Stroke(Outline.Circle(symbol.X, symbol.Y, radius * size), colours["--accent"], 2.5 * size);
    }

    /// <summary>An area, a corridor as wide as it is, a line or a route.</summary>
    /// <param name="isArea">True for a ring with an inside.</param>
    /// <param name="band">How wide a corridor is, in pixels; null for a line.</param>
    public void PaintShape(MapLook look, IReadOnlyList<(double X, double Y)> points, bool isArea, double? band)
    {
        var colour = colours[look.Sign.Property];
        var outline = Outline.Line([.. points]);
        if (isArea)
        {
            outline.Close();
            sheet.Fill(outline, colour.At(0.16));
            sheet.Stroke(outline, colour.At(0.8), 1.25 * size);
        }
        else if (band is { } width)
        {
            sheet.Stroke(outline, colour.At(0.24), Math.Max(LeastBand * size, width));
        }
        else
        {
            sheet.Stroke(outline, Surface, 5.5 * size);
            sheet.Stroke(outline, colour, 2.5 * size);
        }

        var (x, y) = isArea ? points.MinBy(point => point.Y) : points[points.Count / 2];
        PaintSign(look, x, y, BadgeRadius + 1);
    }

    private void PaintRing(MapSymbol symbol)
    {
        var (radius, count) = (RingRadius(symbol.Looks.Count), symbol.Looks.Count);
        var width = Math.Min(5.5, 3.2 + (radius / 12));
        sheet.Fill(Outline.Circle(symbol.X, symbol.Y, (radius + 1.5) * size), Surface);
        var parts = symbol.Parts.ToList();
        var gap = parts.Count > 1 ? 1.6 / radius : 0;
        var angle = -Math.PI / 2;
        foreach (var (look, number) in parts)
        {
            var end = angle + (2 * Math.PI * number / count);
            var arc = new Outline().AddArc(symbol.X, symbol.Y, (radius - (width / 2)) * size, angle + (gap / 2), Math.Max(angle + gap, end - (gap / 2)));
            sheet.Stroke(arc, colours[look.PartProperty], (look.IsHollow ? 1.6 : width) * size, look.IsHollow ? [3 * size, 2.2 * size] : []);
            angle = end;
        }

        var letters = (radius < 24 ? 12 : 13) * size;
        sheet.Write(SeenWords.Number(count), symbol.X, symbol.Y + (letters * 0.36), new Lettering(letters, colours["--text"], IsBold: true, TextSide.Middle));
    }

    private static double RingRadius(int count) => Math.Min(34, 11.5 + (3.4 * Math.Log(count)));
}
