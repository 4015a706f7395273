using Dashboard.Domain.Incidents;

namespace Dashboard.Data.Import.Codebooks;

/// <summary>People killed as a row of UCDP GED states them; about one row in 400 has its best estimate outside low and high.</summary>
internal readonly record struct UcdpToll(int? Low, int? Best, int? High)
{
    private bool IsOutOfOrder => Low > Best || Best > High;

    /// <summary>The range that holds all that is stated.</summary>
    public Toll InOrder => new(Low > Best ? Best : Low, Best, Best > High ? Best : High);

    public string? Note => IsOutOfOrder ? $"UCDP gives low {Low}, best {Best}, high {High}; the range is widened to hold the best estimate." : null;
}
