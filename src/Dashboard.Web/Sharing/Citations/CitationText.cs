using System.Globalization;
using System.Text;
using Dashboard.Domain.Time;

namespace Dashboard.Web.Sharing.Citations;

/// <summary>Writes citations as text to be read, as BibTeX and as RIS.</summary>
public static class CitationText
{
    /// <summary>One paragraph.</summary>
    public static string Plain(Citation citation) => OneLine(
        $"{citation.Title}. {Citation.Publisher}. {citation.Version}. {citation.Note} {citation.Address} (retrieved {DateWords.Long.Day(citation.Retrieved)})") + "\n";

    public static string BibTex(Citation citation)
    {
        (string Name, string Value)[] fields =
        [
            ("title", $"{{{Tex(citation.Title)}}}"),
            ("howpublished", Tex(Citation.Publisher)),
            ("version", Tex(citation.Version)),
            ("year", citation.AsOf.ToString("yyyy", CultureInfo.InvariantCulture)),
            ("date", Iso(citation.AsOf)),
            ("note", Tex(citation.Note)),
            ("url", citation.Address),
            ("urldate", Iso(citation.Retrieved)),
        ];
        var width = fields.Max(field => field.Name.Length);
        return $"@misc{{{citation.Key},\n{string.Concat(fields.Select(field => $"  {field.Name.PadRight(width)} = {{{field.Value}}},\n"))}}}\n";
    }

    /// <summary>Lines end as the format wants it.</summary>
    public static string Ris(Citation citation)
    {
        (string Tag, string Value)[] lines =
        [
            ("TY", "DATA"),
            ("ID", citation.Key),
            ("TI", OneLine(citation.Title)),
            ("PB", Citation.Publisher),
            ("ET", OneLine(citation.Version)),
            ("PY", citation.AsOf.ToString("yyyy", CultureInfo.InvariantCulture)),
            ("DA", citation.AsOf.ToString("yyyy/MM/dd", CultureInfo.InvariantCulture)),
            ("N1", OneLine(citation.Note)),
            ("UR", citation.Address),
            ("Y2", citation.Retrieved.ToString("yyyy/MM/dd", CultureInfo.InvariantCulture)),
            ("ER", ""),
        ];
        return string.Concat(lines.Select(line => $"{line.Tag}  - {line.Value}\r\n"));
    }

    /// <summary>What means something to TeX becomes the sign that it stands for.</summary>
    private static string Tex(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var letter in OneLine(text))
        {
            escaped.Append(letter switch
            {
                '\\' => @"\textbackslash{}",
                '~' => @"\textasciitilde{}",
                '^' => @"\textasciicircum{}",
                '{' or '}' or '#' or '$' or '%' or '&' or '_' => $@"\{letter}",
                _ => letter.ToString(),
            });
        }

        return escaped.ToString();
    }

    /// <summary>A line that ends would begin another field.</summary>
    private static string OneLine(string text) =>
        string.Join(' ', string.Concat(text.Select(letter => char.IsControl(letter) ? ' ' : letter)).Split(' ', StringSplitOptions.RemoveEmptyEntries));

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
