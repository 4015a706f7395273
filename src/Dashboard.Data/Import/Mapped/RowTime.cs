using Dashboard.Data.Import.Cells;
using Dashboard.Domain.Time;

namespace Dashboard.Data.Import.Mapped;

/// <summary>
/// When a row says that it happened. Times of day are local to the mapping's clock unless the cell names its own; a day is a
/// day on every clock. A stated end is kept; that a row names its day twice states none.
/// </summary>
internal sealed class RowTime(Mapping mapping)
{
    private static readonly Dictionary<string, TimePrecision> _precisions = new(StringComparer.OrdinalIgnoreCase)
    {
        ["minute"] = TimePrecision.Minute,
        ["hour"] = TimePrecision.Hour,
        ["stunde"] = TimePrecision.Hour,
        ["part of day"] = TimePrecision.PartOfDay,
        ["partofday"] = TimePrecision.PartOfDay,
        ["tageszeit"] = TimePrecision.PartOfDay,
        ["day"] = TimePrecision.Day,
        ["tag"] = TimePrecision.Day,
        ["jour"] = TimePrecision.Day,
        ["week"] = TimePrecision.Week,
        ["woche"] = TimePrecision.Week,
        ["semaine"] = TimePrecision.Week,
        ["month"] = TimePrecision.Month,
        ["monat"] = TimePrecision.Month,
        ["mois"] = TimePrecision.Month,
        ["year"] = TimePrecision.Year,
        ["jahr"] = TimePrecision.Year,
        ["annee"] = TimePrecision.Year,
    };

    private readonly Remembered<string, Reading<WrittenDate>> _dates = new(text => CellDate.Read(text, mapping.DateOrder, mapping.ExcelSerials));
    private readonly Remembered<string, Reading<WrittenTime>> _times = new(CellTime.Read);
    private readonly TimeSpan _offset = TimeSpan.FromMinutes(mapping.OffsetMinutes);

    /// <returns>Null for an undated row, and for one that was refused.</returns>
    public Occurrence? Read(MappedRow row)
    {
        var start = Date(row, ColumnMeaning.Start, ColumnMeaning.StartTime);
        var end = row.Columns.Has(ColumnMeaning.End) ? Date(row, ColumnMeaning.End, ColumnMeaning.EndTime) : EndOnSameDay(row, start);
        if (row.Refusal is not null || start is not { } first)
        {
            if (end is not null)
            {
                row.Refuse(ColumnMeaning.End, "an end without a start is no time: give the start");
            }

            return null;
        }

        var precision = Precision(row, first.Precision);
        var begins = Instant(first, precision);
        var ends = end is { } last ? EndOf(first, last) : first.End is { } stated ? Instant(first with { Start = stated }, first.Precision) : null;
        if (begins is null)
        {
            row.Refuse(ColumnMeaning.Start, "the time is before all calendars");
            return null;
        }

        if (ends < begins || (ends == begins && end is { HasTimeOfDay: false }))
        {
            row.Refuse(row.Columns.Has(ColumnMeaning.End) ? ColumnMeaning.End : ColumnMeaning.EndTime, "the end is before the start");
            return null;
        }

        var offset = precision <= TimePrecision.PartOfDay ? first.Offset ?? _offset : TimeSpan.Zero;
        return new Occurrence(begins.Value, ends, offset, precision);
    }

    private WrittenDate? Date(MappedRow row, ColumnMeaning day, ColumnMeaning timeOfDay)
    {
        var date = row.Take(day, _dates[row.Cell(day)]);
        if (!row.Columns.Has(timeOfDay) || row.Take(timeOfDay, _times[row.Cell(timeOfDay)]) is not { } time)
        {
            return date;
        }

        if (date is not { } known)
        {
            if (row.Refusal is null)
            {
                row.Refuse(timeOfDay, "a time of day without a day is no time: give the date");
            }

            return date;
        }

        if (known.Precision != TimePrecision.Day)
        {
            return known.HasTimeOfDay && known.Start.TimeOfDay == time.TimeOfDay ? known : Refused(row, timeOfDay, known);
        }

        return new(known.Start + time.TimeOfDay, time.Precision, known.End, time.Offset);
    }

