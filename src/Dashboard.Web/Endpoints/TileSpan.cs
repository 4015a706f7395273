using Dashboard.Domain;
using Dashboard.Index.Tiles;

namespace Dashboard.Web.Endpoints;

/// <summary>Which edges a browser asks for: from, to, and every step between.</summary>
internal sealed record TileSpan(DateTimeOffset From, DateTimeOffset To, TimeSpan Step)
{
    /// <param name="extra">Other edges besides.</param>
    public TimeEdges Edges(IReadOnlyList<DateTimeOffset> extra)
    {
        try
        {
            return TimeEdges.FromSpan(From, To, Step, extra);
        }
        catch (RefusedException refusal)
        {
            throw new BadParameterException("span", $"cannot be counted: {refusal.Message}");
        }
    }

    /// <summary>The same time in longer steps: where those do not begin and end with it, a little more.</summary>
    public TileSpan In(TimeSpan step) => new(Multiple(From, step, isUp: false), Multiple(To, step, isUp: true), step);

    /// <summary>The shortest longer step at which the tile has no more bytes than these, or the longest there is; null when there is no longer one.</summary>
    /// <param name="likeness">How many times as long as <see cref="TileInformation"/> says the bytes are.</param>
    public TimeSpan? StepFor(TimeTile tile, double bytes, double likeness) =>
        TimeEdges.Steps.Where(step => step > Step).Cast<TimeSpan?>().FirstOrDefault(step => TileInformation.BytesAt(tile, step!.Value, bytes / likeness) * likeness <= bytes)
        ?? (Step < TimeEdges.Steps[^1] ? TimeEdges.Steps[^1] : null);

    /// <summary>
    /// The shortest longer step at which a tile can have no more bytes than these, or the longest there is; null when there is no
    /// longer one. Where so many times as many stretches are one there are, at best, so many times fewer bytes.
    /// </summary>
    /// <param name="least">What it has at this step, at least.</param>
    public TimeSpan? StepPast(double least, double bytes) =>
        TimeEdges.Steps.Where(step => step > Step).Cast<TimeSpan?>().FirstOrDefault(step => least * (Step / step!.Value) <= bytes)
        ?? (Step < TimeEdges.Steps[^1] ? TimeEdges.Steps[^1] : null);

    /// <summary>The next multiple of a step, counted as <see cref="TimeEdges"/> counts; at the ends of all time the last one within.</summary>
    private static DateTimeOffset Multiple(DateTimeOffset instant, TimeSpan step, bool isUp)
    {
        var least = TimeEdges.FirstMonday.UtcTicks / step.Ticks;
        var most = (DateTimeOffset.MaxValue.UtcTicks - TimeEdges.FirstMonday.UtcTicks) / step.Ticks;
        var steps = (instant - TimeEdges.FirstMonday).Ticks / (double)step.Ticks;
        return TimeEdges.FirstMonday.AddTicks(Math.Clamp((long)(isUp ? Math.Ceiling(steps) : Math.Floor(steps)), -least, most) * step.Ticks);
    }
}
