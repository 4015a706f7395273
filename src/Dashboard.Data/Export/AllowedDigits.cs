using Dashboard.Data.Documents;
using Dashboard.Domain.Places;

namespace Dashboard.Data.Export;

/// <summary>How many digits the coordinates of a shape may have: no more than are true, see <see cref="CoordinateWords"/>.</summary>
internal static class AllowedDigits
{
    /// <summary>About a metre: what the product keeps, and what a line or an area has of which nobody says how precise it is.</summary>
    public const int Most = 5;

    /// <param name="metres">The precision as a document has it; empty or null where nobody says.</param>
    public static int Of(ReadOnlySpan<byte> metres) =>
        JsonText.IsSaid(metres) ? CoordinateWords.Digits(new GeoPrecision(new DocumentReader(metres).Number())) : Most;

    /// <summary>
    /// For each point of a shape. Those of a point, of several and of a journey have each their own; a line and an area have
    /// the incident's, and so many more that no two points that follow each other become one.
    /// </summary>
    /// <param name="ofIncident">The precision of the incident.</param>
    public static int[] Of(CutShape shape, ReadOnlySpan<byte> ofIncident)
    {
        List<int> own = [];
        List<(double, double)> path = [];
        while (shape.Next(out var point))
        {
            own.Add(point.Metres.IsEmpty ? -1 : Of(point.Metres));
            path.Add((new DocumentReader(point.Latitude).Number(), new DocumentReader(point.Longitude).Number()));
        }

        if (!own.Contains(-1))
        {
            return [.. own];
        }

        var digits = Of(ofIncident);
        while (digits < Most && HasTwins(path, digits))
        {
            digits++;
        }

        return [.. own.Select(_ => digits)];
    }

    private static bool HasTwins(List<(double Latitude, double Longitude)> path, int digits) => path.Zip(path.Skip(1)).Any(pair =>
        pair.First != pair.Second && Rounded(pair.First, digits) == Rounded(pair.Second, digits));

    private static (double, double) Rounded((double Latitude, double Longitude) point, int digits) =>
        (Math.Round(point.Latitude, digits), Math.Round(point.Longitude, digits));
}