    private static WrittenDate Refused(MappedRow row, ColumnMeaning timeOfDay, WrittenDate date)
    {
        row.Refuse(timeOfDay, date.HasTimeOfDay
            ? $"the date has a time of day already, {date.Start:HH\\:mm}, and it is another one"
            : "a time of day needs a date that is known to the day");
        return date;
    }

    /// <summary>An end time alone is on the day of the start.</summary>
    private WrittenDate? EndOnSameDay(MappedRow row, WrittenDate? start)
    {
        if (!row.Columns.Has(ColumnMeaning.EndTime) || row.Take(ColumnMeaning.EndTime, _times[row.Cell(ColumnMeaning.EndTime)]) is not { } time)
        {
            return null;
        }

        if (start is not { HasTimeOfDay: true } begins)
        {
            row.Refuse(ColumnMeaning.EndTime, "an end time needs a start time");
            return null;
        }

        return new(begins.Start.Date + time.TimeOfDay, time.Precision, null, time.Offset ?? begins.Offset);
    }

    private static TimePrecision Precision(MappedRow row, TimePrecision written)
    {
        if (row.Known(ColumnMeaning.TimePrecision) is not { } word)
        {
            return written;
        }

        if (_precisions.TryGetValue(word.Replace('_', ' ').Replace('-', ' '), out var stated))
        {
            return stated > written ? stated : written;
        }

        row.Refuse(ColumnMeaning.TimePrecision, $"{CellText.Quoted(word)} is no unit of time: write minute, hour, part of day, day, week, month or year");
        return written;
    }

    /// <summary>The exclusive end; null where it says no more than the start does.</summary>
    private DateTimeOffset? EndOf(WrittenDate first, WrittenDate last)
    {
        if (IsSameUnit(first, last))
        {
            return null;
        }

        if (last.HasTimeOfDay)
        {
            return Instant(last, last.Precision);
        }

        var after = last.End ?? last.Precision switch
        {
            TimePrecision.Year => last.Start.AddYears(1),
            TimePrecision.Month => last.Start.AddMonths(1),
            _ => last.Start.AddDays(1),
        };
        return first.HasTimeOfDay && after > first.Start ? Instant(new(after, TimePrecision.Minute, null, first.Offset), TimePrecision.Minute) : Utc(after, TimeSpan.Zero);
    }

    private static bool IsSameUnit(WrittenDate first, WrittenDate? last) => last is { HasTimeOfDay: false, End: null } end
        && (first.HasTimeOfDay ? first.Start.Date == end.Start && end.Precision == TimePrecision.Day : first.Start == end.Start && first.Precision == end.Precision && first.End is null);

    /// <summary>The start of the unit, in UTC; null where it leaves the calendar.</summary>
    private DateTimeOffset? Instant(WrittenDate date, TimePrecision precision) => precision switch
    {
        <= TimePrecision.PartOfDay => Utc(date.Start, date.Offset ?? _offset),
        TimePrecision.Week when date.Precision <= TimePrecision.Day => Utc(date.Start.Date, TimeSpan.Zero)?.AddDays(-(((int)date.Start.DayOfWeek + 6) % 7)),
        TimePrecision.Month => Utc(new DateTime(date.Start.Year, date.Start.Month, 1), TimeSpan.Zero),
        TimePrecision.Year => Utc(new DateTime(date.Start.Year, 1, 1), TimeSpan.Zero),
        _ => Utc(date.Start.Date, TimeSpan.Zero),
    };

    private static DateTimeOffset? Utc(DateTime clock, TimeSpan offset)
    {
        var ticks = clock.Ticks - offset.Ticks;
        return ticks >= TimeSpan.TicksPerDay * 7 && ticks <= DateTime.MaxValue.Ticks ? new(ticks, TimeSpan.Zero) : null;
    }
}
