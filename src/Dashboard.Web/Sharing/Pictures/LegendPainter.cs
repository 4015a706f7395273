using System.Globalization;
using Dashboard.Drawing;
using Dashboard.Drawing.Fonts;
using Dashboard.Drawing.Maps;
using Dashboard.Web.Explore;

namespace Dashboard.Web.Sharing.Pictures;

/// <summary>Draws what explains the map: the signs with their names and counts, or the ramp of density, and the scale.</summary>
internal sealed class LegendPainter(Sheet sheet, PictureColours colours, Typeface typeface)
{
    private const double Letters = 13;
    private const double Line = 22;
    private const double Inside = 12;
    private const double RampWidth = 150;
    private const double LongestBar = 140;
    private const int RampSteps = 30;

    /// <param name="parts">The signs, and how many incidents have each.</param>
    /// <param name="right">Where the box ends on the right.</param>
    /// <param name="bottom">Where the box ends below.</param>
    /// <returns>The box.</returns>
    public (double Left, double Top, double Right, double Bottom) PaintSigns(IReadOnlyList<(MapLook Look, string Words, int Count)> parts, bool hasDiscs, double right, double bottom)
    {
        var lines = parts.Select(part => (part.Look, Words: $"{part.Words}  {SeenWords.Number(part.Count)}")).ToList();
        const string Disc = "Somewhere in the circle";
        var widest = lines.Select(line => line.Words).Concat(hasDiscs ? [Disc] : []).Max(words => typeface.Measure(words, Letters, isBold: false));
        var box = Box(right, bottom, widest + 28 + (2 * Inside), ((lines.Count + (hasDiscs ? 1 : 0)) * Line) + (2 * Inside) - 6);
        var painter = new SignPainter(sheet, colours, 1);
        var y = box.Top + Inside + 8;
        foreach (var (look, words) in lines)
        {
            painter.PaintSign(look, box.Left + Inside + 8, y, 7);
            Write(words, box.Left + Inside + 28, y + 4.5);
            y += Line;
        }

        if (hasDiscs)
        {
            painter.PaintDisc(new MapDisc(box.Left + Inside + 8, y, 8, Look: null));
            Write(Disc, box.Left + Inside + 28, y + 4.5);
        }

        return box;
    }

    /// <summary>From one incident in a cell to the count that has the last colour.</summary>
    public (double Left, double Top, double Right, double Bottom) PaintRamp(int top, double right, double bottom)
    {
        var box = Box(right, bottom, RampWidth + (2 * Inside), 62);
        Write("Incidents in a cell", box.Left + Inside, box.Top + 20);
        for (var step = 0; step < RampSteps; step++)
        {
            var count = Math.Pow(top, (double)step / (RampSteps - 1));
            sheet.Fill(Outline.Rectangle(box.Left + Inside + (step * RampWidth / RampSteps), box.Top + 28, RampWidth / RampSteps, 10), DensityPainter.ColourOf(count, top, colours));
        }

        var small = new Lettering(11, colours["--text-2"]);
        sheet.Write("1", box.Left + Inside, box.Top + 52, small);
        sheet.Write($"{SeenWords.Number(top)} and more", box.Right - Inside, box.Top + 52, small with { Side = TextSide.Right });
        return box;
    }

    /// <summary>A bar of a round length, true at its own height.</summary>
    public (double Left, double Top, double Right, double Bottom) PaintScale(MapFrame frame, double left, double bottom)
    {
        var metresPerPixel = 1 / frame.Pixels(1, frame.LatitudeAt(bottom));
        var power = Math.Pow(10, Math.Floor(Math.Log10(LongestBar * metresPerPixel)));
        var metres = new[] { 5, 2, 1 }.Select(step => step * power).First(length => length <= LongestBar * metresPerPixel);
        var width = metres / metresPerPixel;
        var words = metres >= 1000 ? string.Create(CultureInfo.InvariantCulture, $"{metres / 1000:#,0} km") : string.Create(CultureInfo.InvariantCulture, $"{metres:0} m");
        var bar = Outline.Line((left, bottom - 6), (left, bottom), (left + width, bottom), (left + width, bottom - 6));
        sheet.Stroke(bar, colours["--surface"].At(0.85), 4);
        sheet.Stroke(bar, colours["--text"], 1.5);
        sheet.Write(words, left, bottom - 11, new Lettering(12, colours["--text"], Halo: colours["--surface"].At(0.85)));
        return (left - 6, bottom - 28, left + width + 6, bottom + 6);
    }

    private (double Left, double Top, double Right, double Bottom) Box(double right, double bottom, double width, double height)
    {
        sheet.Fill(Outline.Rectangle(right - width - 1, bottom - height - 1, width + 2, height + 2), colours["--line-2"]);
        sheet.Fill(Outline.Rectangle(right - width, bottom - height, width, height), colours["--surface"].At(0.96));
        return (right - width, bottom - height, right, bottom);
    }

    private void Write(string words, double x, double y) => sheet.Write(words, x, y, new Lettering(Letters, colours["--text"]));
}
