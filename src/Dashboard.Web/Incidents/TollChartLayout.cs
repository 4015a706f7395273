using System.Globalization;

namespace Dashboard.Web.Incidents;

/// <summary>
/// Where the steps of a toll are drawn: across in shares of the width, so that it fits any, down in pixels. Columns are equally
/// wide and in the order of the dates; the time between them is not to scale.
/// </summary>
public sealed class TollChartLayout
{
    private const double GapBetweenScopes = 0.4; // of a column
    private const int Headroom = 36; // for the arrow of an open figure and its label
    private const int Rise = 74;
    private const int FlatRise = 26;

    private readonly TollSteps _steps;
    private readonly int _rise;
    private readonly double _columns;

    public TollChartLayout(TollSteps steps)
    {
        _steps = steps;
        _rise = steps.IsFlat ? FlatRise : Rise;
        _columns = steps.Count + GapBetweenScopes * (steps.Series.Count - 1);
        Columns = [.. Place()];
    }

    /// <summary>One for each step, from left to right.</summary>
    public IReadOnlyList<Column> Columns { get; }

    /// <summary>The height of the drawing in pixels; the axis is at its foot.</summary>
    public int Height => Headroom + _rise + 1;

    public int Axis => Headroom + _rise;

    /// <summary>The columns as a grid of CSS has them, for the labels below the drawing.</summary>
    public string Grid => string.Join(' ', _steps.Series.Select(series => $"repeat({series.Steps.Count}, minmax(0, 1fr))")
        .SelectMany((columns, index) => index == 0 ? [columns] : new[] { $"minmax(0, {GapBetweenScopes.ToString(CultureInfo.InvariantCulture)}fr)", columns }));

    private IEnumerable<Column> Place()
    {
        var at = 0.0;
        var line = 1;
        foreach (var series in _steps.Series)
        {
            for (var index = 0; index < series.Steps.Count; index++, line++)
            {
                var step = series.Steps[index];
                var next = index + 1 < series.Steps.Count && series.Steps[index + 1].IsDated ? series.Steps[index + 1] : null;
                yield return new Column(step, series.Scope, line, Share(at), Share(at + 0.5), Share(at + 1), Y(step.Level), Y(step.Top), next is null ? null : Y(next.Level));
                at++;
            }

            at += GapBetweenScopes;
            line++;
        }
    }

    private string Share(double columns) => (columns / _columns * 100).ToString("0.###", CultureInfo.InvariantCulture) + "%";

    private double Y(int people) => Math.Round(Axis - _rise * (double)people / _steps.Highest, 1);

    /// <param name="Line">Where it stands in the grid of the labels, from 1.</param>
    /// <param name="Left">Its left side, middle and right side as shares of the width.</param>
    /// <param name="Level">How far down the least that was said lies, and <paramref name="Top"/> the most.</param>
    /// <param name="Next">The level to which it rises or falls at its right side; null where nothing with a date follows.</param>
    public sealed record Column(TollStep Step, string? Scope, int Line, string Left, string Middle, string Right, double Level, double Top, double? Next);
}
