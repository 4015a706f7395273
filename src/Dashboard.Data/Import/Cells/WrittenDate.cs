using Dashboard.Domain.Time;

namespace Dashboard.Data.Import.Cells;

/// <summary>A date, or a date and a time of day, as far as a cell states it.</summary>
/// <param name="Start">What clocks showed; midnight of the first day where no time of day is stated.</param>
/// <param name="Precision">The unit that is stated: minute, hour, part of day, day, month or year.</param>
/// <param name="End">The end that the cell itself states ("12–14 March 2024"), exclusive; null where it states none.</param>
/// <param name="Offset">What the clocks were ahead of UTC, where the cell says so.</param>
internal readonly record struct WrittenDate(DateTime Start, TimePrecision Precision, DateTime? End = null, TimeSpan? Offset = null)
{
    public bool HasTimeOfDay => Precision <= TimePrecision.PartOfDay;
}

/// <summary>A time of day as a cell states it.</summary>
internal readonly record struct WrittenTime(TimeSpan TimeOfDay, TimePrecision Precision, TimeSpan? Offset = null);
