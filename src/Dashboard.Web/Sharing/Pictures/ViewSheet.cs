using Dashboard.Domain.Querying;
using Dashboard.Drawing;
using Dashboard.Web.Explore;

namespace Dashboard.Web.Sharing.Pictures;

/// <summary>Draws a view on a sheet: its name and counts, the map with what is in it, the timeline with the window, and where it comes from.</summary>
internal sealed class ViewSheet
{
    private readonly PictureTools _tools;
    private readonly PictureColours _colours;
    private readonly SharedView _shared;
    private readonly SheetLayout _layout;
    private readonly Sheet _sheet;

    private ViewSheet(PictureTools tools, SharedView shared, SheetLayout layout, bool isDark)
    {
        (_tools, _shared, _layout, _colours) = (tools, shared, layout, tools.Colours(isDark));
        _sheet = new Sheet(layout.Width, layout.Height);
    }

    private ViewState View => _shared.View;

    /// <param name="address">Where the view is, to be written on a complete picture.</param>
    /// <exception cref="OperationCanceledException">It was told to stop.</exception>
    public static Sheet Of(PictureTools tools, SharedView shared, SheetLayout layout, bool isDark, string address, CancellationToken stop)
    {
        var drawing = new ViewSheet(tools, shared, layout, isDark);
        drawing.DrawMap(stop);
        drawing.DrawTimeline(stop);
        drawing.DrawHeader();
        drawing.DrawFooter(address);
        return drawing._sheet;
    }

    private void DrawMap(CancellationToken stop)
    {
        var picture = MapPicture.Of(_shared, _layout, stop);
        _tools.Map.Draw(_sheet, picture.Frame, _colours.Map);
        var taken = new List<(double Left, double Top, double Right, double Bottom)>();
        var (right, bottom) = (_layout.Width - 16.0, _layout.Header + _layout.MapHeight - 16.0);
        if (picture.Grid is { } grid)
        {
            var top = DensityPainter.Top(grid.Cells);
            DensityPainter.Paint(_sheet, picture.Frame, grid, top, _colours);
            taken.Add(Legend.PaintRamp(top, right, bottom));
        }
        else
        {
            picture.Paint(new SignPainter(_sheet, _colours, _layout.SignSize), taken);
            if (_layout.IsComplete && picture.Incidents.Count > 0)
            {
                taken.Add(Legend.PaintSigns(SignsOf(picture), picture.Scene!.Discs.Count > 0, right, bottom));
            }
        }

        if (_layout.IsComplete)
        {
            taken.Add(Legend.PaintScale(picture.Frame, SheetLayout.Margin, bottom));
        }

        new TownPainter(_sheet, _colours, _tools.Typeface, taken).Paint(_tools.Map.Towns, picture.Frame, _layout.SmallLetters);
    }

    private LegendPainter Legend => new(_sheet, _colours, _tools.Typeface);

    private List<(MapLook Look, string Words, int Count)> SignsOf(MapPicture picture) => [.. picture.Incidents
        .GroupBy(incident => incident.Look.Key)
        .Select(group => (group.First().Look, picture.NameOf(group.First()), group.Count()))
        .OrderByDescending(part => part.Item3).ThenBy(part => part.Item2, StringComparer.Ordinal)];

    private void DrawTimeline(CancellationToken stop)
    {
        var box = (SheetLayout.Margin, _layout.Header + _layout.MapHeight, _layout.Width - (2.0 * SheetLayout.Margin), _layout.Timeline);
        _sheet.Fill(Outline.Rectangle(0, box.Item2, _layout.Width, _layout.Height - box.Item2), _colours["--surface"]);
        new HistogramPainter(_sheet, _colours, _tools.Typeface).Paint(TimeBars.Of(_shared, stop), View.Query.Window, box, _layout.SmallLetters);
    }

    private void DrawHeader()
    {
        var (width, text) = (_layout.Width - (2.0 * SheetLayout.Margin), _colours["--text"]);
        _sheet.Fill(Outline.Rectangle(0, 0, _layout.Width, _layout.Header), _colours["--surface"]);
        _sheet.Fill(Outline.Rectangle(0, _layout.Header - 1, _layout.Width, 1), _colours["--line"]);
        var baseline = (_layout.Header / 2.0) - 8;
        Write(_shared.Title, SheetLayout.Margin, baseline, _layout.TitleLetters, text, isBold: true, width);

        var counted = _shared.Occasion ?? _shared.Counted;
        var line = _layout.Header - (_layout.CountLetters * 0.85);
        Write(counted, SheetLayout.Margin, line, _layout.CountLetters, _colours["--accent"], isBold: true, width);
        string[] rest = [.. new[] { _shared.Title == _shared.Dataset ? null : $"{_shared.Dataset}: {_shared.Counted}", _shared.Period }.OfType<string>(), .. _shared.Filters];
        var used = _tools.Typeface.Measure(counted, _layout.CountLetters, isBold: true) + _layout.CountLetters;
        Write(string.Join(" · ", rest), SheetLayout.Margin + used, line, _layout.CountLetters * 0.85, _colours["--text-2"], isBold: false, width - used);
    }

    private void DrawFooter(string address)
    {
        var (letters, faint) = (_layout.SmallLetters, _colours["--text-2"]);
        var (right, line) = (_layout.Width - SheetLayout.Margin, _layout.Height - 13.0);
        var asOf = $"{_shared.AsOf} · Incident dashboard";
        var used = _tools.Typeface.Measure(asOf, letters, isBold: false);
        _sheet.Write(asOf, right, line, new Lettering(letters, faint, Side: TextSide.Right));
        var left = string.Join(" · ", LeftOut.Concat(Credits));
        if (!_layout.IsComplete)
        {
            Write(left, SheetLayout.Margin, line, letters, faint, isBold: false, right - used - letters - SheetLayout.Margin);
            return;
        }

        Write(left, SheetLayout.Margin, line - (letters * 1.6), letters, faint, isBold: false, right - SheetLayout.Margin);
        Write(address, SheetLayout.Margin, line, letters, _colours["--accent"], isBold: false, right - used - letters - SheetLayout.Margin);
    }

    /// <summary>What is counted and not seen.</summary>
    private IEnumerable<string> LeftOut => new[]
    {
        _shared.Found.NotPlaced > 0 ? $"{SeenWords.Number(_shared.Found.NotPlaced)} not placed on the map" : null,
        _shared.Found.Undated > 0 ? $"{SeenWords.Number(_shared.Found.Undated)} undated" : null,
    }.OfType<string>();

    private IEnumerable<string> Credits => ["Map: Natural Earth, GSHHG, GeoNames", .. _shared.Attributions];

    private void Write(string text, double x, double y, double letters, Colour colour, bool isBold, double width) =>
        _sheet.Write(_tools.Typeface.Fit(text, letters, isBold, width), x, y, new Lettering(letters, colour, isBold));
}
