using Dashboard.Data.Import.Cells;
using Dashboard.Domain.Incidents;
using Dashboard.Domain.Sources;

namespace Dashboard.Data.Import.Mapped;

/// <summary>
/// People killed or injured, as a row states them. One number alone is low, best and high alike; beside columns of their own
/// for low and high it is the best estimate.
/// </summary>
internal sealed class RowToll(bool decimalComma, Evidence evidence)
{
    private readonly Remembered<string, Reading<WrittenToll>> _counts = new(text => CellNumber.ReadToll(text, decimalComma));
    private readonly TollReading _unknown = new(Toll.Unknown, null, evidence);

    public TollReading Read(MappedRow row, ColumnMeaning best, ColumnMeaning low, ColumnMeaning high)
    {
        var stated = Take(row, best);
        var (least, most) = (Take(row, low), Take(row, high));
        var hasBounds = row.Columns.Has(low) || row.Columns.Has(high);
        var toll = hasBounds ? Bounded(stated, row.Columns.Has(low) ? Single(least) : null, row.Columns.Has(high) ? Single(most) : null) : stated;
        if (toll is { Low: null, Best: null, High: null })
        {
            return _unknown;
        }

        if (toll.Low > toll.Best || toll.Best > toll.High || toll.Low > toll.High)
        {
            row.Refuse(row.Columns.Has(best) ? best : low, $"a toll must rise from low to high: {Word(toll.Low)} – {Word(toll.Best)} – {Word(toll.High)}");
            return _unknown;
        }

        return new(new Toll(toll.Low, toll.Best, toll.High), null, evidence);
    }

    /// <summary>A bare number says nothing of the bounds that have columns of their own; a range says it where they are silent.</summary>
    private static WrittenToll Bounded(WrittenToll stated, int? least, int? most)
    {
        var isBare = stated.Best is not null;
        return new(least ?? (isBare ? null : stated.Low), stated.Best, most ?? (isBare ? null : stated.High));
    }

    private WrittenToll Take(MappedRow row, ColumnMeaning meaning) =>
        row.Columns.Has(meaning) ? row.Take(meaning, _counts[row.Cell(meaning)]) ?? default : default;

    private static int? Single(WrittenToll toll) => toll.Best ?? toll.Low ?? toll.High;

    private static string Word(int? people) => people?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "unknown";
}
