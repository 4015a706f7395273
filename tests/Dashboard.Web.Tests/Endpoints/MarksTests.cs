using System.Net;
using System.Text.Json.Nodes;
using Dashboard.Data;
using Dashboard.Domain.Places;
using Dashboard.Domain.Time;
using Dashboard.Web.Explore;
using Dashboard.Web.Tests.Harness;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using static Dashboard.Web.Tests.Harness.Samples;

namespace Dashboard.Web.Tests.Endpoints;

public class MarksTests(StarterDashboard starter)
{
    private static readonly TimeSpan _baghdad = TimeSpan.FromHours(3);

    [Fact]
    public async Task Marks_say_all_that_map_and_timeline_draw_and_nothing_that_is_not_known()
    {
        await using var dashboard = await RunningDashboard.StartAsync([Dataset(
            Incident("undated"),
            Incident("point", new Occurrence(At(2024, 1, 28, 2, 30), null, _baghdad, TimePrecision.Minute, TimeSpan.FromMinutes(30)),
                new PointGeometry(Located(33.5, 38.25, 200, "here")), ["here", "there"]),
            Incident("corridor", new Occurrence(At(2024, 2, 2), At(2024, 2, 3), _baghdad, TimePrecision.Day),
                new LineGeometry([new GeoPoint(35, 40), new GeoPoint(34.5, 41)], 10_000)),
            Incident("several", new Occurrence(At(2024, 2, 4, 18, 0), null, _baghdad, TimePrecision.PartOfDay),
                new MultiPointGeometry([Located(34, 40, 5000), Located(33, 44, 400_000, "there")])),
            Incident("area", new Occurrence(At(2024, 3, 1), null, _baghdad, TimePrecision.Month, isOngoing: true),
                new PolygonGeometry([new GeoPoint(1, 1), new GeoPoint(1, 2), new GeoPoint(2, 2), new GeoPoint(1, 1)])),
            Incident("route", new Occurrence(At(2024, 4, 1), null, TimeSpan.Zero, TimePrecision.Week),
                new RouteGeometry([
                    new RouteStop(Located(31.9, 35.9, 1000, "here"), PartialDate.Parse("2024-04-01"), "arrives", []),
                    new RouteStop(Located(30, 31, 1000), PartialDate.Parse("2024-04-02/03"), "leaves", [])])),
            Incident("coarse", new Occurrence(At(2024, 5, 1), null, TimeSpan.Zero, TimePrecision.Year), new PointGeometry(Located(33, 44, 100_001, "there")), ["there"]))]);

        var marks = await MarksAsync(dashboard);

        AssertSame("""
            {
              "revision": 1,
              "coverage": {"from": 1704067200000, "to": 1735689600000},
              "coverages": [{"dataset": "sample", "from": 1704067200000, "to": 1735689600000}],
              "extent": {"from": 1706409000000, "to": 1746057600000},
              "count": 7,
              "undated": 1,
              "notPlaced": 2,
              "localOffset": 180,
              "incidents": [
                {"slug": "point", "dataset": "sample", "lead": false, "title": "Title of point", "kind": "attack", "place": "Here, There",
                 "when": {"utc": "28 Jan 2024, about 02:30", "local": "28 Jan 2024, about 05:30", "us-eastern": "27 Jan 2024, about 21:30"},
                 "start": 1706409000000, "end": null, "spanEnd": 1706409000000, "ongoing": false, "precision": "minute", "uncertainty": 1800000,
                 "placed": true, "locations": [{"lat": 33.5, "lon": 38.25, "radius": 200, "name": "Here"}],
                 "line": null, "halfWidth": null, "area": null, "stops": null},
                {"slug": "corridor", "dataset": "sample", "lead": false, "title": "Title of corridor", "kind": "attack", "place": "",
                 "when": {"utc": "2 Feb 2024", "local": "2 Feb 2024", "us-eastern": "2 Feb 2024"},
                 "start": 1706832000000, "end": 1706918400000, "spanEnd": 1706918400000, "ongoing": false, "precision": "day", "uncertainty": null,
                 "placed": true, "locations": [],
                 "line": [[35, 40], [34.5, 41]], "halfWidth": 10000, "area": null, "stops": null},
                {"slug": "several", "dataset": "sample", "lead": false, "title": "Title of several", "kind": "attack", "place": "",
                 "when": {"utc": "4 Feb 2024, evening", "local": "4 Feb 2024, evening", "us-eastern": "4 Feb 2024, afternoon"},
                 "start": 1707069600000, "end": null, "spanEnd": 1707091200000, "ongoing": false, "precision": "partofday", "uncertainty": null,
                 "placed": true, "locations": [{"lat": 34, "lon": 40, "radius": 5000, "name": ""}],
                 "line": null, "halfWidth": null, "area": null, "stops": null},
                {"slug": "area", "dataset": "sample", "lead": false, "title": "Title of area", "kind": "attack", "place": "",
                 "when": {"utc": "since Mar 2024", "local": "since Mar 2024", "us-eastern": "since Mar 2024"},
                 "start": 1709251200000, "end": null, "spanEnd": null, "ongoing": true, "precision": "month", "uncertainty": null,
                 "placed": true, "locations": [],
                 "line": null, "halfWidth": null, "area": [[1, 1], [1, 2], [2, 2], [1, 1]], "stops": null},
                {"slug": "route", "dataset": "sample", "lead": false, "title": "Title of route", "kind": "attack", "place": "",
                 "when": {"utc": "week of 1 Apr 2024", "local": "week of 1 Apr 2024", "us-eastern": "week of 1 Apr 2024"},
                 "start": 1711929600000, "end": null, "spanEnd": 1712534400000, "ongoing": false, "precision": "week", "uncertainty": null,
                 "placed": true, "locations": [],
                 "line": null, "halfWidth": null, "area": null,
                 "stops": [{"lat": 31.9, "lon": 35.9, "name": "Here", "date": "1 Apr 2024", "what": "arrives"},
                           {"lat": 30, "lon": 31, "name": "", "date": "2\u20133 Apr 2024", "what": "leaves"}]},
                {"slug": "coarse", "dataset": "sample", "lead": false, "title": "Title of coarse", "kind": "attack", "place": "There",
                 "when": {"utc": "2024", "local": "2024", "us-eastern": "2024"},
                 "start": 1714521600000, "end": null, "spanEnd": 1746057600000, "ongoing": false, "precision": "year", "uncertainty": null,
                 "placed": false, "locations": [],
                 "line": null, "halfWidth": null, "area": null, "stops": null},
                {"slug": "undated", "dataset": "sample", "lead": false, "title": "Title of undated", "kind": "attack", "place": "",
                 "when": {"utc": "date not known", "local": "date not known", "us-eastern": "date not known"},
                 "start": null, "end": null, "spanEnd": null, "ongoing": false, "precision": null, "uncertainty": null,
                 "placed": false, "locations": [],
                 "line": null, "halfWidth": null, "area": null, "stops": null}
              ]
            }
            """, marks);
    }

