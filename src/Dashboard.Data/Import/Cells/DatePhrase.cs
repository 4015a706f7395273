using Dashboard.Domain.Time;

namespace Dashboard.Data.Import.Cells;

/// <summary>Dates of several parts: figures with something between them, or a month's name; with a time of day after or before; one day or a stretch.</summary>
internal static class DatePhrase
{
    private static readonly string[] _stretches = [" – ", " — ", " - ", "–", "—", " to ", " bis ", " until ", " au ", " al ", " hasta ", "--"];

    public static WrittenDate Read(string text, DateOrder? order)
    {
        foreach (var between in _stretches)
        {
            var at = text.IndexOf(between, StringComparison.OrdinalIgnoreCase);
            if (at > 0 && at + between.Length < text.Length)
            {
                return Stretch(text[..at].Trim(), text[(at + between.Length)..].Trim(), order);
            }
        }

        return Interval(text, order) ?? One(text, order);
    }

    /// <summary>ISO's own way: <c>2024-03-12/2024-03-14</c>, and <c>2024-03-12/14</c> as one of several days.</summary>
    private static WrittenDate? Interval(string text, DateOrder? order)
    {
        var slash = text.IndexOf('/');
        return slash >= 10 && text[4] == '-' && text.IndexOf('/', slash + 1) < 0 ? Stretch(text[..slash], text[(slash + 1)..], order) : null;
    }

    private static WrittenDate Stretch(string first, string last, DateOrder? order)
    {
        var (start, end) = IsFigure(last)
            ? (One(first, order), Completed(first, last, order))
            : (First(first, last, order), One(last, order));
        if (start.HasTimeOfDay != end.HasTimeOfDay)
        {
            throw new NoDateException("has a time of day at one end only");
        }

        var ends = end.HasTimeOfDay ? end.Start : EndOf(end);
        if (ends < start.Start || (end.Start < start.Start && !end.HasTimeOfDay))
        {
            throw new NoDateException("ends before it begins");
        }

        var precision = start.Precision > end.Precision ? start.Precision : end.Precision;
        return new(start.Start, precision, ends, start.Offset ?? end.Offset);
    }

    /// <summary>"2024-03-12/14": the last day takes month and year from the first.</summary>
    private static WrittenDate Completed(string first, string figure, DateOrder? order)
    {
        var start = One(first, order);
        if (figure.Length == 4)
        {
            return One(figure, order);
        }

        return figure.Length <= 2 && start.Precision == TimePrecision.Day
            ? new(DateParts.Day(start.Start.Year, start.Start.Month, int.Parse(figure)), TimePrecision.Day)
            : throw new NoDateException("is no stretch of days: write 12–14 March 2024");
    }

    /// <summary>"12–14 March 2024", "28 February – 2 March 2024": the first day takes what it lacks from the last.</summary>
    private static WrittenDate First(string first, string last, DateOrder? order)
    {
        var end = One(last, order);
        var figure = first.TrimEnd('.');
        if (IsFigure(figure) && figure.Length <= 2)
        {
            return new(DateParts.Day(end.Start.Year, end.Start.Month, int.Parse(figure)), end.Precision);
        }

        var tokens = DateTokens.Of(first);
        return tokens.HasYear ? One(first, order) : One($"{first.TrimEnd('.')} {end.Start.Year:0000}", order, tokens);
    }

    private static WrittenDate One(string text, DateOrder? order, DateTokens? withoutYear = null)
    {
        if (withoutYear is { } partial)
        {
            return new(DayOf(partial, int.Parse(text.AsSpan(text.Length - 4))), partial.Figures.Count == 0 ? TimePrecision.Month : TimePrecision.Day);
        }

        if (IsFigure(text) && text.Length != 4)
        {
            throw new NoDateException("is a number and no date: write 2024-03-12");
        }

        var (date, time) = Split(text);
        var day = Calendar(DateTokens.Of(date), order);
        return time.Length == 0 ? day : WithTime(day, time);
    }

    private static DateTime DayOf(DateTokens tokens, int year) => (tokens.Figures.Count, tokens.Month) switch
    {
        (0, { } month) => DateParts.Day(year, month, 1),
        (1, { } month) => DateParts.Day(year, month, tokens.Figures[0].Number),
        (2, null) when tokens.Separator == '.' => DateParts.Day(year, tokens.Figures[1].Number, tokens.Figures[0].Number),
        _ => throw new NoDateException("is no stretch of days: write 12–14 March 2024"),
    };

