using System.Globalization;
using System.Text;
using System.Xml;

namespace Dashboard.Drawing;

/// <summary>Writes a sheet as SVG. Words stay words, in the reader's own fonts; nothing in it leads anywhere or runs.</summary>
public static class Svg
{
    public const string Type = "image/svg+xml";

    private const string Namespace = "http://www.w3.org/2000/svg";
    private const string Fonts = "'DejaVu Sans', Verdana, sans-serif";

    /// <param name="scale">How large it is shown; nothing in it changes.</param>
    /// <param name="title">What it is, for readers who do not see it.</param>
    public static byte[] Write(Sheet sheet, double scale, string title)
    {
        using var file = new MemoryStream();
        using (var svg = XmlWriter.Create(file, new XmlWriterSettings { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), Indent = true, CheckCharacters = false }))
        {
            svg.WriteStartElement("svg", Namespace);
            Attribute(svg, "viewBox", $"0 0 {sheet.Width} {sheet.Height}");
            Attribute(svg, "width", Number(sheet.Width * scale));
            Attribute(svg, "height", Number(sheet.Height * scale));
            Attribute(svg, "role", "img");
            Attribute(svg, "font-family", Fonts);
            svg.WriteElementString("title", Namespace, Readable(title));
            foreach (var item in sheet.Items)
            {
                Write(svg, item);
            }

            svg.WriteEndElement();
        }

        return file.ToArray();
    }

    private static void Write(XmlWriter svg, SheetItem item)
    {
        switch (item)
        {
            case FilledOutline fill:
                svg.WriteStartElement("path", Namespace);
                Attribute(svg, "fill", fill.Colour.Hex);
                Attribute(svg, "fill-opacity", fill.Colour.Alpha < 1 ? Number(fill.Colour.Alpha) : null);
                Attribute(svg, "fill-rule", fill.IsEvenOdd ? "evenodd" : null);
                Attribute(svg, "d", Data(fill.Outline, isClosed: true));
                svg.WriteEndElement();
                break;
            case StrokedOutline stroke:
                svg.WriteStartElement("path", Namespace);
                Attribute(svg, "fill", "none");
                Attribute(svg, "stroke", stroke.Colour.Hex);
                Attribute(svg, "stroke-opacity", stroke.Colour.Alpha < 1 ? Number(stroke.Colour.Alpha) : null);
                Attribute(svg, "stroke-width", Number(stroke.Width));
                Attribute(svg, "stroke-linejoin", "round");
                Attribute(svg, "stroke-dasharray", stroke.Dash.Count > 0 ? string.Join(' ', stroke.Dash.Select(Number)) : null);
                Attribute(svg, "d", Data(stroke.Outline, isClosed: false));
                svg.WriteEndElement();
                break;
            case WrittenText text:
                Write(svg, text);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(item), item, "nothing that can be drawn");
        }
    }

    private static void Write(XmlWriter svg, WrittenText text)
    {
        var lettering = text.Lettering;
        svg.WriteStartElement("text", Namespace);
        Attribute(svg, "x", Number(text.X));
        Attribute(svg, "y", Number(text.Y));
        Attribute(svg, "font-size", Number(lettering.Size));
        Attribute(svg, "font-weight", lettering.IsBold ? "bold" : null);
        Attribute(svg, "text-anchor", lettering.Side switch { TextSide.Middle => "middle", TextSide.Right => "end", _ => null });
        Attribute(svg, "fill", lettering.Colour.Hex);
        if (lettering.Halo is { } halo)
        {
            Attribute(svg, "stroke", halo.Hex);
            Attribute(svg, "stroke-opacity", Number(halo.Alpha));
            Attribute(svg, "stroke-width", Number(lettering.Size / 5));
            Attribute(svg, "paint-order", "stroke");
        }

        svg.WriteString(Readable(text.Text));
        svg.WriteEndElement();
    }

    private static void Attribute(XmlWriter svg, string name, string? value)
    {
        if (value is not null)
        {
            svg.WriteAttributeString(name, value);
        }
    }

    private static string Data(Outline outline, bool isClosed)
    {
        var data = new StringBuilder();
        foreach (var contour in outline.Contours)
        {
            for (var at = 0; at < contour.Count; at++)
            {
                var (x, y) = contour[at];
                data.Append(at == 0 ? 'M' : at == 1 ? 'L' : ' ').Append(Number(x)).Append(' ').Append(Number(y));
            }

            if (isClosed || contour.IsClosed)
            {
                data.Append('Z');
            }
        }

        return data.ToString();
    }

    /// <summary>Without what XML cannot hold.</summary>
    private static string Readable(string text) => string.Concat(text.EnumerateRunes().Where(rune =>
        rune.Value is 0x9 or >= 0x20 and not (0xfffe or 0xffff)).Select(rune => rune.ToString()));

    private static string Number(double value) => Math.Round(value, 2).ToString("0.##", CultureInfo.InvariantCulture);
}
