namespace Dashboard.Data.Import.Cells;

/// <summary>
/// Which of two figures is the day. A point between them says day first wherever it is written; a hyphen does unless somebody
/// says otherwise; a slash says nothing.
/// </summary>
internal static class FigureOrder
{
    public static DateTime Day(int first, int second, int year, char separator, DateOrder? order)
    {
        var chosen = separator == '.' ? DateOrder.DayMonthYear : order ?? (separator == '-' ? DateOrder.DayMonthYear : Decided(first, second));
        if (first > 12 && second > 12)
        {
            throw new NoDateException($"has neither in {first} nor in {second} a month");
        }

        return chosen switch
        {
            null => throw new NoDateException("may be two different days: say whether day or month comes first"),
            DateOrder.DayMonthYear when second > 12 => throw new NoDateException($"has a month {second} when the day comes first, as the other dates have it"),
            DateOrder.MonthDayYear when first > 12 => throw new NoDateException($"has a month {first} when the month comes first, as the other dates have it"),
            DateOrder.DayMonthYear => DateParts.Day(year, second, first),
            _ => DateParts.Day(year, first, second),
        };
    }

    /// <summary>
    /// The order that a column's values agree on; null when none of them needs or tells one.
    /// </summary>
    /// <param name="isOpen">True when some value needs an order and none tells it: a person must be asked.</param>
    public static DateOrder? Of(IEnumerable<string> values, out bool isOpen)
    {
        var (dayFirst, monthFirst, open) = (0, 0, 0);
        foreach (var value in values)
        {
            var tokens = Tokens(value);
            if (tokens is not { Month: null, Separator: '/' or '-' } || tokens.Figures.Count < 3 || tokens.Figures[2].Length != 4 || tokens.Figures[0].Length > 2)
            {
                continue;
            }

            var (first, second) = (tokens.Figures[0].Number, tokens.Figures[1].Number);
            dayFirst += first > 12 && second <= 12 ? 1 : 0;
            monthFirst += second > 12 && first <= 12 ? 1 : 0;
            open += first <= 12 && second <= 12 && first != second && tokens.Separator == '/' ? 1 : 0;
        }

        isOpen = open > 0 && (dayFirst > 0) == (monthFirst > 0);
        return (dayFirst > 0, monthFirst > 0) switch
        {
            (true, false) => DateOrder.DayMonthYear,
            (false, true) => DateOrder.MonthDayYear,
            _ => null,
        };
    }

    private static DateTokens? Tokens(string value)
    {
        try
        {
            return value.Length <= 40 ? DateTokens.Of(CellText.Plain(value)) : null;
        }
        catch (NoDateException)
        {
            return null;
        }
    }

    private static DateOrder? Decided(int first, int second) => (first > 12, second > 12) switch
    {
        (true, false) => DateOrder.DayMonthYear,
        (false, true) => DateOrder.MonthDayYear,
        _ => first == second ? DateOrder.DayMonthYear : null,
    };
}
