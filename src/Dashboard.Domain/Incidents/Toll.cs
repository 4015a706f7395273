using Dashboard.Domain.Sources;

namespace Dashboard.Domain.Incidents;

/// <summary>People killed or injured, as a range. Null is unknown; 0 is a stated zero.</summary>
public sealed record Toll
{
    public Toll(int? low, int? best, int? high)
    {
        Refuse.If(low < 0 || best < 0 || high < 0, "a toll cannot be negative");
        Refuse.If(low > best || best > high || low > high, $"a toll must rise from low to high: {low} – {best} – {high}");
        (Low, Best, High) = (low, best, high);
    }

    public static Toll Unknown { get; } = new(null, null, null);

    public int? Low { get; }

    public int? Best { get; }

    public int? High { get; }

    public bool IsUnknown => Low is null && Best is null && High is null;
}

/// <summary>The dataset's reading of what is claimed about a toll; the claims themselves stand beside it.</summary>
public sealed record TollReading(Toll Toll, string? Note, Evidence Evidence);