    [Fact]
    public async Task The_window_is_the_browsers_business_and_every_other_facet_is_asked()
    {
        var all = await SlugsAsync("");
        Assert.Equal(all, await SlugsAsync("?from=2024-01-20&to=2024-01-21&sel=x&map=1,2,3"));

        var attacks = await SlugsAsync("?kind=attack&from=2024-01-20");
        Assert.Equal(all.Where(attacks.Contains), attacks);
        Assert.InRange(attacks.Count, 1, all.Count - 1);

        Assert.Contains("2024-01-28-tower-22-drone-attack", await SlugsAsync("?q=tower 22"));
        Assert.Empty(await SlugsAsync("?q=nothing-is-called-so"));
    }

    [Fact]
    public async Task Marks_may_be_kept_for_good_and_are_not_sent_twice()
    {
        using var first = await starter.Server.GetAsync($"{starter.Server.Marks}?kind=attack", ("Accept-Encoding", "br"));
        Assert.Equal("public, max-age=31536000, immutable", first.Headers.GetValues("Cache-Control").Single());
        Assert.Equal("application/json; charset=utf-8", first.Content.Headers.ContentType?.ToString());
        Assert.Equal(["br"], first.Content.Headers.ContentEncoding);

        using var again = await starter.Server.GetAsync($"{starter.Server.Marks}?kind=attack", ("If-None-Match", first.Headers.ETag!.ToString()));
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        Assert.Empty(await again.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));

