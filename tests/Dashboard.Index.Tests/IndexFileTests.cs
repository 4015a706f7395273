using Dashboard.Domain.Querying;
using Dashboard.Index.Tiles;

namespace Dashboard.Index.Tests;

public sealed class IndexFileTests : IDisposable
{
    private const string Revision = "r7-ab12";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("index-file-");

    public static TheoryData<int> Seeds { get; } = [.. Enumerable.Range(0, 12)];

    private string FilePath => Path.Combine(_folder.FullName, "index.bin");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_reopened_index_answers_as_the_one_that_was_written(int seed)
    {
        var random = new RandomDatasets(seed);
        var datasets = random.Datasets();
        var index = seed % 2 == 0 ? Facts.Index(seed, datasets) : Facts.Index(datasets, Plan.Pyramid);
        IndexFile.Write(index, FilePath, Revision);

        var reopened = IndexFile.Open(FilePath, Revision)!;

        Assert.Equal((index.Revision, index.Total, index.Leads, index.Coverage, index.Extent), (reopened.Revision, reopened.Total, reopened.Leads, reopened.Coverage, reopened.Extent));
        Assert.Equal(index.Coverages, reopened.Coverages);
        Assert.Equal(index.Knowledge, reopened.Knowledge);
        for (var question = 0; question < 10; question++)
        {
            var (query, textMatches) = (random.Query(), random.TextMatches(datasets));
            Assert.Equal(index.Count(query, textMatches), reopened.Count(query, textMatches));
            Assert.Equal(index.Bands(index.Find(query, textMatches), query), reopened.Bands(reopened.Find(query, textMatches), query));
            Assert.Equal(index.Lenses(index.Find(query, textMatches), 5), reopened.Lenses(reopened.Find(query, textMatches), 5));
            foreach (var sort in Enum.GetValues<SortOrder>())
            {
                Assert.Equal(index.Page(index.Find(query, textMatches), sort, true, 0, 1000), reopened.Page(reopened.Find(query, textMatches), sort, true, 0, 1000));
            }

            var (tile, edges) = (random.Tile(datasets), random.Edges());
            AssertSame(index.Tile(query, textMatches, tile, edges, TileGroup.Kind, TestContext.Current.CancellationToken), reopened.Tile(query, textMatches, tile, edges, TileGroup.Kind, TestContext.Current.CancellationToken));
        }
    }

    [Fact]
    public void A_reopened_index_counts_many_points_in_every_way()
    {
        var many = new ManyFacts(1);
        IndexFile.Write(many.Index(Plan.Cheapest), FilePath, Revision);
        var (index, reopened) = (many.Index(Plan.Scan), IndexFile.Open(FilePath, Revision)!);
        for (var question = 0; question < 20; question++)
        {
            var (query, view) = (many.Query(), new GridView(many.Pick([0, 3, 8]), many.Next(128), many.Next(128), 100, 100));
            Assert.Equal(index.Grid(query, null, view, 50, TestContext.Current.CancellationToken).Cells, reopened.Grid(query, null, view, 50, TestContext.Current.CancellationToken).Cells);
        }
    }

    [Fact]
    public void A_file_of_another_revision_is_none()
    {
        IndexFile.Write(SmallIndex(), FilePath, Revision);

        Assert.Null(IndexFile.Open(FilePath, "r8-ab12"));
    }

    [Fact]
    public void A_file_that_is_missing_empty_foreign_or_cut_off_is_none()
    {
        Assert.Null(IndexFile.Open(FilePath, Revision));
        File.WriteAllBytes(FilePath, []);
        Assert.Null(IndexFile.Open(FilePath, Revision));
        File.WriteAllText(FilePath, "SQLite format 3, or anything else");
        Assert.Null(IndexFile.Open(FilePath, Revision));
        IndexFile.Write(SmallIndex(), FilePath, Revision);
        var whole = File.ReadAllBytes(FilePath);
        File.WriteAllBytes(FilePath, whole[..^1]);
        Assert.Null(IndexFile.Open(FilePath, Revision));
        File.WriteAllBytes(FilePath, [.. whole, 0]);
        Assert.Null(IndexFile.Open(FilePath, Revision));
    }

    [Fact]
    public void A_file_with_any_byte_changed_is_none()
    {
        IndexFile.Write(SmallIndex(), FilePath, Revision);
        var whole = File.ReadAllBytes(FilePath);
        for (var at = 0; at < whole.Length; at += at < 200 ? 1 : 37)
        {
            var damaged = whole.ToArray();
            damaged[at] ^= 0x40;
            File.WriteAllBytes(FilePath, damaged);
            Assert.True(IndexFile.Open(FilePath, Revision) is null, $"byte {at} of {whole.Length}");
        }
    }

    [Fact]
    public void A_file_is_replaced_as_a_whole_and_leaves_nothing_beside_it()
    {
        File.WriteAllText(FilePath, "an old one");

        IndexFile.Write(SmallIndex(), FilePath, Revision);

        Assert.NotNull(IndexFile.Open(FilePath, Revision));
        Assert.Equal([FilePath], Directory.GetFiles(_folder.FullName));
    }

    [Fact]
    public void What_cannot_be_put_in_place_leaves_what_was_there()
    {
        var folder = _folder.CreateSubdirectory("index.bin");

        Assert.ThrowsAny<Exception>(() => IndexFile.Write(SmallIndex(), folder.FullName, Revision));

        Assert.Equal([folder.FullName], Directory.GetFileSystemEntries(_folder.FullName));
    }

    private static IncidentIndex SmallIndex() => Facts.Index(new RandomDatasets(3).Datasets(), Plan.Cheapest);

    private static void AssertSame(TimeTile expected, TimeTile actual)
    {
        Assert.Equal(expected.Groups, actual.Groups);
        Assert.Equal(expected.Undated, actual.Undated);
        Assert.Equal(expected.Cells, actual.Cells);
        Assert.Equal(expected.Offsets, actual.Offsets);
        Assert.Equal(expected.Series, actual.Series);
        Assert.Equal(expected.Counts, actual.Counts);
        Assert.Equal(expected.Late, actual.Late);
    }
}
