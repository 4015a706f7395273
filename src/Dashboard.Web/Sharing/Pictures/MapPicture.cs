using Dashboard.Data;
using Dashboard.Domain.Places;
using Dashboard.Domain.Querying;
using Dashboard.Drawing.Maps;
using Dashboard.Index.Tiles;
using Dashboard.Web.Explore;
using Dashboard.Web.Incidents;

namespace Dashboard.Web.Sharing.Pictures;

/// <summary>
/// What the map of a picture shows, and which part of the world: the incidents one by one where the page would draw them so, else
/// their counts by cell.
/// </summary>
/// <param name="Incidents">Those that are drawn; none where there are too many.</param>
/// <param name="Scene">Null where there are too many.</param>
/// <param name="Grid">Null where there are few.</param>
internal sealed record MapPicture(MapFrame Frame, IReadOnlyList<MapIncident> Incidents, MapScene? Scene, GridCounts? Grid, SharedView Shared)
{
    /// <summary>Room around what a map opens on: for signs, and for what stands in its corners.</summary>
    private const double Padding = 64;

    private const string LeadKey = " leads";
    private const string UnmentionedKey = " unmentioned";

    /// <exception cref="OperationCanceledException">It was told to stop.</exception>
    public static MapPicture Of(SharedView shared, SheetLayout layout, CancellationToken stop)
    {
        var (revision, view) = (shared.Revision, shared.View);
        if (Picture.IsMany(revision, view.Query, shared.Found))
        {
            using var coarse = revision.Grid(view.Query, new GridView(1, 0, 0, 2 * TileAddress.Side, 2 * TileAddress.Side), stop);
            var wide = FrameOf(layout, view, [], () => Weighed(coarse));
            return new MapPicture(wide, [], Scene: null, revision.Grid(view.Query, DensityPainter.ViewOf(wide), stop), shared);
        }

        var all = revision.Draw(shared.Found, stop).Where(drawn => drawn.Incident.IsPlaced).ToList();
        var mentioned = shared.Lens is null ? null : revision.Mentioned(view.Query, [.. all.Select(drawn => drawn.Number)]);
        MapIncident[] incidents = [.. all.Select(drawn => new MapIncident(drawn, LookOf(drawn, shared, isUnmentioned: mentioned?.Contains(drawn.Number) is false)))];
        var frame = FrameOf(layout, view, [.. incidents.Where(incident => incident.Drawn.Incident.Slug == view.Selection).SelectMany(OpenAt)], () => [.. incidents.SelectMany(PointsOf)]);
        return new MapPicture(frame, incidents, MapScene.Of(incidents, frame, layout.SignSize), Grid: null, shared);
    }

    /// <summary>What an incident is counted as, in words.</summary>
    public string NameOf(MapIncident incident) => incident.Look.Key == LeadKey ? "Lead, not checked"
        : incident.Look.Key == UnmentionedKey ? $"Not mentioned by {Shared.Lens!.Name}"
        : Shared.View.Colour == ColourBy.Dataset ? Shared.Revision.Datasets.TitleOf(incident.Drawn.Dataset)
        : incident.Drawn.Incident.Kind.Label;

    /// <summary>Paints shapes, then discs, then signs, and tells what they cover.</summary>
    public void Paint(SignPainter painter, List<(double Left, double Top, double Right, double Bottom)> taken)
    {
        foreach (var incident in Incidents)
        {
            if (incident.Shape is { } shape)
            {
                PaintShape(painter, incident, shape);
            }
        }

        foreach (var disc in Scene!.Discs)
        {
            painter.PaintDisc(disc);
        }

        foreach (var symbol in Scene.Symbols.Where(symbol => Frame.IsNear((symbol.X, symbol.Y), Padding)))
        {
            painter.PaintSymbol(symbol);
            if (symbol.Incidents.Any(number => Incidents[number].Drawn.Incident.Slug == Shared.View.Selection))
            {
                painter.PaintSelection(symbol);
            }

            var reach = symbol.IsRing ? 26 : 12;
            taken.Add((symbol.X - reach, symbol.Y - reach, symbol.X + reach, symbol.Y + reach));
        }
    }

