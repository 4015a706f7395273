using System.Globalization;
using Dashboard.Domain.Querying;
using Dashboard.Index.Tiles;

namespace Dashboard.Benchmarks;

/// <summary>
/// A question about a table <c>points(x, y, day, kind)</c>, as two groupings in SQL: by cell of the view, and by stretch of
/// time.
/// </summary>
/// <param name="Cells">Tells cells and their counts.</param>
/// <param name="CellCount">All cells are lower.</param>
/// <param name="Bins">Tells stretches and their counts.</param>
/// <param name="BinCount">All stretches are lower.</param>
internal sealed record DatabaseQuestion(string Cells, int CellCount, string Bins, int BinCount)
{
    private const int MinutesOfDay = 1440;
    private const uint Factor = 16777619;

    /// <param name="divide">How a database writes the division of whole numbers.</param>
    public static DatabaseQuestion Of(GridView view, IncidentQuery query, TimeEdges edges, string divide)
    {
        var shift = 32 - (view.Zoom + 7);
        var cell = FormattableString.Invariant($"((y >> {shift}) - {view.Top}) * {view.Width} + ((x >> {shift}) - {view.Left})");
        var (first, step) = (Minutes(edges.Milliseconds[0]), (edges.Milliseconds[1] - edges.Milliseconds[0]) / 60_000);
        var bin = FormattableString.Invariant($"(CAST(day AS INTEGER) * {MinutesOfDay} - ({first})) {divide} {step} + 1");
        var where = string.Join(" AND ", Conditions(view, query, shift));
        return new(Grouped(cell, where), view.Width * view.Height, Grouped(bin, where), edges.Count + 1);
    }

    /// <summary>The same of two answers only when they are the same: what is not zero, with its place.</summary>
    public static uint Checksum(uint[] cells, uint[] bins)
    {
        var sum = 0U;
        foreach (var counts in new[] { cells, bins })
        {
            for (var place = 0; place < counts.Length; place++)
            {
                if (counts[place] != 0)
                {
                    sum = unchecked((((sum ^ (uint)place) * Factor) ^ counts[place]) * Factor);
                }
            }
        }

        return sum;
    }

    private static string Grouped(string number, string where) =>
        $"SELECT CAST({number} AS INTEGER) AS place, CAST(count(*) AS INTEGER) AS number FROM points WHERE {where} GROUP BY place";

    private static IEnumerable<string> Conditions(GridView view, IncidentQuery query, int shift)
    {
        yield return Between("x", (long)view.Left << shift, ((long)view.Left + view.Width) << shift);
        yield return Between("y", (long)view.Top << shift, ((long)view.Top + view.Height) << shift);
        if (query.Window is { From: { } from, To: { } to })
        {
            yield return Between("day", (from - GridQuestions.FirstDay).Days, (to - GridQuestions.FirstDay).Days);
        }

        if (query.Kinds.Count > 0)
        {
            yield return $"kind IN ({string.Join(", ", query.Kinds.Select(kind => GedLikeFacts.Kinds.Index().Single(known => known.Item == kind).Index))})";
        }
    }

    private static string Between(string column, long from, long to) => string.Create(CultureInfo.InvariantCulture, $"{column} >= {from} AND {column} < {to}");

    private static long Minutes(long milliseconds) => (milliseconds - GridQuestions.FirstDay.ToUnixTimeMilliseconds()) / 60_000;
}
