using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Dapper;
using Dashboard.Data;
using Dashboard.Domain;
using Dashboard.Domain.Sharing;
using Dashboard.Web.Tests.Harness;
using Microsoft.Data.Sqlite;

namespace Dashboard.Web.Tests.Links;

/// <summary>
/// Two servers whose data differ in nothing but what a link keeps back answer alike through it, to the byte: tiles, counts, pictures and
/// bundles too, in which no search for words would find a leak.
/// </summary>
public sealed partial class NothingShowsThroughTests
{
    private const string View = "country=SY&country=IQ";

    private const int Forgeries = 400;

    private static readonly Dataset _starter = StarterDataset.Load();

    private static readonly Redaction _redaction = new() { CellKilometres = 10, Fields = [.. Enum.GetValues<WithheldField>()], LocksFilters = true };

    private static readonly string[] _paths =
    [
        "{data}/tiles/{tile}", "{data}/tiles/{tile}", "{data}/tiles/{tile}", "{data}/times", "{data}/times", "{data}/marks", "{data}/preview.png", "/preview.png", "/bundle.zip", "/export.geojson",
    ];

    [Fact]
    public async Task Data_that_differ_in_what_is_kept_back_look_the_same_through_a_link_to_the_byte()
    {
        await using var one = await RunningDashboard.StartAsync([_starter]);
        var token = one.Make(_redaction, View).Token;
        await using var other = await StartWithLinksOfAsync(one, Altered(await SlugsAsync(one)));
        var (data, otherData) = (await one.DataAsync(token), await other.DataAsync(token));
        var forger = new Forger(new Random(20240129), one, _starter, data, token, _paths);
        HashSet<string> told = [];
        foreach (var number in Enumerable.Range(0, Forgeries))
        {
            var (path, from) = (forger.Next(), $"10.{number / 250}.{number % 250}.1");
            var (status, bytes) = await AnswerAsync(one, path, from);
            var (otherStatus, otherBytes) = await AnswerAsync(other, path.Replace(data, otherData, StringComparison.Ordinal).Replace(one.Data, other.Data, StringComparison.Ordinal), from);
            Assert.Equal((path, status), (path, otherStatus));
            var same = bytes.AsSpan().CommonPrefixLength(otherBytes);
            Assert.True(bytes.Length == otherBytes.Length && same == bytes.Length, $"{path}\n{Around(bytes, same)}\n{Around(otherBytes, same)}");
            if (status == HttpStatusCode.OK)
            {
                told.Add(path.Split('?')[0].Split('/')[^1]);
            }
        }

        Assert.ProperSuperset(new HashSet<string> { "times", "marks", "preview.png", "bundle.zip", "export.geojson", "25" }, told);
        foreach (var path in (string[])[$"{{data}}/tiles/8/159/102?span=2023-10-01T00:00Z,2024-03-01T00:00Z,1d", "{data}/preview.png?map=33.4,44.4,9", "/export.geojson"])
        {
            var (_, bytes) = await AnswerAsync(one, path.Replace("{data}", one.Data, StringComparison.Ordinal), "192.0.2.1");
            var (_, otherBytes) = await AnswerAsync(other, path.Replace("{data}", other.Data, StringComparison.Ordinal), "192.0.2.1");
            Assert.False(bytes.SequenceEqual(otherBytes), $"without the link they differ: {path}");
        }
    }

    private static async Task<HashSet<string>> SlugsAsync(RunningDashboard dashboard)
    {
        var csv = await dashboard.TextAsync($"/export.csv?{View}");
        return [.. _starter.Incidents.Select(incident => incident.Slug).Where(slug => csv.Contains(slug, StringComparison.Ordinal))];
    }

    /// <summary>Other places within the same cells, other words, no claims; and nothing of what the filters of the link leave out.</summary>
    private static Dataset Altered(HashSet<string> shown)
    {
        var grid = new CellGrid(10);
        var incidents = _starter.Incidents.Where(incident => shown.Contains(incident.Slug)).Select(incident => incident with
        {
            Title = "Something else",
            Summary = "It was told in other words.",
            Geometry = incident.Geometry is { } geometry ? grid.Round(geometry, id => id) : null,
            Involvements = [],
            Killed = incident.Injured,
            Injured = incident.Killed,
            Weapons = [],
            Caveats = [],
        }).ToValueList();
        var ids = incidents.Select(incident => incident.Id).ToHashSet();
        var relations = _starter.Relations.Where(relation => ids.Contains(relation.FromId) && ids.Contains(relation.ToId)).ToValueList();
        return _starter with { Incidents = incidents, Claims = [], Relations = relations, Conflicts = [], Notes = [] };
    }

    private static async Task<RunningDashboard> StartWithLinksOfAsync(RunningDashboard one, Dataset dataset)
    {
        var directory = Directory.CreateTempSubdirectory("dashboard-web-tests-").FullName;
        using (var store = DashboardStore.Open(directory))
        {
            store.Add(dataset);
        }

        await using (var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path.Combine(directory, "dashboard.db"), Pooling = false }.ToString()))
        {
            await connection.OpenAsync(TestContext.Current.CancellationToken);
            await connection.ExecuteAsync("ATTACH @path AS one", new { path = Path.Combine(one.DataDirectory, "dashboard.db") });
            await connection.ExecuteAsync("DELETE FROM link_secret; INSERT INTO link_secret SELECT * FROM one.link_secret; INSERT INTO link SELECT * FROM one.link");
        }

        return await RunningDashboard.StartAsync([], directory: directory);
    }

    private static async Task<(HttpStatusCode Status, byte[] Bytes)> AnswerAsync(RunningDashboard dashboard, string path, string from)
    {
        using var response = await dashboard.ReadyAsync(path, from);
        if (response.StatusCode != HttpStatusCode.OK)
        {
            return (response.StatusCode, []);
        }

        var bytes = await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        return (response.StatusCode, path.Split('?')[0] switch
        {
            "/bundle.zip" => Timeless(Tables(bytes)),
            "/export.geojson" => Timeless(bytes),
            _ => bytes,
        });
    }

    private static string Around(byte[] text, int at) => Encoding.UTF8.GetString(text[Math.Max(0, at - 200)..Math.Min(text.Length, at + 100)]);

    /// <summary>Without what tells servers and moments apart.</summary>
    private static byte[] Timeless(byte[] text) => Encoding.UTF8.GetBytes(NameOrMoment().Replace(Encoding.UTF8.GetString(text), "-"));

    [GeneratedRegex(@"\b1-[0-9a-f]{8}\b|\b20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d\.\d+Z", RegexOptions.None, matchTimeoutMilliseconds: 5000)]
    private static partial Regex NameOrMoment();

    /// <summary>The tables of a bundle, one after the other; its other files name the server.</summary>
    private static byte[] Tables(byte[] zip)
    {
        using var archive = new ZipArchive(new MemoryStream(zip), ZipArchiveMode.Read);
        using var all = new MemoryStream();
        foreach (var entry in archive.Entries.Where(entry => Path.GetExtension(entry.Name) is ".csv" or ".geojson"))
        {
            all.Write(Encoding.UTF8.GetBytes(entry.FullName));
            using var content = entry.Open();
            content.CopyTo(all);
        }

        return all.ToArray();
    }
}
