namespace Dashboard.Data.Import.Mapped;

/// <summary>Where in a row each meaning stands.</summary>
internal sealed class MappedColumns
{
    private static readonly HashSet<ColumnMeaning> _several =
    [
        ColumnMeaning.Attribute, ColumnMeaning.Side, ColumnMeaning.Perpetrator, ColumnMeaning.Target,
        ColumnMeaning.Source, ColumnMeaning.SourceAddress, ColumnMeaning.Tags,
    ];

    private readonly int[][] _indexes = new int[Enum.GetValues<ColumnMeaning>().Length][];

    /// <exception cref="UnreadableFileException">The mapping names a column that the table does not have, or gives two columns one meaning.</exception>
    public MappedColumns(Mapping mapping, IReadOnlyList<string> columns)
    {
        Names = [.. columns.Select((name, index) => MappedRow.Clean(name) is { Length: > 0 } clean ? clean : $"Column {index + 1}")];
        var meanings = new Dictionary<string, ColumnMeaning>(StringComparer.Ordinal);
        foreach (var column in mapping.Columns)
        {
            if (!columns.Contains(column.Column))
            {
                throw Unanswered($"the mapping names a column '{column.Column}' that the file does not have: it has {Listed(columns)}");
            }

            if (!meanings.TryAdd(column.Column, column.Meaning))
            {
                throw Unanswered($"the mapping names the column '{column.Column}' twice");
            }
        }

        foreach (var meaning in Enum.GetValues<ColumnMeaning>())
        {
            _indexes[(int)meaning] = [.. Enumerable.Range(0, columns.Count).Where(index => meanings.GetValueOrDefault(columns[index]) == meaning)];
            if (_indexes[(int)meaning] is [var first, var second, ..] && !AllowsSeveral(meaning))
            {
                throw Unanswered($"the columns '{columns[first]}' and '{columns[second]}' cannot both be {meaning}: choose one");
            }
        }
    }

    /// <summary>As refusals and attributes call them.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>True for what a row may have more than once: sides, sources, tags, attributes.</summary>
    public static bool AllowsSeveral(ColumnMeaning meaning) => _several.Contains(meaning);

    /// <summary>The columns of that meaning, in the order of the file.</summary>
    public ReadOnlySpan<int> All(ColumnMeaning meaning) => _indexes[(int)meaning];

    /// <summary>The one column of that meaning, or -1.</summary>
    public int One(ColumnMeaning meaning) => _indexes[(int)meaning] is [var index, ..] ? index : -1;

    public bool Has(ColumnMeaning meaning) => _indexes[(int)meaning].Length > 0;

    private static string Listed(IReadOnlyList<string> columns) =>
        string.Join(", ", columns.Take(20)) + (columns.Count > 20 ? " …" : "");

    private static UnreadableFileException Unanswered(string message) => new(FileFault.NeedsAnswer, message);
}
