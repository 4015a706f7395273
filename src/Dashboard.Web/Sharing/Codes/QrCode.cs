using System.Collections;
using System.Globalization;
using System.Text;
using QRCoder;

namespace Dashboard.Web.Sharing.Codes;

/// <summary>An address that a phone reads from a screen across the room: dark squares on white, whatever the theme.</summary>
public static class QrCode
{
    /// <summary>What the code of the most squares holds, at the correction used here; longer addresses have none.</summary>
    public const int Longest = 2331;

    /// <summary>An SVG of any size; its white border is part of it, for a reader needs it.</summary>
    /// <param name="text">At most <see cref="Longest"/> bytes.</param>
    public static string Svg(string text)
    {
        using var data = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var rows = data.ModuleMatrix;
        var path = new StringBuilder();
        for (var y = 0; y < rows.Count; y++)
        {
            Row(rows[y], y, path);
        }

        return string.Create(CultureInfo.InvariantCulture,
            $"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {rows.Count} {rows.Count}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h{rows.Count}v{rows.Count}H0z"/><path d="{path}"/></svg>""");
    }

    public static bool Fits(string text) => Encoding.UTF8.GetByteCount(text) <= Longest;

    /// <summary>Squares that touch are one bar: fewer of them, and no hair lines between.</summary>
    private static void Row(BitArray row, int y, StringBuilder path)
    {
        for (var x = 0; x < row.Count; x++)
        {
            var start = x;
            while (x < row.Count && row[x])
            {
                x++;
            }

            if (x > start)
            {
                path.Append(CultureInfo.InvariantCulture, $"M{start} {y}h{x - start}v1h-{x - start}z");
            }
        }
    }
}
