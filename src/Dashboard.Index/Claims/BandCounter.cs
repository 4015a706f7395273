using Dashboard.Domain.Incidents;
using Dashboard.Domain.Querying;
using Dashboard.Domain.Sources;

namespace Dashboard.Index.Claims;

/// <summary>Sums one toll over rows, from the lowest to the highest credible figure of each.</summary>
/// <param name="tolls">As the record reads them.</param>
/// <param name="then">Those that were other ones on the day, by row.</param>
/// <param name="day">Null for all that is known.</param>
/// <param name="lens">Whose own figures are summed apart; null for nobody's.</param>
internal sealed class BandCounter(ClaimColumns claims, ClaimTopic topic, TollColumn tolls, IReadOnlyDictionary<int, Toll>? then, KnownDay? day, LensClaims? lens)
{
    /// <summary>For each toll in how many rows it is all that there is.</summary>
    private readonly int[] _alone = new int[tolls.Different];
    private readonly FigureSum _all = new();
    private readonly FigureSum _own = new();
    private int _without;
    private int _contested;

    public TollBand Count(Bitmap rows)
    {
        foreach (var row in rows.Rows())
        {
            var (from, to) = claims.Of(row);
            if (from == to)
            {
                _alone[tolls.NumberOf(row)]++;
            }
            else
            {
                Add(row, from, to);
            }
        }

        for (var number = 0; number < _alone.Length; number++)
        {
            if (_alone[number] > 0)
            {
                var reading = FigureSpan.Of(tolls.Numbered(number));
                _all.Add(reading, _alone[number]);
                _without += reading is null ? _alone[number] : 0;
            }
        }

        return new TollBand(_all.Low, _all.High, _all.IsOrMore, _all.Count, _without, _contested, lens is null ? null : _own.ToTotal());
    }

    private void Add(int row, int from, int to)
    {
        FigureSpan? own = null;
        var all = FigureSpan.Of(then?.TryGetValue(row, out var toll) is true ? toll : tolls[row]);
        var (isContested, first) = (false, default(Figure?));
        for (var claim = from; claim < to; claim++)
        {
            var marks = claims.MarksOf(claim);
            if (marks.Topic != topic || day?.Has(claim, row) is false)
            {
                continue;
            }

            var status = day is null ? marks.Status : claims.StatusOn(claim, day.Day);
            isContested |= status is ClaimStatus.Disputed or ClaimStatus.Contradicted;
            if (IsCredible(status) && claims.FigureOf(claim) is { IsWhole: true } figure)
            {
                isContested |= first is { } other && other != figure;
                first ??= figure;
                all = FigureSpan.Around(all, FigureSpan.Of(figure));
                own = lens?.IsOwn(claim) is true ? FigureSpan.Around(own, FigureSpan.Of(figure)) : own;
            }
        }

        _contested += isContested ? 1 : 0;
        _without += all is null ? 1 : 0;
        _all.Add(all, 1);
        _own.Add(own, 1);
    }

    private static bool IsCredible(ClaimStatus status) =>
        status is not (ClaimStatus.Contradicted or ClaimStatus.Unsupported or ClaimStatus.Retracted or ClaimStatus.Superseded);
}
