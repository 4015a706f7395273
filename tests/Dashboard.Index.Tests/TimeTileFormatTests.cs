using System.Text.Json;
using Dashboard.Domain.Incidents;
using Dashboard.Domain.Places;
using Dashboard.Domain.Querying;
using Dashboard.Domain.Time;
using Dashboard.Index.Tiles;
using static Dashboard.Index.Tests.SmallDatasets;

namespace Dashboard.Index.Tests;

/// <summary>
/// The bytes of time-tiles against files that the tests of the browser read too (tests/browser/tiles-golden.test.ts). When
/// bytes have to change, run these tests with DASHBOARD_WRITE_GOLDEN=1 and look at what the browser's tests say.
/// </summary>
public class TimeTileFormatTests
{
    private static readonly JsonSerializerOptions _camelCase = new(JsonSerializerDefaults.Web);

    private static readonly GoldenFile _golden = JsonSerializer.Deserialize<GoldenFile>(File.ReadAllBytes(PathOf("incidents.json")), _camelCase)!;

    public static TheoryData<string> Files { get; } = [.. _golden.Tiles.Select(tile => tile.File)];

    [Theory]
    [MemberData(nameof(Files))]
    public void A_tile_has_the_bytes_that_the_browser_knows(string file)
    {
        var bytes = TimeTileFormat.Write(Count(_golden.Tiles.Single(tile => tile.File == file)));
        if (Environment.GetEnvironmentVariable("DASHBOARD_WRITE_GOLDEN") == "1")
        {
            File.WriteAllBytes(PathOf(file), bytes);
        }

        Assert.Equal(File.ReadAllBytes(PathOf(file)), bytes);
    }

    [Fact]
    public void Every_part_of_a_tile_is_written_in_its_place()
    {
        var edges = TimeEdges.Around(null, DateTimeOffset.FromUnixTimeMilliseconds(-5), DateTimeOffset.FromUnixTimeMilliseconds(300));
        var tile = new TimeTile
        {
            Edges = edges,
            Groups = [new("é", false), new("b", true)],
            Side = 128,
            Undated = [0, 3],
            Cells = [5, 205],
            Offsets = [0, 0, 2, 3],
            Series = [0, 3, 2],
            Counts = [1, 258, 7],
            Late = [new(1, 2, 3, 4)],
        };

        Assert.Equal<byte>(
        [
            1, 128, 1,
            2, 2, 0xC3, 0xA9, 0, 1, (byte)'b', 1,
            2, 9, 0xB1, 2,
            0, 3,
            2, 5, 200, 1,
            0, 2, 1,
            0, 3, 2,
            1, 130, 2, 7,
            1, 1, 1, 3, 4,
        ], TimeTileFormat.Write(tile));
    }

    private static TimeTile Count(GoldenTile tile)
    {
        var index = Facts.Index(Dataset("golden", incidents: [.. _golden.Incidents.Select((incident, number) => incident.ToIncident(number))]));
        var query = IncidentQuery.All with { Leads = LeadView.Shown };
        var stop = TestContext.Current.CancellationToken;
        return tile.Of switch
        {
            "tile" => index.Tile(query, null, new TileAddress(tile.Z, tile.X, tile.Y, tile.Side ?? TileAddress.Side), tile.Cut(), TileGroup.Kind, stop),
            "times" => index.Times(query, null, tile.Cut(), TileGroup.Kind, stop),
            _ => index.Overview(query, null, TileGroup.Kind, stop),
        };
    }

    private static string PathOf(string file) => Path.Combine(RootAbove(AppContext.BaseDirectory), "tests", "golden", "time-tiles", file);

    private static string RootAbove(string directory) => File.Exists(Path.Combine(directory, "Dashboard.sln"))
        ? directory
        : RootAbove(Path.GetDirectoryName(directory) ?? throw new DirectoryNotFoundException("the tests do not run inside the repository"));

    private sealed record GoldenFile(GoldenIncident[] Incidents, GoldenTile[] Tiles);

    private sealed record GoldenTile(string File, string Of, int Z, int X, int Y, int? Side, JsonElement[]? Span, DateTimeOffset[]? Edges)
    {
        public TimeEdges Cut() => TimeEdges.FromSpan(Span![0].GetDateTimeOffset(), Span[1].GetDateTimeOffset(), TimeSpan.FromDays(Span[2].GetInt32()), Edges!);
    }

    private sealed record GoldenIncident(string Kind, bool Lead, DateTimeOffset? Start, DateTimeOffset? End, bool Ongoing, double[][] Points)
    {
        public Incident ToIncident(int number) => Incident($"i{number}") with
        {
            Kind = new IncidentKind(Kind),
            IsLead = Lead,
            Occurrence = Start is { } start ? new Occurrence(start, End, TimeSpan.Zero, TimePrecision.Minute, isOngoing: Ongoing) : null,
            Geometry = Points.Length == 0 ? null : new MultiPointGeometry([.. Points.Select(point => new LocatedPoint(new GeoPoint(point[0], point[1]), new GeoPrecision(10), null))]),
        };
    }
}
