using System.Globalization;
using System.Text.RegularExpressions;

namespace Dashboard.Data.Import.Tables;

/// <summary>The names of a table's columns.</summary>
internal static partial class Header
{
    private const int LongestName = 200;

    /// <summary>A row names columns when no cell of it is a number, a date or an address, and not all is empty.</summary>
    public static bool IsOne(IReadOnlyList<string> cells) =>
        cells.Any(cell => !string.IsNullOrWhiteSpace(cell)) && !cells.Any(cell => IsValue(cell.Trim()));

    /// <summary>The names trimmed, the empty ones numbered, and those that are met again told apart: "Ort", "Ort (2)".</summary>
    public static IReadOnlyList<string> Names(IReadOnlyList<string> cells)
    {
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var names = new string[cells.Count];
        for (var column = 0; column < names.Length; column++)
        {
            var name = Clean(cells[column]);
            name = name.Length > 0 ? name : Numbered(column);
            names[column] = name;
            for (var copy = 2; !taken.Add(names[column]); copy++)
            {
                names[column] = $"{name} ({copy.ToString(CultureInfo.InvariantCulture)})";
            }
        }

        return names;
    }

    /// <summary>"Column 1", "Column 2" … for a table without a header.</summary>
    public static IReadOnlyList<string> Numbered(IReadOnlyList<string> cells) => [.. Enumerable.Range(0, cells.Count).Select(Numbered)];

    private static string Numbered(int column) => $"Column {(column + 1).ToString(CultureInfo.InvariantCulture)}";

    private static string Clean(string name)
    {
        var clean = string.Concat(name.Where(letter => !BoundedText.IsBroken(letter) && letter != '\uFEFF'))
            .ReplaceLineEndings(" ").Trim();
        return clean.Length > LongestName ? clean[..LongestName] : clean;
    }

    private static bool IsValue(string cell) =>
        cell.Length > 0
        && (double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out _)
            || DateOrNumber().IsMatch(cell)
            || cell.StartsWith("http://", StringComparison.OrdinalIgnoreCase)
            || cell.StartsWith("https://", StringComparison.OrdinalIgnoreCase));

    [GeneratedRegex(@"^[0-9]{1,4}[-./][0-9]{1,2}[-./][0-9]{1,4}([T ].*)?\z|^-?[0-9]+,[0-9]+\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex DateOrNumber();
}
