using Dashboard.Domain.Querying;
using Dashboard.Domain.Sources;

namespace Dashboard.Index.Claims;

/// <summary>What is credible of one toll of a row.</summary>
/// <param name="Span">Null where no figure is.</param>
/// <param name="IsContested">True where credible claims differ, or one was disputed or contradicted.</param>
internal readonly record struct RowBand(FigureSpan? Span, bool IsContested);

/// <summary>Finds what is credible of one toll, row by row.</summary>
internal sealed class RowFigures(ClaimColumns claims, ClaimTopic topic, TollColumn tolls)
{
    /// <param name="day">Null for all that is known.</param>
    public RowBand Of(int row, KnownDay? day)
    {
        var span = FigureSpan.Of(day?.TollsThen(topic).TryGetValue(row, out var then) is true ? then : tolls[row]);
        var (isContested, first, (from, to)) = (false, default(Figure?), claims.Of(row));
        for (var claim = from; claim < to; claim++)
        {
            if (claims.MarksOf(claim) is var marks && marks.Topic == topic && day?.Has(claim, row) is not false)
            {
                var status = StatusOf(claim, marks, day);
                isContested |= status is ClaimStatus.Disputed or ClaimStatus.Contradicted;
                if (CredibleFigure(claim, status) is { } figure)
                {
                    isContested |= first is { } other && other != figure;
                    first ??= figure;
                    span = FigureSpan.Around(span, FigureSpan.Of(figure));
                }
            }
        }

        return new RowBand(span, isContested);
    }

    /// <summary>What some of its claims say alone.</summary>
    public FigureSpan? OwnOf(int row, LensClaims own, KnownDay? day)
    {
        var (span, (from, to)) = (default(FigureSpan?), claims.Of(row));
        for (var claim = from; claim < to; claim++)
        {
            if (claims.MarksOf(claim) is var marks && marks.Topic == topic && own.IsOwn(claim) && day?.Has(claim, row) is not false
                && CredibleFigure(claim, StatusOf(claim, marks, day)) is { } figure)
            {
                span = FigureSpan.Around(span, FigureSpan.Of(figure));
            }
        }

        return span;
    }

    private ClaimStatus StatusOf(int claim, ClaimMarks marks, KnownDay? day) => day is null ? marks.Status : claims.StatusOn(claim, day.Day);

    private Figure? CredibleFigure(int claim, ClaimStatus status) =>
        status is not (ClaimStatus.Contradicted or ClaimStatus.Unsupported or ClaimStatus.Retracted or ClaimStatus.Superseded)
        && claims.FigureOf(claim) is { IsWhole: true } figure ? figure : null;
}
