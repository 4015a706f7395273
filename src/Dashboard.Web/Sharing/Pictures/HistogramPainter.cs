using System.Globalization;
using Dashboard.Domain.Incidents;
using Dashboard.Domain.Time;
using Dashboard.Drawing;
using Dashboard.Drawing.Fonts;
using Dashboard.Index.Tiles;
using Dashboard.Web.Explore;
using Dashboard.Web.Incidents;

namespace Dashboard.Web.Sharing.Pictures;

/// <summary>The histogram under a map: stacked bars of all time, strong where the window is and faint beside it, with dates.</summary>
internal sealed class HistogramPainter(Sheet sheet, PictureColours colours, Typeface typeface)
{
    private const double AxisHeight = 22;
    private const double LeastTick = 14;

    /// <summary>Narrower bars stand side by side without a gap.</summary>
    private const double WideBar = 6;

    /// <summary>Beside the window.</summary>
    private const double Faint = 0.28;

    /// <summary>How long ticks are apart: months, then years.</summary>
    private static readonly int[] _monthsPerTick = [1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 6000];

    private static readonly string[] _kindOrder = ["attack", "strike", "statement", "diplomacy", "deployment", "campaign"];

    /// <param name="letters">The size of the dates, in pixels.</param>
    public void Paint(TimeBars bars, TimeWindow window, (double X, double Y, double Width, double Height) box, double letters)
    {
        if (bars.Bars.Count == 0)
        {
            return;
        }

        var scale = (From: bars.Bars[0].From, To: bars.Bars[^1].To);
        var (barsTop, baseline) = (box.Y + 12, box.Y + box.Height - AxisHeight);
        var (windowLeft, windowRight) = (window.From is { } from ? X(scale, box, from.UtcTicks) : box.X, window.To is { } to ? X(scale, box, to.UtcTicks) : box.X + box.Width);
        if (!window.IsAll)
        {
            sheet.Fill(Outline.Rectangle(windowLeft, box.Y + 6, windowRight - windowLeft, baseline - box.Y - 6), colours["--accent-soft"]);
        }

        foreach (var bar in bars.Bars)
        {
            var (left, right) = (X(scale, box, bar.From), X(scale, box, bar.To));
            var gap = right - left > WideBar ? 1 : 0;
            PaintBar(bars, bar.Counts, (left, right - gap), (windowLeft, windowRight), baseline, (baseline - barsTop) / Math.Max(1, bars.Most));
        }

        sheet.Fill(Outline.Rectangle(box.X, baseline, box.Width, 1), colours["--line-2"]);
        PaintTicks(scale, box, baseline, letters);
        if (!window.IsAll)
        {
            PaintSides(window, windowLeft, windowRight, box.Y + 6, baseline);
        }

        var note = new Lettering(letters, colours["--text-2"], Halo: colours["--surface"]);
        sheet.Write(bars.Earlier > 0 ? $"{SeenWords.Number(bars.Earlier)} earlier" : "", box.X, barsTop + letters, note);
        sheet.Write(bars.Later > 0 ? $"{SeenWords.Number(bars.Later)} later" : "", box.X + box.Width, barsTop + letters, note with { Side = TextSide.Right });
    }

    private void PaintBar(TimeBars bars, IReadOnlyList<int> counts, (double Left, double Right) sides, (double Left, double Right) window, double baseline, double perIncident)
    {
        var foot = baseline;
        bool IsUnmentioned(TileGroupKey kind) => bars.IsThroughLens && kind == TileGroupKey.Unmentioned;
        foreach (var (kind, count) in bars.Kinds.Zip(counts).Where(part => part.Second > 0).OrderBy(part => IsUnmentioned(part.First)).ThenBy(part => part.First.IsLead).ThenBy(part => KindOrder(part.First.Key)))
        {
            var height = count * perIncident;
            var colour = IsUnmentioned(kind) ? colours[MapLook.Unmentioned].At(0.5) : colours[kind.IsLead ? "--lead" : Sign.OfKind(new IncidentKind(kind.Key)).Property];
            var (left, right) = (Math.Clamp(sides.Left, window.Left, window.Right), Math.Clamp(sides.Right, window.Left, window.Right));
            sheet.Fill(Outline.Rectangle(sides.Left, foot - height, sides.Right - sides.Left, height), colour.At(Faint));
            if (right > left)
            {
                sheet.Fill(Outline.Rectangle(left, foot - height, right - left, height), colour);
            }

            foot -= height;
        }
    }

    private void PaintSides(TimeWindow window, double left, double right, double top, double bottom)
    {
        foreach (var x in new[] { window.From is null ? (double?)null : left, window.To is null ? null : right }.OfType<double>())
        {
            sheet.Fill(Outline.Rectangle(x - 1, top, 2, bottom - top), colours["--accent"]);
            sheet.Fill(Outline.Rectangle(x - 3, ((top + bottom) / 2) - 8, 6, 16), colours["--accent"]);
        }
    }

    /// <summary>As close as their dates have room for.</summary>
    private void PaintTicks((long From, long To) scale, (double X, double Y, double Width, double Height) box, double baseline, double letters)
    {
        var (first, last) = (new DateTime(scale.From, DateTimeKind.Utc), new DateTime(scale.To, DateTimeKind.Utc));
        var room = typeface.Measure("Sep 2023", letters, isBold: false) + LeastTick;
        var months = ((last.Year - first.Year) * 12) + last.Month - first.Month + 1;
        var step = Array.Find(_monthsPerTick, step => box.Width * step / months >= room) is var found and > 0 ? found : _monthsPerTick[^1];
        var lettering = new Lettering(letters, colours["--text-2"]);
        for (var month = ((((first.Year * 12) + first.Month - 1) / step) + 1) * step; month / 12 < DateTime.MaxValue.Year; month += step)
        {
            var date = new DateTimeOffset(Math.Max(1, month / 12), (month % 12) + 1, 1, 0, 0, 0, TimeSpan.Zero);
            var x = X(scale, box, date.UtcTicks);
            if (date.UtcTicks > scale.To)
            {
                return;
            }

            sheet.Fill(Outline.Rectangle(x, baseline, 1, 5), colours["--line-2"]);
            var words = date.ToString(step < 12 ? "MMM yyyy" : "yyyy", CultureInfo.InvariantCulture);
            if (x + 5 + typeface.Measure(words, letters, isBold: false) <= box.X + box.Width)
            {
                sheet.Write(words, x + 5, baseline + 16, lettering);
            }
        }
    }

    private static double X((long From, long To) scale, (double X, double Y, double Width, double Height) box, long ticks) =>
        box.X + (box.Width * Math.Clamp((double)(ticks - scale.From) / (scale.To - scale.From), 0, 1));

    private static int KindOrder(string kind) => Array.IndexOf(_kindOrder, kind) is >= 0 and var known ? known : _kindOrder.Length;
}
