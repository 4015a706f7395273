using Dashboard.Data.Import.Cells;

namespace Dashboard.Data.Import.Mapped;

/// <summary>One row: its cells by meaning, and the first fault that was found in it.</summary>
internal sealed class MappedRow(MappedColumns columns, long line, IReadOnlyList<string> cells)
{
    private const int Shown = 200;

    public MappedColumns Columns { get; } = columns;

    public long Line { get; } = line;

    /// <summary>Null while nothing is wrong.</summary>
    public Refusal? Refusal { get; private set; }

    /// <summary>The cell, without space around it and without what no text may hold; empty where there is none.</summary>
    public string Cell(int index)
    {
        var cell = index >= 0 && index < cells.Count ? cells[index] : "";
        return Clean(cell);
    }

    public string Cell(ColumnMeaning meaning) => Cell(Columns.One(meaning));

    /// <summary>The cell, or null where it says nothing.</summary>
    public string? Known(int index) => Cell(index) is var cell && CellText.IsUnknown(cell) ? null : cell;

    public string? Known(ColumnMeaning meaning) => Known(Columns.One(meaning));

    /// <summary>Everything in the columns of that meaning, each cell split at semicolons.</summary>
    public IReadOnlyList<string> Several(ColumnMeaning meaning)
    {
        List<string>? several = null;
        foreach (var index in Columns.All(meaning))
        {
            if (Known(index) is not { } cell)
            {
                continue;
            }

            foreach (var part in cell.Contains(';', StringComparison.Ordinal) ? cell.Split(';', StringSplitOptions.TrimEntries) : [cell])
            {
                if (!CellText.IsUnknown(part) && several?.Contains(part) != true)
                {
                    (several ??= []).Add(part);
                }
            }
        }

        return several ?? (IReadOnlyList<string>)[];
    }

    /// <summary>What the reading says; a fault refuses the row.</summary>
    public T? Take<T>(ColumnMeaning meaning, Reading<T> reading)
        where T : struct
    {
        if (reading.Fault is { } fault)
        {
            Refuse(meaning, fault);
        }

        return reading.Value;
    }

    public void Refuse(ColumnMeaning meaning, string reason)
    {
        var index = Columns.One(meaning);
        Refusal ??= new(Line, index < 0 ? "" : Columns.Names[index], Shortened(Cell(index)), reason);
    }

    public void RefuseWhole(string reason) => Refusal ??= new(Line, "", "", reason);

    /// <summary>Text that can be stored and written anywhere: no half letters, no NUL.</summary>
    internal static string Clean(string cell)
    {
        var bare = cell.AsSpan().Trim();
        if (bare.IndexOfAnyInRange('\uD800', '\uDFFF') < 0 && !bare.Contains('\0'))
        {
            return bare.Length == cell.Length ? cell : bare.ToString();
        }

        return CellText.Safe(bare).Replace('\0', '\uFFFD');
    }

    private static string Shortened(string cell) => cell.Length <= Shown ? cell : cell[..(char.IsHighSurrogate(cell[Shown - 1]) ? Shown - 1 : Shown)];
}