        using var other = await starter.Server.GetAsync($"{starter.Server.Marks}?kind=attack", ("If-None-Match", "\"other\""));
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
    }

    [Theory]
    [InlineData("1")]
    [InlineData("1-00000000")]
    [InlineData("x")]
    public async Task Another_revision_is_not_there_and_the_answer_names_the_present_one(string revision)
    {
        using var answer = await starter.Server.GetAsync($"/data/{revision}/marks");
        var problem = JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal("no-cache", answer.Headers.CacheControl?.ToString());
        var present = starter.Server.Marks.Split('/')[2];
        Assert.Equal(("No such revision", $"The data are at revision {present} now.", present), ((string?)problem["title"], (string?)problem["detail"], (string?)problem["revision"]));
    }

    [Fact]
    public async Task Of_a_part_of_a_view_those_in_its_box_and_time_are_sent_or_the_one_that_is_named()
    {
        await using var dashboard = await RunningDashboard.StartAsync([Dataset(
            Incident("early", new Occurrence(At(2024, 1, 1), At(2024, 1, 20), TimeSpan.Zero, TimePrecision.Day), new PointGeometry(Located(33, 44, 10))),
            Incident("late", new Occurrence(At(2024, 3, 1), null, TimeSpan.Zero, TimePrecision.Minute), new PointGeometry(Located(33, 44, 10))),
            Incident("far", new Occurrence(At(2024, 1, 2), null, TimeSpan.Zero, TimePrecision.Minute), new MultiPointGeometry([Located(0, 0, 10), Located(10, 179.5, 10)])),
            Incident("nowhere", new Occurrence(At(2024, 1, 3), null, TimeSpan.Zero, TimePrecision.Minute)))]);

        Assert.Equal("2: early, late", await PartAsync("?within=40,30,50,40"));
        Assert.Equal("1: early", await PartAsync("?within=40,30,50,40&during=2024-01-19T12:00Z,2024-02-01T00:00Z"));
        Assert.Equal("1: far", await PartAsync("?within=170,0,-170,20"));
        Assert.Equal("1: far", await PartAsync("?bbox=-1,-1,1,1&within=170,0,-170,20"));
        Assert.Equal("3: early, far, nowhere", await PartAsync("?during=,2024-02-01T00:00Z&from=2024-06-01"));
        Assert.Equal("0: ", await PartAsync("?kind=strike&within=40,30,50,40"));
        Assert.Equal("1: far", await PartAsync("?incident=far"));
        Assert.Equal("0: ", await PartAsync("?kind=strike&incident=far"));
        Assert.Equal("0: ", await PartAsync("?incident=unheard-of"));

        async Task<string> PartAsync(string query)
        {
            var marks = JsonNode.Parse(await dashboard.TextAsync($"{dashboard.Marks}{query}"))!;
            return $"{(int)marks["count"]!}: {string.Join(", ", marks["incidents"]!.AsArray().Select(mark => (string)mark!["slug"]!))}";
        }
    }

    [Fact]
    public async Task Of_a_view_or_a_part_with_too_many_incidents_it_is_told_how_many()
    {
        var dataset = Dataset([.. Enumerable.Range(0, 2_001).Select(number => Incident($"incident-{number}"))]);
        await using var dashboard = await RunningDashboard.StartAsync([dataset]);

        Assert.Equal((2_001, 0), await SizesAsync(dashboard, ""));
        Assert.Equal((2_001, 0), await SizesAsync(dashboard, "?during=,"));

        static async Task<(int Count, int Sent)> SizesAsync(RunningDashboard dashboard, string query)
        {
            var marks = JsonNode.Parse(await dashboard.TextAsync($"{dashboard.Marks}{query}"))!;
            return ((int)marks["count"]!, marks["incidents"]!.AsArray().Count);
        }
    }

    [Fact]
    public async Task One_store_has_one_address_for_its_data_and_another_store_that_is_as_old_another()
    {
        await using var first = await RunningDashboard.StartAsync([Dataset(Incident("point"))]);
        await using var other = await RunningDashboard.StartAsync([Dataset(Incident("point"))]);
        var same = new Exploration(first.Services.GetRequiredService<DashboardStore>(), NullLogger<Exploration>.Instance, TimeProvider.System);

        Assert.Matches("^/data/1-[0-9a-f]{8}/marks$", first.Marks);
        Assert.Equal(first.Marks, $"/data/{same.Present.RevisionName}/marks");
        Assert.NotEqual(first.Marks, other.Marks);
        same.Stop();
    }

    private static void AssertSame(string expected, string actual) =>
        Assert.Equal(JsonNode.Parse(expected)!.ToJsonString(), JsonNode.Parse(actual)!.ToJsonString());

    private static Task<string> MarksAsync(RunningDashboard dashboard) => dashboard.TextAsync(dashboard.Marks);

    private async Task<IReadOnlyList<string>> SlugsAsync(string query)
    {
        var marks = JsonNode.Parse(await starter.Server.TextAsync($"{starter.Server.Marks}{query}"))!;
        return [.. marks["incidents"]!.AsArray().Select(mark => (string)mark!["slug"]!)];
    }
}
