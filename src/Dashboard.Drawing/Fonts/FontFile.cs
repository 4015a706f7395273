using System.Buffers.Binary;

namespace Dashboard.Drawing.Fonts;

/// <summary>
/// Reads of a TrueType file what is needed to draw its letters: which glyph stands for a character, how wide it is, and its
/// outline. For fonts that come with the program: a damaged one throws.
/// </summary>
internal sealed class FontFile
{
    private const int OnCurve = 1;
    private const int ShortX = 2;
    private const int ShortY = 4;
    private const int Repeated = 8;
    private const int SameX = 16;
    private const int SameY = 32;

    private readonly byte[] _bytes;
    private readonly Dictionary<string, int> _tables = [];
    private readonly List<(int First, int Last, int Glyph)> _characters = [];
    private readonly int _wideGlyphs;
    private readonly bool _isLongIndex;

    public FontFile(byte[] bytes)
    {
        _bytes = bytes;
        for (var table = 0; table < Word(4); table++)
        {
            var entry = 12 + (16 * table);
            _tables[System.Text.Encoding.ASCII.GetString(bytes, entry, 4)] = (int)Long(entry + 8);
        }

        UnitsPerEm = Word(_tables["head"] + 18);
        _isLongIndex = Word(_tables["head"] + 50) == 1;
        _wideGlyphs = Word(_tables["hhea"] + 34);
        ReadCharacters();
    }

    public int UnitsPerEm { get; }

    /// <summary>The glyph of a character; 0, the empty box, where there is none.</summary>
    public int GlyphOf(int character)
    {
        var (low, high) = (0, _characters.Count - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var (first, last, glyph) = _characters[middle];
            if (character >= first && character <= last)
            {
                return glyph + character - first;
            }

            (low, high) = character < first ? (low, middle - 1) : (middle + 1, high);
        }

        return 0;
    }

    /// <summary>In units of the font.</summary>
    public int WidthOf(int glyph) => Word(_tables["hmtx"] + (4 * Math.Min(glyph, _wideGlyphs - 1)));

    /// <summary>In units of the font, y upwards.</summary>
    public Outline OutlineOf(int glyph)
    {
        var outline = new Outline();
        AddGlyph(outline, glyph, (1, 0, 0, 1, 0, 0));
        return outline;
    }

    /// <summary>The table of all of Unicode, in groups of characters whose glyphs follow each other.</summary>
    private void ReadCharacters()
    {
        const int AllOfUnicode = 12;
        var map = _tables["cmap"];
        for (var table = 0; table < Word(map + 2); table++)
        {
            var at = map + (int)Long(map + 8 + (8 * table));
            if (Word(at) == AllOfUnicode)
            {
                for (var group = 0; group < Long(at + 12); group++)
                {
                    var entry = at + 16 + (12 * group);
                    _characters.Add(((int)Long(entry), (int)Long(entry + 4), (int)Long(entry + 8)));
                }

                return;
            }
        }

        throw new InvalidDataException("the font has no table of all of Unicode");
    }

    private void AddGlyph(Outline outline, int glyph, (double XX, double XY, double YX, double YY, double X, double Y) turn)
    {
        var (from, end) = _isLongIndex
            ? ((int)Long(_tables["loca"] + (4 * glyph)), (int)Long(_tables["loca"] + (4 * glyph) + 4))
            : (2 * Word(_tables["loca"] + (2 * glyph)), 2 * Word(_tables["loca"] + (2 * glyph) + 2));
        if (from == end)
        {
            return;
        }

        var at = _tables["glyf"] + from;
        var contours = Signed(at);
        if (contours < 0)
        {
            AddParts(outline, at + 10, turn);
            return;
        }

        AddContours(outline, ReadPoints(at + 10, contours), turn);
    }

