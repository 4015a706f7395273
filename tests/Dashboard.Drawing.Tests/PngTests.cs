namespace Dashboard.Drawing.Tests;

public class PngTests
{
    private static readonly Colour _black = new(0, 0, 0);
    private static readonly Colour _white = new(255, 255, 255);

    [Fact]
    public void A_pixel_takes_of_a_colour_the_part_that_it_is_covered_by()
    {
        var sheet = new Sheet(4, 3);
        sheet.Fill(Outline.Rectangle(0.5, 1, 2.25, 1), _black);

        var picture = Drawn(sheet);
        Assert.Equal([255, 255, 255, 255], Row(picture, 0));
        Assert.Equal([128, 0, 64, 255], Row(picture, 1));
        Assert.Equal([255, 255, 255, 255], Row(picture, 2));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    public void A_circle_covers_its_area_at_every_scale(int scale)
    {
        var sheet = new Sheet(60, 60);
        sheet.Fill(Outline.Circle(30.3, 29.6, 20), _black);

        var ink = Ink(Drawn(sheet, scale)) / (scale * scale);
        Assert.InRange(ink, Math.PI * 400 * 0.99, Math.PI * 400 * 1.001);
    }

    [Fact]
    public void What_reaches_beyond_the_sheet_is_cut_off_and_changes_nothing_else()
    {
        var sheet = new Sheet(10, 10);
        sheet.Fill(Outline.Line((-1000, -500), (5, -500), (5, 900), (-1000, 900)), _black);
        sheet.Fill(Outline.Line((20, -50), (900, 3), (20, 60)), _black);

        var picture = Drawn(sheet);
        Assert.All(Enumerable.Range(0, 10), y => Assert.Equal([0, 0, 0, 0, 0, 255, 255, 255, 255, 255], Row(picture, y)));
    }

    [Fact]
    public void An_edge_that_crosses_a_side_leaves_what_lies_inside()
    {
        var (cut, whole) = (new Sheet(40, 40), new Sheet(140, 140));
        (double X, double Y)[] triangle = [(-31, 12.3), (52, -8.5), (33, 71)];
        cut.Fill(Outline.Line(triangle), _black);
        whole.Fill(Outline.Line([.. triangle.Select(point => (point.X + 50, point.Y + 50))]), _black);

        var (inside, all) = (Drawn(cut), Drawn(whole));
        Assert.All(Enumerable.Range(0, 1600), at => Assert.InRange(inside[at % 40, at / 40].Red - all[(at % 40) + 50, (at / 40) + 50].Red, -1, 1));
    }

    [Fact]
    public void A_contour_inside_a_contour_is_a_hole_where_the_rule_is_even_odd()
    {
        var ring = Outline.Rectangle(0, 0, 6, 6).Add(Outline.Rectangle(2, 2, 2, 2));
        var (hollow, full) = (new Sheet(6, 6), new Sheet(6, 6));
        hollow.Fill(ring, _black, isEvenOdd: true);
        full.Fill(ring, _black);

        Assert.Equal((_white, _black), (Drawn(hollow)[3, 3], Drawn(hollow)[1, 1]));
        Assert.Equal(_black, Drawn(full)[3, 3]);
    }

    [Fact]
    public void A_stroke_is_as_wide_as_it_says_and_dashes_leave_gaps()
    {
        var (line, dashed) = (new Sheet(100, 20), new Sheet(100, 20));
        line.Stroke(Outline.Line((0, 10), (100, 10)), _black, 4);
        dashed.Stroke(Outline.Line((0, 10), (100, 10)), _black, 4, 10, 10);

        Assert.Equal(400, Ink(Drawn(line)), 1.0);
        Assert.Equal(200, Ink(Drawn(dashed)), 1.0);
    }

    [Fact]
    public void A_large_picture_is_the_same_where_bands_of_it_meet()
    {
        var sheet = new Sheet(1200, 900);
        sheet.Fill(Outline.Rectangle(100, 0, 50, 900), _black);
        sheet.Stroke(Outline.Line((0, 0), (1200, 900)), _black, 3);

        var picture = Drawn(sheet, 4);
        Assert.Equal((4800, 3600), (picture.Width, picture.Height));
        Assert.All(Enumerable.Range(0, 3600), y => Assert.Equal(_black, picture[500, y]));
    }

    [Fact]
    public void Letters_leave_ink_where_they_are_written_and_nowhere_else()
    {
        var sheet = new Sheet(200, 40);
        sheet.Write("HH", 100, 30, new Lettering(20, _black, Side: TextSide.Middle));

        var picture = Drawn(sheet);
        var inked = Enumerable.Range(0, 8000).Where(at => picture[at % 200, at / 200] != _white).ToList();
        Assert.Equal((86, 113), (inked.Min(at => at % 200), inked.Max(at => at % 200)));
        Assert.Equal((15, 29), (inked.Min(at => at / 200), inked.Max(at => at / 200)));
    }

    [Fact]
    public void Nobody_waits_for_a_picture_that_was_given_up()
    {
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        var sheet = new Sheet(10, 10);
        sheet.Fill(Outline.Rectangle(0, 0, 5, 5), _black);

        Assert.Throws<OperationCanceledException>(() => Png.Write(sheet, Fonts.Typeface, 1, stop.Token));
    }

    private static DecodedPng Drawn(Sheet sheet, double scale = 1) => DecodedPng.Read(Png.Write(sheet, Fonts.Typeface, scale, TestContext.Current.CancellationToken));

    private static IEnumerable<int> Row(DecodedPng picture, int y) => Enumerable.Range(0, picture.Width).Select(x => (int)picture[x, y].Red);

    /// <summary>How much black there is, in pixels.</summary>
    private static double Ink(DecodedPng picture) => Enumerable.Range(0, picture.Width * picture.Height).Sum(at => (255 - picture[at % picture.Width, at / picture.Width].Red) / 255.0);
}
