using Dashboard.Drawing;
using Dashboard.Drawing.Maps;
using Dashboard.Index.Tiles;

namespace Dashboard.Web.Sharing.Pictures;

/// <summary>Many incidents as cells, the darker the more: exact counts, as the index tells them for this part of the map.</summary>
internal static class DensityPainter
{
    private const int Steps = 24;

    /// <summary>The share of cells whose count has a colour of its own.</summary>
    private const double Common = 0.98;

    private const int LeastTop = 10;
    private const double FaintAlpha = 0.74;
    private const double StrongAlpha = 0.86;

    /// <summary>Cells of four to eight pixels that cover the frame.</summary>
    public static GridView ViewOf(MapFrame frame)
    {
        var zoom = Math.Clamp((int)Math.Floor(frame.Zoom) - 1, 0, TileAddress.DeepestZoom);
        var world = TileAddress.Side << zoom;
        var (left, top) = ((int)Math.Floor(frame.Left * world), (int)Math.Floor(frame.Top * world));
        return new GridView(zoom, left, top,
            Math.Min(world, (int)Math.Ceiling((frame.Left + (frame.Width / frame.World)) * world) - left),
            (int)Math.Ceiling((frame.Top + (frame.Height / frame.World)) * world) - top);
    }

    /// <summary>A round count that few cells go beyond.</summary>
    public static int Top(IEnumerable<uint> cells)
    {
        uint[] counts = [.. cells.Where(count => count > 0).Order()];
        var high = Math.Max(LeastTop, counts.Length == 0 ? 0 : counts[Math.Min(counts.Length - 1, (int)(counts.Length * Common))]);
        var power = Math.Pow(10, Math.Floor(Math.Log10(high)));
        return (int)new[] { 1, 2, 5, 10 }.Select(step => step * power).First(round => round >= high);
    }

    /// <summary>The colour of a count.</summary>
    /// <param name="top">The count that has the last colour, as have all above.</param>
    public static Colour ColourOf(double count, int top, PictureColours colours) => OfStep(StepOf(count, top), colours);

    public static void Paint(Sheet sheet, MapFrame frame, GridCounts grid, int top, PictureColours colours)
    {
        var steps = new Outline[Steps];
        var (view, world) = (grid.View, (double)(TileAddress.Side << grid.View.Zoom));
        foreach (var (cell, count) in grid.Cells.Index().Where(cell => cell.Item > 0))
        {
            var (column, row) = (cell % view.Width, cell / view.Width);
            var (left, upper) = frame.OnSheet((view.Left + column) / world, (view.Top + row) / world);
            var (right, lower) = frame.OnSheet((view.Left + column + 1) / world, (view.Top + row + 1) / world);
            // On whole pixels, so that no seam shows between cells.
            (left, right) = (Math.Round(left), Math.Round(right));
            (upper, lower) = (Math.Round(upper), Math.Round(lower));
            (steps[StepOf(count, top)] ??= new Outline()).Add(Outline.Rectangle(left, upper, right - left, lower - upper));
        }

        foreach (var (step, cells) in steps.Index().Where(step => step.Item is not null))
        {
            sheet.Fill(cells, OfStep(step, colours));
        }
    }

    private static int StepOf(double count, int top) => (int)Math.Round(Math.Min(1, Math.Log(Math.Max(1, count)) / Math.Log(top)) * (Steps - 1));

    private static Colour OfStep(int step, PictureColours colours)
    {
        var (share, stops) = ((double)step / (Steps - 1), colours.Density);
        var at = share * (stops.Count - 1);
        var from = Math.Min((int)at, stops.Count - 2);
        return stops[from].Towards(stops[from + 1], at - from).At(FaintAlpha + ((StrongAlpha - FaintAlpha) * share));
    }
}
