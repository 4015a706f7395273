using System.Globalization;

namespace Dashboard.Data.Import.Cells;

/// <summary>The figures of a date in order, its month where that has a name, and what stands between the figures.</summary>
internal sealed class DateTokens
{
    /// <summary>Digits as they were written: 05 has the length 2.</summary>
    public readonly record struct Figure(int Number, int Length);

    private DateTokens(List<Figure> figures, int? month, char separator) => (Figures, Month, Separator) = (figures, month, separator);

    public IReadOnlyList<Figure> Figures { get; }

    public int? Month { get; }

    /// <summary>The first of <c>. - /</c> that stands between two figures; a space where none does.</summary>
    public char Separator { get; }

    public bool HasYear => Figures.Any(figure => figure.Length == 4);

    /// <exception cref="NoDateException">There is a word or a sign in it that no date has.</exception>
    public static DateTokens Of(string text)
    {
        var figures = new List<Figure>(4);
        int? month = null;
        var separator = ' ';
        for (var at = 0; at < text.Length;)
        {
            var end = at + 1;
            if (char.IsAsciiDigit(text[at]))
            {
                end = End(text, at, char.IsAsciiDigit);
                figures.Add(ReadFigure(text.AsSpan(at, end - at)));
            }
            else if (char.IsLetter(text[at]))
            {
                end = End(text, at, letter => char.IsLetter(letter) || CharUnicodeInfo.GetUnicodeCategory(letter) == UnicodeCategory.NonSpacingMark);
                month = ReadWord(text.AsSpan(at, end - at), month);
            }
            else if (text[at] is '.' or '-' or '/')
            {
                separator = separator == ' ' && figures.Count > 0 && text.AsSpan(end).TrimStart(' ') is [>= '0' and <= '9', ..] ? text[at] : separator;
            }
            else if (text[at] is not (' ' or ',' or 'º' or 'ª' or '\'' or '’'))
            {
                throw new NoDateException("is not a date: write 2024-03-12");
            }

            at = end;
        }

        return new(figures, month, separator);
    }

    private static Figure ReadFigure(ReadOnlySpan<char> digits) => digits.Length <= 4
        ? new(int.Parse(digits, CultureInfo.InvariantCulture), digits.Length)
        : throw new NoDateException("is not a date: write 2024-03-12");

    private static int? ReadWord(ReadOnlySpan<char> word, int? month)
    {
        if (MonthNames.Number(word) is { } number)
        {
            return month is null ? number : throw new NoDateException("names two months");
        }

        return MonthNames.SaysNothing(word) ? month : throw new NoDateException($"is not a date: {CellText.Quoted(word.ToString())} is no month in English, German, French or Spanish");
    }

    private static int End(string text, int from, Func<char, bool> belongs)
    {
        var end = from + 1;
        while (end < text.Length && belongs(text[end]))
        {
            end++;
        }

        return end;
    }
}
