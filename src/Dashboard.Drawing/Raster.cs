using Dashboard.Drawing.Fonts;

namespace Dashboard.Drawing;

/// <summary>
/// Turns a sheet into pixels, in bands from the top: a large picture never is in memory as a whole. Each pixel takes of a colour
/// exactly the part that it is covered by.
/// </summary>
internal sealed class Raster
{
    public const int Channels = 3;

    /// <summary>Pixels of a band.</summary>
    private const int BandPixels = 1 << 20;

    private const float LeastSeen = 1f / 512;

    private readonly List<Ink> _inks = [];

    /// <param name="scale">How many pixels side by side make one of the sheet.</param>
    public Raster(Sheet sheet, Typeface typeface, double scale, CancellationToken stop)
    {
        (Width, Height) = ((int)Math.Round(sheet.Width * scale), (int)Math.Round(sheet.Height * scale));
        foreach (var item in sheet.Items)
        {
            stop.ThrowIfCancellationRequested();
            Add(item, typeface, scale);
        }
    }

    public int Width { get; }

    public int Height { get; }

    /// <summary>Every band from the top: rows of red, green and blue. It is good until the next is asked for.</summary>
    public IEnumerable<ReadOnlyMemory<byte>> Bands(CancellationToken stop)
    {
        var rows = Math.Clamp(BandPixels / Width, 1, Height);
        var pixels = new byte[rows * Width * Channels];
        var coverage = new Coverage(Width, rows);
        for (var top = 0; top < Height; top += rows)
        {
            var height = Math.Min(rows, Height - top);
            pixels.AsSpan().Fill(byte.MaxValue);
            foreach (var ink in _inks.Where(ink => ink.Bottom > top && ink.Top < top + height))
            {
                stop.ThrowIfCancellationRequested();
                Paint(ink, top, coverage, pixels);
            }

            yield return pixels.AsMemory(0, height * Width * Channels);
        }
    }

    private void Add(SheetItem item, Typeface typeface, double scale)
    {
        switch (item)
        {
            case FilledOutline fill:
                Add(fill.Outline, fill.Colour, fill.IsEvenOdd, scale);
                break;
            case StrokedOutline stroke:
                Add(Strokes.Of(stroke), stroke.Colour, isEvenOdd: false, scale);
                break;
            case WrittenText text:
                var letters = typeface.Outline(text);
                if (text.Lettering.Halo is { } halo)
                {
                    Add(Strokes.Of(new StrokedOutline(letters, halo, text.Lettering.Size / 5, [])), halo, isEvenOdd: false, scale);
                }

                Add(letters, text.Lettering.Colour, isEvenOdd: false, scale);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(item), item, "nothing that can be drawn");
        }
    }

    private void Add(Outline outline, Colour colour, bool isEvenOdd, double scale)
    {
        var edges = new List<float>();
        var (top, bottom) = (double.MaxValue, double.MinValue);
        foreach (var contour in outline.Contours)
        {
            for (var at = 0; at < contour.Count; at++)
            {
                var ((fromX, fromY), (toX, toY)) = (contour[at], contour[(at + 1) % contour.Count]);
                edges.AddRange([(float)(fromX * scale), (float)(fromY * scale), (float)(toX * scale), (float)(toY * scale)]);
                (top, bottom) = (Math.Min(top, fromY * scale), Math.Max(bottom, fromY * scale));
            }
        }

        _inks.Add(new Ink([.. edges], colour, isEvenOdd, top, bottom));
    }

    private void Paint(Ink ink, int bandTop, Coverage coverage, byte[] pixels)
    {
        coverage.Forget();
        for (var at = 0; at < ink.Edges.Length; at += 4)
        {
            coverage.AddEdge(ink.Edges[at], ink.Edges[at + 1] - bandTop, ink.Edges[at + 2], ink.Edges[at + 3] - bandTop);
        }

        for (var row = coverage.Top; row < coverage.Bottom; row++)
        {
            PaintRow(ink, coverage.TakeRow(row), pixels.AsSpan(row * Width * Channels, Width * Channels));
            coverage.ClearRow(row);
        }
    }

    private static void PaintRow(Ink ink, ReadOnlySpan<float> steps, Span<byte> pixels)
    {
        var (red, green, blue, alpha) = (ink.Colour.Red, ink.Colour.Green, ink.Colour.Blue, (float)ink.Colour.Alpha);
        var sum = 0f;
        for (var x = 0; x < steps.Length; x++)
        {
            sum += steps[x];
            var covered = Math.Abs(sum);
            covered = ink.IsEvenOdd ? Math.Abs(covered - (2 * MathF.Round(covered / 2))) : Math.Min(1, covered);
            if (covered < LeastSeen)
            {
                continue;
            }

            var share = covered * alpha;
            var pixel = pixels.Slice(x * Channels, Channels);
            pixel[0] = Mixed(pixel[0], red, share);
            pixel[1] = Mixed(pixel[1], green, share);
            pixel[2] = Mixed(pixel[2], blue, share);
        }
    }

    private static byte Mixed(byte under, byte over, float share) => (byte)(under + ((over - under) * share) + 0.5f);

    /// <summary>One colour, and where it goes: x, y, x, y of each edge.</summary>
    private sealed record Ink(float[] Edges, Colour Colour, bool IsEvenOdd, double Top, double Bottom);
}
