using System.Text;

namespace Dashboard.Drawing.Tests;

public class SvgTests
{
    [Fact]
    public void A_sheet_becomes_paths_and_words_and_words_are_text()
    {
        var sheet = new Sheet(20, 10);
        sheet.Fill(Outline.Rectangle(0, 0, 5, 5), new Colour(255, 0, 0, 0.5), isEvenOdd: true);
        sheet.Stroke(Outline.Line((0, 0), (20, 10.126)), new Colour(0, 0, 255), 1.5, 4, 2);
        sheet.Write("<script>&\u0001", 10, 5, new Lettering(3, new Colour(0, 0, 0), IsBold: true, TextSide.Right));

        Assert.Equal("""
            <?xml version="1.0" encoding="utf-8"?>
            <svg viewBox="0 0 20 10" width="40" height="20" role="img" font-family="'DejaVu Sans', Verdana, sans-serif" xmlns="http://www.w3.org/2000/svg">
              <title>A &amp; B</title>
              <path fill="#ff0000" fill-opacity="0.5" fill-rule="evenodd" d="M0 0L5 0 5 5 0 5Z" />
              <path fill="none" stroke="#0000ff" stroke-width="1.5" stroke-linejoin="round" stroke-dasharray="4 2" d="M0 0L20 10.13" />
              <text x="10" y="5" font-size="3" font-weight="bold" text-anchor="end" fill="#000000">&lt;script&gt;&amp;</text>
            </svg>
            """, Encoding.UTF8.GetString(Svg.Write(sheet, 2, "A & B")), ignoreLineEndingDifferences: true);
    }

    [Theory]
    [InlineData("M-8-8H8V8H-8Z", "-8,-8 8,-8 8,8 -8,8")]
    [InlineData("M0,-10L8.66,5 -8.66,5Z", "0,-10 8.66,5 -8.66,5")]
    public void Path_data_of_signs_is_read(string data, string corners)
    {
        var contour = Assert.Single(SvgPath.Read(data).Contours);
        Assert.Equal(corners, string.Join(' ', Enumerable.Range(0, contour.Count).Select(at => FormattableString.Invariant($"{contour[at].X},{contour[at].Y}"))));
        Assert.True(contour.IsClosed);
    }

    [Fact]
    public void Arcs_go_round_the_side_that_their_flags_say()
    {
        var contour = Assert.Single(SvgPath.Read("M0-10 6 1A7 7 0 1 1-6 1Z").Contours);
        var points = Enumerable.Range(0, contour.Count).Select(at => contour[at]).ToList();

        Assert.Equal((-7, 7), (Math.Round(points.Min(point => point.X)), Math.Round(points.Max(point => point.X))));
        Assert.Equal((-10, 12), (Math.Round(points.Min(point => point.Y)), Math.Round(points.Max(point => point.Y))));
        Assert.Throws<FormatException>(() => SvgPath.Read("M0 0C1 1 2 2 3 3"));
    }
}
