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

    /// <summary>The step whose stretches are so many times as long at least; null when there is none so long.</summary>
    public TimeSpan? StepOf(double times) => TimeEdges.Steps.Cast<TimeSpan?>().FirstOrDefault(step => step > Step && step >= Step * times);
}
