using Dashboard.Index.Tiles;
using Dashboard.Web.Explore;

namespace Dashboard.Web.Endpoints;

/// <summary>A time-tile in the steps that were asked for, or in the first longer ones in which it is small enough.</summary>
internal sealed class SteppedTile
{
    private readonly string _name;
    private readonly TileSpan _span;
    private readonly IReadOnlyList<DateTimeOffset> _extra;
    private readonly Func<ExploredRevision, TimeEdges, CancellationToken, TimeTile> _count;
    private readonly Func<ExploredRevision, TimeEdges, CancellationToken, FewestStarts?>? _countFewest;

    /// <param name="name">What is counted: the same for the same, however its address is written.</param>
    /// <param name="extra">Other edges besides.</param>
    /// <param name="countFewest">Tells beforehand how much there is at least, where that is known.</param>
    public SteppedTile(
        string name,
        TileSpan span,
        IReadOnlyList<DateTimeOffset> extra,
        Func<ExploredRevision, TimeEdges, CancellationToken, TimeTile> count,
        Func<ExploredRevision, TimeEdges, CancellationToken, FewestStarts?>? countFewest = null)
    {
        span.Edges(extra); // refuses what cannot be counted
        (_name, _span, _extra, _count, _countFewest) = ($"{name}&{span}", span, extra, count, countFewest);
    }

    private string Known => $"step of {_name}";

    public DataQuestion Question => new($"{_name}&{Words(_extra)}", TimeTilesEndpoint.Type, (explored, stop) => Made(explored, stop).Packed);

    /// <summary>
    /// The same square at the very same edges, so that every window has the same counts, in the finest cells in which it is small
    /// enough: those of <paramref name="finest"/>, or wider ones.
    /// </summary>
    public DataQuestion InCells(TileAddress finest, Func<ExploredRevision, TimeEdges, CancellationToken, TimeTile> countFinest) =>
        new($"{Question.Name}&side={finest.Cells}", TimeTilesEndpoint.Type, (explored, stop) =>
        {
            var steps = explored.Answers.Find(Known)?.Step is { } step ? _span.In(step) : Made(explored, stop).Steps;
            return PackedTile.InCells(countFinest(explored, steps.Edges(_extra), stop), steps, TimeTilesEndpoint.MostBytes);
        });

    public static string Words(IReadOnlyList<DateTimeOffset> extra) => string.Join(',', extra.Select(edge => edge.UtcTicks));

    private (byte[] Packed, TileSpan Steps) Made(ExploredRevision explored, CancellationToken stop)
    {
        var longer = explored.Answers.Find(Known)?.Step ?? NotTooShort(explored, stop);
        while (true)
        {
            var tried = longer is { } step ? _span.In(step) : _span;
            (var packed, longer) = PackedTile.Of(_count(explored, tried.Edges(_extra), stop), tried, TimeTilesEndpoint.MostBytes);
            if (longer is null)
            {
                explored.Answers.Keep(Known, new KeptAnswer([], tried.Step));
                return (packed, tried);
            }
        }
    }

    /// <summary>The shortest step at which it is not known beforehand that there are too many bytes; null for the one that was asked for.</summary>
    private TimeSpan? NotTooShort(ExploredRevision explored, CancellationToken stop)
    {
        var (span, likeness) = (_span, 1.0);
        while (_countFewest?.Invoke(explored, span.Edges(_extra), stop) is { } fewest
            && TileInformation.BytesOf(fewest) * likeness is var least and > TimeTilesEndpoint.MostBytes
            && span.StepPast(least, TimeTilesEndpoint.MostBytes) is { } longer)
        {
            (span, likeness) = (_span.In(longer), PackedTile.UsualLikeness);
        }

        return span == _span ? null : span.Step;
    }
}