    private void PaintShape(SignPainter painter, MapIncident incident, IReadOnlyList<(double X, double Y)> shape)
    {
        var middle = shape[shape.Count / 2];
        var (shift, at) = (Frame.OnSheet(middle).X - Frame.OnSheet(middle.X, middle.Y).X, incident.Drawn.Incident.Geometry);
        List<(double X, double Y)> points = [.. shape.Select(point => Frame.OnSheet(point.X, point.Y)).Select(point => (point.X + shift, point.Y))];
        var latitude = at!.Points.Average(point => point.Latitude);
        painter.PaintShape(incident.Look, points, at is PolygonGeometry, at is LineGeometry { HalfWidthMetres: { } half } ? Frame.Pixels(2 * half, latitude) : null);
    }

    private static MapLook LookOf(DrawnIncident drawn, SharedView shared, bool isUnmentioned)
    {
        var sign = shared.View.Colour == ColourBy.Dataset ? shared.Revision.Datasets.SignOf(drawn.Dataset) : Sign.OfKind(drawn.Incident.Kind);
        if (isUnmentioned)
        {
            return new MapLook(UnmentionedKey, sign with { Property = MapLook.Unmentioned }, IsHollow: true);
        }

        var key = drawn.Incident.IsLead ? LeadKey : shared.View.Colour == ColourBy.Dataset ? drawn.Dataset : drawn.Incident.Kind.Key;
        return new MapLook(key, sign, drawn.Incident.IsLead);
    }

    /// <summary>As the address says, else where most incidents are, or at the open one where that cannot be seen there.</summary>
    /// <param name="open">Where the open incident was.</param>
    private static MapFrame FrameOf(SheetLayout layout, ViewState view, IReadOnlyList<(double X, double Y)> open, Func<IReadOnlyList<(double X, double Y, double Weight)>> points)
    {
        var (middle, zoom) = view.Viewport is { } port
            ? (MapFrame.Square(port.Centre.Latitude, port.Centre.Longitude), port.Zoom)
            : MapHome.Of(points(), layout.Width - (2 * Padding), layout.MapHeight - (2 * Padding));
        var frame = MapFrame.Around(0, layout.Header, layout.Width, layout.MapHeight, middle, zoom);
        return view.Viewport is null && open.Count > 0 && !open.Any(point => frame.IsNear(frame.OnSheet(point), -Padding / 2))
            ? MapFrame.Around(0, layout.Header, layout.Width, layout.MapHeight, open[0], zoom)
            : frame;
    }

    private static IEnumerable<(double X, double Y)> OpenAt(MapIncident incident) => incident.Shape ?? [.. incident.Spots(0).Select(spot => spot.Square)];

    private static IEnumerable<(double X, double Y, double Weight)> PointsOf(MapIncident incident)
    {
        if (incident.Shape is { } shape)
        {
            return incident.Drawn.Incident.Geometry is RouteGeometry
                ? []
                : [((shape.Min(point => point.X) + shape.Max(point => point.X)) / 2, (shape.Min(point => point.Y) + shape.Max(point => point.Y)) / 2, 1)];
        }

        return incident.Spots(0).Select(spot => (spot.Square.X, spot.Square.Y, 1.0));
    }

    private static List<(double X, double Y, double Weight)> Weighed(GridCounts grid)
    {
        var world = (double)(TileAddress.Side << grid.View.Zoom);
        return [.. grid.Cells.Index().Where(cell => cell.Item > 0)
            .Select(cell => (((cell.Index % grid.View.Width) + 0.5) / world, ((cell.Index / grid.View.Width) + 0.5) / world, (double)cell.Item))];
    }
}
