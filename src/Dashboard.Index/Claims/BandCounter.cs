using Dashboard.Domain.Querying;

namespace Dashboard.Index.Claims;

/// <summary>Sums one toll over rows, from the lowest to the highest credible figure of each. What is credible of each row by all that is known, it finds once.</summary>
internal sealed class BandCounter
{
    private readonly RowFigures _figures;
    private readonly Lazy<(PackedColumn Numbers, RowBand[] Bands)> _ofRows;

    public BandCounter(ClaimColumns claims, ClaimTopic topic, TollColumn tolls)
    {
        _figures = new RowFigures(claims, topic, tolls);
        _ofRows = new(() => OfRows(claims.RowCount));
    }

    /// <param name="rows">Such as are known on the day.</param>
    /// <param name="day">Null for all that is known.</param>
    /// <param name="lens">Whose own figures are summed apart, and all rows of which it makes a claim; null for nobody's.</param>
    public TollBand Count(Bitmap rows, KnownDay? day, (LensClaims Claims, Bitmap Mentioned)? lens)
    {
        var (numbers, bands) = _ofRows.Value;
        var (sum, counts) = (new FigureSum(), new int[bands.Length]);
        var (without, contested) = (0, 0);
        foreach (var row in rows.Rows())
        {
            if (day?.Unsettled[row] is true)
            {
                Add(_figures.Of(row, day), 1);
            }
            else
            {
                counts[numbers[row]]++;
            }
        }

        for (var number = 0; number < counts.Length; number++)
        {
            Add(bands[number], counts[number]);
        }

        return new TollBand(sum.Low, sum.High, sum.IsOrMore, sum.Count, without, contested, lens is var (own, mentioned) ? Own(rows.RowsWith(mentioned), own, day) : null);

        void Add(RowBand band, int times)
        {
            sum.Add(band.Span, times);
            without += band.Span is null ? times : 0;
            contested += band.IsContested ? times : 0;
        }
    }

    private LensTotal Own(IEnumerable<int> rows, LensClaims own, KnownDay? day)
    {
        var sum = new FigureSum();
        foreach (var row in rows)
        {
            sum.Add(_figures.OwnOf(row, own, day), 1);
        }

        return sum.ToTotal();
    }

    private (PackedColumn Numbers, RowBand[] Bands) OfRows(int count)
    {
        var (numbers, different) = (new int[count], new Dictionary<RowBand, int>());
        for (var row = 0; row < count; row++)
        {
            var band = _figures.Of(row, day: null);
            if (!different.TryGetValue(band, out numbers[row]))
            {
                different[band] = numbers[row] = different.Count;
            }
        }

        return (new PackedColumn(numbers), [.. different.OrderBy(pair => pair.Value).Select(pair => pair.Key)]);
    }
}