    private static WrittenDate Calendar(DateTokens tokens, DateOrder? order)
    {
        if (tokens.Month is { } month)
        {
            return Named(tokens, month);
        }

        var figures = tokens.Figures;
        return figures.Count switch
        {
            1 when figures[0].Length == 4 => new(DateParts.Day(figures[0].Number, 1, 1), TimePrecision.Year),
            2 when figures[0].Length == 4 => new(DateParts.Day(figures[0].Number, figures[1].Number, 1), TimePrecision.Month),
            2 when figures[1].Length == 4 => new(DateParts.Day(figures[1].Number, figures[0].Number, 1), TimePrecision.Month),
            3 when figures[0].Length == 4 => new(DateParts.Day(figures[0].Number, figures[1].Number, figures[2].Number), TimePrecision.Day),
            3 when figures[2].Length == 4 => new(FigureOrder.Day(figures[0].Number, figures[1].Number, figures[2].Number, tokens.Separator, order), TimePrecision.Day),
            3 when figures[0].Length <= 2 && figures[2].Length <= 2 => throw TwoDigitYear(),
            _ => throw new NoDateException("is not a date: write 2024-03-12"),
        };
    }

    private static WrittenDate Named(DateTokens tokens, int month)
    {
        var years = tokens.Figures.Where(figure => figure.Length == 4).ToList();
        var days = tokens.Figures.Where(figure => figure.Length <= 2).ToList();
        return (years.Count, days.Count, tokens.Figures.Count) switch
        {
            (1, 0, 1) => new(DateParts.Day(years[0].Number, month, 1), TimePrecision.Month),
            (1, 1, 2) => new(DateParts.Day(years[0].Number, month, days[0].Number), TimePrecision.Day),
            (1, 2, 3) when tokens.Separator == '-' => Days(years[0].Number, month, days[0].Number, days[1].Number),
            (0, 2, 2) => throw TwoDigitYear(),
            (0, 1, 1) => throw new NoDateException("names no year"),
            _ => throw new NoDateException("is not a date: write 2024-03-12"),
        };
    }

    private static WrittenDate Days(int year, int month, int first, int last)
    {
        var (start, end) = (DateParts.Day(year, month, first), DateParts.Day(year, month, last));
        return end >= start ? new(start, TimePrecision.Day, end.AddDays(1)) : throw new NoDateException("ends before it begins");
    }

    private static NoDateException TwoDigitYear() => new("has a year of two digits: write four, so that no century is guessed");

    private static WrittenDate WithTime(WrittenDate day, string time)
    {
        if (day.Precision != TimePrecision.Day)
        {
            throw new NoDateException("has a time of day but no day");
        }

        var reading = CellTime.Read(time);
        if (reading.Value is not { } clock)
        {
            throw new NoDateException("has a time of day that no clock shows: write 2024-03-12 16:20");
        }

        var start = day.Start + clock.TimeOfDay;
        return clock.TimeOfDay == TimeSpan.Zero ? day : new(start, clock.Precision, null, clock.Offset);
    }

    private static DateTime EndOf(WrittenDate date) => date.Precision switch
    {
        TimePrecision.Year => date.Start.AddYears(1),
        TimePrecision.Month => date.Start.AddMonths(1),
        _ => date.Start.AddDays(1),
    };

    /// <summary>Date and time of day, whichever comes first.</summary>
    private static (string Date, string Time) Split(string text)
    {
        if (text.Length > 11 && text[10] is 'T' or 't' && char.IsAsciiDigit(text[9]))
        {
            return (text[..10], text[11..]);
        }

        var colon = text.IndexOf(':');
        var from = colon > 0 ? WordBegins(text, colon) : ClockWord(text);
        if (from < 0)
        {
            return (text, "");
        }

        if (from > 0)
        {
            return (text[..from].TrimEnd(' ', ','), text[from..].Trim());
        }

        var end = text.IndexOfAny([' ', ',']);
        return end < 0 ? (text, "") : (text[(end + 1)..].TrimStart(' ', ','), text[..end]);
    }

    private static int WordBegins(string text, int at)
    {
        var begin = at;
        while (begin > 0 && (char.IsAsciiDigit(text[begin - 1]) || text[begin - 1] == '~'))
        {
            begin--;
        }

        return begin;
    }

    /// <summary>"12 March 2024, 4 pm", "12.3.2024 16 Uhr": where the figure before the word begins.</summary>
    private static int ClockWord(string text)
    {
        foreach (var word in (ReadOnlySpan<string>)["uhr", "pm", "am", "p.m", "a.m"])
        {
            var at = text.LastIndexOf(word, StringComparison.OrdinalIgnoreCase);
            var digit = at < 1 ? -1 : text[at - 1] == ' ' ? at - 2 : at - 1;
            if (digit >= 1 && char.IsAsciiDigit(text[digit]))
            {
                var begin = text.LastIndexOf(' ', digit);
                return begin < 0 ? -1 : begin + 1;
            }
        }

        return -1;
    }

    private static bool IsFigure(string text) => text.Length > 0 && !text.AsSpan().ContainsAnyExceptInRange('0', '9');
}
