namespace Dashboard.Index;

/// <summary>All rows of some strata: of a set that is these, what was counted by stratum needs no counting.</summary>
/// <param name="Asked">For each stratum whether its rows are meant.</param>
internal sealed record WholeStrata(Strata Strata, bool[] Asked)
{
    /// <param name="byStratum">What is counted of each stratum.</param>
    public int Sum(uint[] byStratum)
    {
        var sum = 0;
        for (var stratum = 0; stratum < byStratum.Length; stratum++)
        {
            sum += Asked[stratum] ? (int)byStratum[stratum] : 0;
        }

        return sum;
    }
}
