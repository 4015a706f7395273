using Dashboard.Domain;
using Dashboard.Domain.Incidents;
using Dashboard.Domain.Places;
using Dashboard.Domain.Time;
using Dashboard.Index.Tiles;

namespace Dashboard.Index.Tests;

/// <summary>The points of cells, few and many, counted together against counting them one by one.</summary>
public class PointMarksTests
{
    private const int Rows = 3_000;

    private static readonly DateTimeOffset _firstDay = new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(0, Rows)]
    [InlineData(17, 18)]
    [InlineData(400, 2_700)]
    [InlineData(1_000, 1_000)]
    public void A_cell_has_as_many_points_of_a_run_of_rows_as_there_are(int fromRow, int toRow)
    {
        var columns = Index().Columns;
        var points = columns.Map.Cells!;
        foreach (bool[]? asked in (bool[]?[])[null, [true, false, true], [false, false, false]])
        {
            var marks = new PointMarks(points, asked is null ? null : points.PointsOf(asked), fromRow, toRow);

            foreach (var together in new[] { 1, 7, Cells(points).Count() })
            {
                uint[] counts = [.. Cells(points).Chunk(together).SelectMany(cells => Counts(marks, cells))];

                Assert.Equal(
                    Cells(points).Select(cell => (uint)Points(points, cell).Count(row => row >= fromRow && row < toRow && asked?[columns.Strata.Of(row)] != false)),
                    counts);
            }
        }
    }

    [Fact]
    public void Some_cells_have_more_points_than_are_looked_at_one_by_one_and_most_have_few()
    {
        var points = Index().Columns.Map.Cells!;
        var sizes = Cells(points).Select(cell => Points(points, cell).Length).Order().ToArray();

        Assert.Equal((true, true), (sizes[sizes.Length / 2] < 10, sizes[^1] > 1_000));
    }

    private static IEnumerable<int> Cells(PointCells points) => points.RunsIn(CellBox.World(1), 1).SelectMany(run => Enumerable.Range(run.First, run.End - run.First));

    private static uint[] Counts(PointMarks marks, int[] cells)
    {
        var counts = new uint[cells.Length];
        marks.Count(cells[0], counts);
        return counts;
    }

    private static int[] Points(PointCells points, int cell)
    {
        var (from, to) = points.PointsOf(cell);
        return [.. Enumerable.Range(from, to - from).Select(point => points.Rows[point])];
    }

    private static IncidentIndex Index()
    {
        var random = new Random(1);
        var many = new ManyFacts(1);
        var builder = new IndexBuilder(1, [.. new[] { "d0", "d1" }.Select(slug => new IndexedDataset(new DatasetDescription(slug, slug, "", "", "", TimeWindow.All), [], []))]) { FewPoints = 0 };
        foreach (var facts in many.All.Take(Rows))
        {
            builder.Add(facts with
            {
                Dataset = "d0",
                Kind = new IncidentKind(((string[])["attack", "strike", "protest"])[random.Next(3)]),
                IsLead = false,
                Occurrence = new Occurrence(_firstDay.AddDays(random.Next(800)), null, default, TimePrecision.Day),
                DrawnPoints = [random.Next(2) == 0 ? new GeoPoint(33, 44) : new GeoPoint(random.Next(-60, 60), random.Next(-180, 180))],
            });
        }

        return builder.Build();
    }
}
