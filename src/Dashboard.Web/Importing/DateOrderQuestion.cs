using System.Globalization;
using System.Text.RegularExpressions;
using Dashboard.Data.Import;

namespace Dashboard.Web.Importing;

/// <summary>A date of the file that can be read in two ways, with both readings.</summary>
internal sealed partial record DateOrderQuestion(string Example, string DayFirst, string MonthFirst)
{
    /// <summary>One for the file's own first such date; one with a date of ours when the file has them further down; null when it asks nothing.</summary>
    public static DateOrderQuestion? Of(TableShape table, Mapping mapping, bool isAsked)
    {
        var dates = mapping.Columns.Index().Where(column => MeaningWords.IsDate(column.Item.Meaning)).Select(column => column.Index).ToList();
        return table.FirstRows.SelectMany(row => dates.Where(column => column < row.Count).Select(column => Of(row[column]))).FirstOrDefault(question => question is not null)
            ?? (isAsked || mapping.DateOrder is not null ? Of("01/02/2024") : null);
    }

    private static DateOrderQuestion? Of(string cell)
    {
        var found = Ambiguous().Match(cell.Trim());
        if (!found.Success)
        {
            return null;
        }

        var (first, second, year) = (Number(1), Number(2), found.Groups[3].Value);
        return first is >= 1 and <= 12 && second is >= 1 and <= 12 && first != second
            ? new DateOrderQuestion(cell.Trim(), Words(first, second), Words(second, first))
            : null;

        int Number(int group) => int.Parse(found.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

        string Words(int day, int month) => $"{day} {CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(month)} {year}";
    }

    // With points between them the day comes first wherever such dates are written.
    [GeneratedRegex(@"^(?<1>\d{1,2})[/-](?<2>\d{1,2})[/-](?<3>\d{4}|\d{2})\b", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Ambiguous();
}
