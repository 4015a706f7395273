using System.Globalization;

namespace Dashboard.Web.Filters;

/// <summary>A count as it fits beside an option: "999,999", and from a million on "1.2 M".</summary>
public static class OptionFigure
{
    private const int Million = 1_000_000;

    /// <summary>Every digit of it.</summary>
    public static string Exact(int count) => count.ToString("#,0", CultureInfo.InvariantCulture);

    /// <summary>At most seven characters; never more than there are.</summary>
    public static string Fitting(int count) => count < Million
        ? Exact(count)
        : string.Create(CultureInfo.InvariantCulture, $"{Math.Floor(count / (Million / 10.0)) / 10:0.0}\u202FM");
}
