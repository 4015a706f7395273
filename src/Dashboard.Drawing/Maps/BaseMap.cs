using System.Text.Json;

namespace Dashboard.Drawing.Maps;

/// <summary>
/// The base map that the browser draws, from the same files, with the same lines at the same zooms: land, lakes, rivers,
/// borders. Read once; safe to draw from many threads.
/// </summary>
public sealed class BaseMap
{
    private const double ProvincesFrom = 5.2;

    /// <summary>Widths in pixels by zoom, in between by proportion.</summary>
    private static readonly (double Zoom, double Width)[] _borderWidths = [(3, 0.8), (6, 1.2), (9, 1.6)];

    private static readonly (double Zoom, double Width)[] _provinceWidths = [(5, 0.6), (8, 0.9), (11, 1.2)];

    private static readonly (double Zoom, double Width)[] _coastWidths = [(3, 0.6), (8, 1)];

    private static readonly (double From, (double Zoom, double Width)[] Widths)[] _riversByRank =
    [
        (3, [(3, 0.5), (6, 1.3), (9, 2.4), (12, 4)]),
        (5, [(5, 0.5), (8, 1), (12, 2)]),
        (6.8, [(7, 0.5), (9, 0.8), (12, 1.4)]),
    ];

    private readonly BaseMapLine[] _worldLand;
    private readonly BaseMapLine[] _worldBorders;
    private readonly BaseMapLine[] _land;
    private readonly BaseMapLine[] _borders;
    private readonly BaseMapLine[] _disputed;
    private readonly BaseMapLine[] _provinces;
    private readonly BaseMapLine[] _lakes;
    private readonly BaseMapLine[][] _rivers;
    private readonly (double Left, double Top, double Right, double Bottom) _region;

    /// <param name="world"><c>world.json</c>: the world, coarsely.</param>
    /// <param name="land"><c>land.json</c>: the region, finely.</param>
    /// <param name="detail"><c>detail.json</c>: its provinces, rivers and lakes.</param>
    /// <param name="places"><c>places.json</c>: its towns.</param>
    public BaseMap(JsonElement world, JsonElement land, JsonElement detail, JsonElement places)
    {
        (_worldLand, _worldBorders) = (Lines(world, "land"), Lines(world, "borders"));
        (_land, _borders, _disputed) = (Lines(land, "land"), Lines(land, "borders"), Lines(land, "disputed"));
        (_provinces, _lakes) = (Lines(detail, "provinces"), Lines(detail, "lakes"));
        var unit = detail.GetProperty("unit").GetDouble();
        _rivers = [.. Enumerable.Range(1, _riversByRank.Length).Select(rank => detail.GetProperty("rivers").EnumerateArray()
            .Where(river => river.GetProperty("rank").GetInt32() == rank)
            .Select(river => BaseMapLine.Read(river.GetProperty("line"), unit)).ToArray())];
        double[] box = [.. land.GetProperty("box").EnumerateArray().Select(side => side.GetDouble())];
        var ((left, top), (right, bottom)) = (MapFrame.Square(box[3], box[0]), MapFrame.Square(box[1], box[2]));
        _region = (left, top, right, bottom);
        Towns = [.. places.GetProperty("towns").EnumerateArray().Select(Town.Read)];
    }

    /// <summary>The largest first.</summary>
    public IReadOnlyList<Town> Towns { get; }

    public void Draw(Sheet sheet, MapFrame frame, MapColours colours)
    {
        int[] copies = [.. Enumerable.Range((int)Math.Floor(frame.Left), (int)Math.Floor(frame.Left + (frame.Width / frame.World)) - (int)Math.Floor(frame.Left) + 1)];
        sheet.Fill(Outline.Rectangle(frame.X, frame.Y, frame.Width, frame.Height), colours.Water);
        foreach (var copy in copies)
        {
            DrawCopy(sheet, frame, colours, copy);
        }
    }

    private void DrawCopy(Sheet sheet, MapFrame frame, MapColours colours, double shift)
    {
        var coast = WidthAt(_coastWidths, frame.Zoom);
        FillRings(sheet, frame, shift, _worldLand, colours.Land);
        Stroke(sheet, frame, shift, _worldLand, colours.River, coast, [], isClosed: true, (fromX, _, toX, _) => !(IsCut(fromX) && IsCut(toX)));
        var (left, top) = frame.OnSheet(_region.Left + shift, _region.Top);
        var (right, bottom) = frame.OnSheet(_region.Right + shift, _region.Bottom);
        (left, right) = (Math.Max(left, frame.X), Math.Min(right, frame.X + frame.Width));
        (top, bottom) = (Math.Max(top, frame.Y), Math.Min(bottom, frame.Y + frame.Height));
        if (right > left && bottom > top)
        {
            sheet.Fill(Outline.Rectangle(left, top, right - left, bottom - top), colours.Water);
            FillRings(sheet, frame, shift, _land, colours.Land);
            Stroke(sheet, frame, shift, _land, colours.River, coast, [], isClosed: true, (fromX, fromY, toX, toY) => IsInRegion(fromX, fromY) || IsInRegion(toX, toY));
            DrawDetail(sheet, frame, colours, shift, coast);
        }

        var border = WidthAt(_borderWidths, frame.Zoom);
        Stroke(sheet, frame, shift, _worldBorders, colours.Border, border, []);
        Stroke(sheet, frame, shift, _borders, colours.Border, border, []);
        Stroke(sheet, frame, shift, _disputed, colours.Border, border, [border * 4, border * 2.5]);
    }

