using Dashboard.Data.Import.Cells;
using Dashboard.Domain.Incidents;

namespace Dashboard.Data.Import.Mapped;

/// <summary>What a row is headed by: its own title, or one made from what there is, the same each time.</summary>
internal static class RowTitle
{
    private const int Longest = 80;

    public static string Of(MappedRow row, IncidentKind kind, string? place)
    {
        if (row.Known(ColumnMeaning.Title) is { } title)
        {
            return title;
        }

        var hasKind = row.Known(ColumnMeaning.Kind) is not null;
        return (hasKind, place, row.Known(ColumnMeaning.Summary)) switch
        {
            (true, { } where, _) => $"{kind.Label}, {where}",
            (_, _, { } summary) => FirstWords(summary),
            (_, { } where, _) => $"{kind.Label}, {where}",
            _ => kind.Label,
        };
    }

    /// <summary>The first sentence or line, cut between words where it is long.</summary>
    private static string FirstWords(string text)
    {
        var line = text.AsSpan();
        var end = line.IndexOfAny('\r', '\n');
        line = end < 0 ? line : line[..end].TrimEnd();
        var sentence = line.IndexOf(". ", StringComparison.Ordinal);
        line = sentence > 20 ? line[..sentence] : line.TrimEnd('.');
        if (line.IsEmpty)
        {
            return CellText.Quoted(text);
        }

        if (line.Length <= Longest)
        {
            return line.ToString();
        }

        var space = line[..Longest].LastIndexOf(' ');
        var cut = space > Longest / 2 ? space : char.IsHighSurrogate(line[Longest - 1]) ? Longest - 1 : Longest;
        return $"{line[..cut].TrimEnd([' ', ',', ';', ':'])}…";
    }
}
