using Dashboard.Domain.Sources;

namespace Dashboard.Web.Incidents;

/// <summary>One figure of a toll as it was said.</summary>
/// <param name="Claims">Those who said it; more than one only without a date, where the same figure is drawn once.</param>
/// <param name="Number">The number with its scope.</param>
/// <param name="IsAfterGap">True where so long passed since the figure before that the axis is broken.</param>
public sealed record TollStep(IReadOnlyList<Claim> Claims, ClaimedNumber Number, bool IsAfterGap)
{
    public Claim First => Claims[0];

    public bool IsDated => First.Date is not null;

    public bool IsOpen => Number.High is null;

    /// <summary>Where its tread lies: the least that was said.</summary>
    public int Level => Number.Low ?? Number.High!.Value;

    public int Top => Number.High ?? Level;

    /// <summary>True where it no longer stands, or never found another source.</summary>
    public bool IsDoubted => First.Status is not (ClaimStatus.Asserted or ClaimStatus.Supported);
}

/// <summary>Figures for one scope in the order of their dates; between scopes no line is drawn.</summary>
/// <param name="Scope">What is counted in; null where nothing was said.</param>
public sealed record TollSeries(string? Scope, IReadOnlyList<TollStep> Steps);

/// <summary>What was said about a toll, step by step: only numbers of people, and each scope for itself.</summary>
public sealed record TollSteps(IReadOnlyList<TollSeries> Series)
{
    /// <summary>More than fit side by side are left to the table.</summary>
    public const int MostSteps = 12;

    private const int GapInDays = 90;

    /// <summary>Null where there is no step to see: fewer than two figures, or none with a date.</summary>
    public static TollSteps? Of(IEnumerable<Claim> claims)
    {
        var counted = ClaimOrder.ByDate(claims).Where(claim => claim.Number is { } number && CountsPeople(number)).ToList();
        var series = counted.GroupBy(claim => claim.Number!.Scope ?? "")
            .OrderByDescending(scope => scope.Key.Length == 0)
            .Select(scope => new TollSeries(scope.Key.Length == 0 ? null : scope.Key, StepsOf([.. scope])))
            .ToList();
        return counted.Count > 1 && counted.Exists(claim => claim.Date is not null) ? new TollSteps(Shortened(series)) : null;
    }

    public int Count => Series.Sum(series => series.Steps.Count);

    /// <summary>The highest number that is drawn; at least 1.</summary>
    public int Highest => Math.Max(1, Series.Max(series => series.Steps.Max(step => step.Top)));

    public bool HasScopes => Series.Any(series => series.Scope is not null);

    public bool IsFlat => Series.SelectMany(series => series.Steps).Select(step => (step.Level, step.Top, step.IsOpen)).Distinct().Count() == 1;

    private static List<TollStep> StepsOf(List<Claim> claims)
    {
        var dated = claims.Where(claim => claim.Date is not null).ToList();
        var steps = dated.Select((claim, index) => new TollStep([claim], claim.Number!, index > 0 && IsGap(dated[index - 1], claim)));
        var undated = claims.Where(claim => claim.Date is null).GroupBy(claim => claim.Number!).Select(same => new TollStep([.. same], same.Key, IsAfterGap: false));
        return [.. steps, .. undated];
    }

    private static bool IsGap(Claim earlier, Claim later) => later.Date!.Earliest.DayNumber - earlier.Date!.Latest.DayNumber > GapInDays;

    private static bool CountsPeople(ClaimedNumber number) => number.Unit is null || number.Unit.StartsWith("people", StringComparison.Ordinal);

    /// <summary>The latest of each scope are kept.</summary>
    private static List<TollSeries> Shortened(List<TollSeries> series)
    {
        var kept = series.Take(MostSteps).ToList();
        var each = Math.Max(1, MostSteps / kept.Count);
        return kept.Sum(one => one.Steps.Count) <= MostSteps ? kept : [.. kept.Select(one => one with { Steps = [.. one.Steps.TakeLast(each)] })];
    }
}