    /// <summary>A glyph made of others: a letter and its accent.</summary>
    private void AddParts(Outline outline, int at, (double XX, double XY, double YX, double YY, double X, double Y) turn)
    {
        const int WordsGiven = 1;
        const int IsOffset = 2;
        const int OneScale = 8;
        const int More = 32;
        const int TwoScales = 64;
        const int FourScales = 128;
        int flags;
        do
        {
            (flags, var glyph) = (Word(at), Word(at + 2));
            at += 4;
            var (x, y) = (flags & WordsGiven) != 0 ? (Signed(at), Signed(at + 2)) : ((sbyte)_bytes[at], (sbyte)_bytes[at + 1]);
            at += (flags & WordsGiven) != 0 ? 4 : 2;
            (x, y) = (flags & IsOffset) != 0 ? (x, y) : (0, 0);
            var (xx, xy, yx, yy) = (1.0, 0.0, 0.0, 1.0);
            if ((flags & OneScale) != 0)
            {
                xx = yy = Fraction(at);
                at += 2;
            }
            else if ((flags & TwoScales) != 0)
            {
                (xx, yy) = (Fraction(at), Fraction(at + 2));
                at += 4;
            }
            else if ((flags & FourScales) != 0)
            {
                (xx, xy, yx, yy) = (Fraction(at), Fraction(at + 2), Fraction(at + 4), Fraction(at + 6));
                at += 8;
            }

            AddGlyph(outline, glyph, (
                (xx * turn.XX) + (xy * turn.YX), (xx * turn.XY) + (xy * turn.YY), (yx * turn.XX) + (yy * turn.YX), (yx * turn.XY) + (yy * turn.YY),
                (x * turn.XX) + (y * turn.YX) + turn.X, (x * turn.XY) + (y * turn.YY) + turn.Y));
        }
        while ((flags & More) != 0);
    }

    private List<List<(int X, int Y, bool IsOn)>> ReadPoints(int at, int contours)
    {
        int[] ends = [.. Enumerable.Range(0, contours).Select(contour => Word(at + (2 * contour)))];
        var count = ends[^1] + 1;
        at += (2 * contours) + 2 + Word(at + (2 * contours)); // the hints are left out
        var flags = new byte[count];
        for (var point = 0; point < count; point++)
        {
            flags[point] = _bytes[at++];
            if ((flags[point] & Repeated) != 0)
            {
                for (var times = _bytes[at++]; times > 0; times--)
                {
                    flags[point + 1] = flags[point];
                    point++;
                }
            }
        }

        var xs = ReadSteps(flags, ref at, ShortX, SameX);
        var ys = ReadSteps(flags, ref at, ShortY, SameY);
        return [.. ends.Select((end, contour) => Enumerable.Range(contour == 0 ? 0 : ends[contour - 1] + 1, end - (contour == 0 ? -1 : ends[contour - 1]))
            .Select(point => (xs[point], ys[point], (flags[point] & OnCurve) != 0)).ToList())];
    }

    private int[] ReadSteps(byte[] flags, ref int at, int isShort, int isSame)
    {
        var values = new int[flags.Length];
        var value = 0;
        for (var point = 0; point < flags.Length; point++)
        {
            if ((flags[point] & isShort) != 0)
            {
                value += (flags[point] & isSame) != 0 ? _bytes[at] : -_bytes[at];
                at++;
            }
            else if ((flags[point] & isSame) == 0)
            {
                value += Signed(at);
                at += 2;
            }

            values[point] = value;
        }

        return values;
    }

    /// <summary>Between two control points there is a point of the curve half way.</summary>
    private static void AddContours(Outline outline, List<List<(int X, int Y, bool IsOn)>> contours, (double XX, double XY, double YX, double YY, double X, double Y) turn)
    {
        foreach (var points in contours.Where(points => points.Count > 1))
        {
            var (firstX, firstY) = points[0].IsOn ? Turned(points[0].X, points[0].Y) : Turned((points[0].X + points[^1].X) / 2.0, (points[0].Y + points[^1].Y) / 2.0);
            outline.MoveTo(firstX, firstY);
            for (var at = points[0].IsOn ? 1 : 0; at <= points.Count; at++)
            {
                var (x, y, isOn) = points[at % points.Count];
                if (isOn)
                {
                    var (toX, toY) = Turned(x, y);
                    outline.LineTo(toX, toY);
                    continue;
                }

                if (at == points.Count)
                {
                    break;
                }

                var next = points[(at + 1) % points.Count];
                var (controlX, controlY) = Turned(x, y);
                var (curveX, curveY) = next.IsOn ? Turned(next.X, next.Y) : Turned((x + next.X) / 2.0, (y + next.Y) / 2.0);
                outline.CurveTo(controlX, controlY, curveX, curveY);
                at += next.IsOn ? 1 : 0;
            }

            outline.Close();
        }

        (double X, double Y) Turned(double x, double y) => ((x * turn.XX) + (y * turn.YX) + turn.X, (x * turn.XY) + (y * turn.YY) + turn.Y);
    }

    private int Word(int at) => BinaryPrimitives.ReadUInt16BigEndian(_bytes.AsSpan(at));

    private int Signed(int at) => BinaryPrimitives.ReadInt16BigEndian(_bytes.AsSpan(at));

    private uint Long(int at) => BinaryPrimitives.ReadUInt32BigEndian(_bytes.AsSpan(at));

    private double Fraction(int at) => Signed(at) / 16384.0;
}
