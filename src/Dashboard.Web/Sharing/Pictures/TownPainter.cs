using Dashboard.Drawing;
using Dashboard.Drawing.Fonts;
using Dashboard.Drawing.Maps;

namespace Dashboard.Web.Sharing.Pictures;

/// <summary>Writes the names of towns where they cover no sign and no other name.</summary>
/// <param name="taken">Boxes on the sheet that stay free.</param>
internal sealed class TownPainter(Sheet sheet, PictureColours colours, Typeface typeface, List<(double Left, double Top, double Right, double Bottom)> taken)
{
    private const int MostNames = 40;
    private const double DotRadius = 2.2;

    public void Paint(IReadOnlyList<Town> towns, MapFrame frame, double letters)
    {
        var written = 0;
        foreach (var town in towns.Where(town => town.FromZoom <= frame.Zoom).OrderBy(town => town.FromZoom))
        {
            var (x, y) = frame.OnSheet(town.Square);
            var width = typeface.Measure(town.Name, letters, town.IsCapital);
            var box = (Left: x - 5, Top: y - letters, Right: x + width + 10, Bottom: y + (letters / 2));
            var isInside = box.Left > frame.X + 4 && box.Right < frame.X + frame.Width - 4 && box.Top > frame.Y + 4 && box.Bottom < frame.Y + frame.Height - 4;
            if (!isInside || taken.Exists(other => other.Left < box.Right && other.Right > box.Left && other.Top < box.Bottom && other.Bottom > box.Top))
            {
                continue;
            }

            taken.Add(box);
            sheet.Fill(Outline.Circle(x, y, DotRadius), colours["--label"]);
            sheet.Write(town.Name, x + 6, y + (letters * 0.34), new Lettering(letters, colours["--label"], town.IsCapital, TextSide.Left, colours["--land"].At(0.85)));
            if (++written == MostNames)
            {
                return;
            }
        }
    }
}