    private void DrawDetail(Sheet sheet, MapFrame frame, MapColours colours, double shift, double coast)
    {
        if (frame.Zoom >= ProvincesFrom)
        {
            Stroke(sheet, frame, shift, _provinces, colours.Province.At(Math.Min(1, 0.4 + ((frame.Zoom - ProvincesFrom) * 0.6))), WidthAt(_provinceWidths, frame.Zoom), [4, 3]);
        }

        for (var rank = _riversByRank.Length - 1; rank >= 0; rank--)
        {
            if (frame.Zoom >= _riversByRank[rank].From)
            {
                Stroke(sheet, frame, shift, _rivers[rank], colours.River, WidthAt(_riversByRank[rank].Widths, frame.Zoom), []);
            }
        }

        FillRings(sheet, frame, shift, _lakes, colours.Lake);
        Stroke(sheet, frame, shift, _lakes, colours.River, coast, [], isClosed: true);
    }

    private static void FillRings(Sheet sheet, MapFrame frame, double shift, BaseMapLine[] rings, Colour colour)
    {
        var outline = new Outline();
        foreach (var ring in rings.Where(ring => IsSeen(ring, frame, shift)))
        {
            ring.AddRing(outline, frame, shift);
        }

        sheet.Fill(outline, colour, isEvenOdd: true);
    }

    private static void Stroke(Sheet sheet, MapFrame frame, double shift, BaseMapLine[] lines, Colour colour, double width, IReadOnlyList<double> dash,
        bool isClosed = false, Func<double, double, double, double, bool>? isDrawn = null)
    {
        var outline = new Outline();
        foreach (var line in lines.Where(line => IsSeen(line, frame, shift)))
        {
            line.AddLine(outline, frame, shift, isClosed, isDrawn);
        }

        sheet.Stroke(outline, colour, width, dash);
    }

    private static bool IsSeen(BaseMapLine line, MapFrame frame, double shift) =>
        line.MaxX + shift > frame.Left && line.MinX + shift < frame.Left + (frame.Width / frame.World)
        && line.MaxY > frame.Top && line.MinY < frame.Top + (frame.Height / frame.World);

    /// <summary>Along the antimeridian land is cut; there is no coast.</summary>
    private static bool IsCut(double x) => x is <= 0.1 / 360 or >= 1 - (0.1 / 360);

    private bool IsInRegion(double x, double y) => x > _region.Left && x < _region.Right && y > _region.Top && y < _region.Bottom;

    private static double WidthAt((double Zoom, double Width)[] widths, double zoom)
    {
        var after = Array.FindIndex(widths, step => step.Zoom >= zoom);
        if (after <= 0)
        {
            return after == 0 ? widths[0].Width : widths[^1].Width;
        }

        var (before, next) = (widths[after - 1], widths[after]);
        return before.Width + ((next.Width - before.Width) * (zoom - before.Zoom) / (next.Zoom - before.Zoom));
    }

    private static BaseMapLine[] Lines(JsonElement file, string name)
    {
        var unit = file.GetProperty("unit").GetDouble();
        return [.. file.GetProperty(name).EnumerateArray().Select(line => BaseMapLine.Read(line, unit))];
    }
}

/// <summary>The colours of the base map.</summary>
public sealed record MapColours(Colour Land, Colour Water, Colour River, Colour Lake, Colour Border, Colour Province);

/// <summary>A town that can be written on a map.</summary>
/// <param name="Square">Where it is, in the unit square.</param>
/// <param name="FromZoom">It is left out on maps of less.</param>
public sealed record Town(string Name, (double X, double Y) Square, double FromZoom, bool IsCapital)
{
    internal static Town Read(JsonElement row) => new(
        row[0].GetString()!, MapFrame.Square(row[1].GetDouble(), row[2].GetDouble()), row[3].GetDouble(), row.GetArrayLength() > 4 && row[4].GetInt32() == 1);
}
