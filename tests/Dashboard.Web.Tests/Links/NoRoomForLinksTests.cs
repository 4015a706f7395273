using System.Net;
using System.Text.Json;
using Dapper;
using Dashboard.Data;
using Dashboard.Data.Links;
using Dashboard.Data.Tests.Staging;
using Dashboard.Web.Links;
using Dashboard.Web.Tests.Harness;
using Microsoft.Data.Sqlite;

namespace Dashboard.Web.Tests.Links;

/// <summary>Where no more links can be kept, who wants one is told so with 507, and those that there are open as before.</summary>
public sealed class NoRoomForLinksTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_server_that_keeps_as_many_plain_links_as_it_may_makes_no_more_and_finds_the_one_of_a_view_that_has_one()
    {
        await using var dashboard = await RunningDashboard.StartAsync([StarterDataset.Load()]);
        using var first = await MakeAsync(dashboard, "kind=attack");
        Fill(dashboard, LinkBook.MostPlain - 1);

        using var told = await MakeAsync(dashboard, "kind=strike");
        using var shown = await MakeAsync(dashboard, "kind=strike", ("Accept", "text/html"));
        using var again = await MakeAsync(dashboard, "kind=attack");

        const string words = "This server keeps no more short links. The address of the view itself can be sent instead; it shows the same.";
        await AssertToldAsync(told, "No link was made", words);
        Assert.Equal((HttpStatusCode.InsufficientStorage, "text/html"), (shown.StatusCode, shown.Content.Headers.ContentType?.MediaType));
        Assert.Contains(words, await shown.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.OK, await first.Content.ReadAsStringAsync(Stop)), (again.StatusCode, await again.Content.ReadAsStringAsync(Stop)));
    }

    [Fact]
    public async Task On_a_full_disk_no_link_is_made_and_those_that_there_are_open()
    {
        using var disk = SmallDisk.OfMegabytes(12);
        disk.SkipUnlessMounted();
        await using var dashboard = await RunningDashboard.StartAsync([StarterDataset.Load()], directory: Path.Combine(disk.Path, "data"));
        var made = dashboard.Make(query: "kind=attack");
        disk.Fill(leave: 0);

        var refused = new List<HttpResponseMessage>();
        for (var number = 0; refused.Count < 2; number++)
        {
            // What was made room for already holds some links more.
            Assert.InRange(number, 0, 1000);
            var answer = refused.Count == 0 ? await MakeAsync(dashboard, $"q={new string('x', 180)}{number}", From(number)) : await KeepAsync(dashboard, $"q={new string('x', 180)}{number}");
            if (answer.StatusCode == HttpStatusCode.InsufficientStorage)
            {
                refused.Add(answer);
            }
        }

        using var opened = await dashboard.GetAsync(LinkAddress.Of(made.Token));
        disk.MakeRoom();
        using var afterwards = await MakeAsync(dashboard, "kind=strike");

        const string words = "The disk is full: nothing was changed. Make room where the data directory is, and try again.";
        await AssertToldAsync(refused[0], "It could not be stored", words);
        await AssertToldAsync(refused[1], "It could not be stored", words);
        Assert.Equal((HttpStatusCode.Found, $"/?kind=attack&link={made.Token}", HttpStatusCode.OK), (opened.StatusCode, opened.Headers.Location?.OriginalString, afterwards.StatusCode));
        refused.ForEach(answer => answer.Dispose());
    }

    private static (string, string) From(int number) => ("X-Forwarded-For", $"10.1.{number / 50}.1");

    private static async Task<HttpResponseMessage> MakeAsync(RunningDashboard dashboard, string query, params (string Name, string Value)[] headers)
    {
        using var form = new FormUrlEncodedContent([new("query", query)]);
        return await dashboard.PostAsync("/s", form, headers);
    }

    private static async Task<HttpResponseMessage> KeepAsync(RunningDashboard dashboard, string query)
    {
        using var form = new FormUrlEncodedContent([new("query", query)]);
        return await dashboard.PostAsync("/links", form);
    }

    private static async Task AssertToldAsync(HttpResponseMessage answer, string title, string detail)
    {
        var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Stop)).RootElement;
        Assert.Equal(
            (HttpStatusCode.InsufficientStorage, "application/problem+json", title, detail),
            (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType, problem.GetProperty("title").GetString(), problem.GetProperty("detail").GetString()));
    }

    /// <summary>Plain links that were made now.</summary>
    private static void Fill(RunningDashboard dashboard, int count)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(dashboard.DataDirectory, "dashboard.db")};Pooling=False");
        connection.Open();
        connection.Execute(
            """
            WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < @count)
            INSERT INTO link (token, query, is_plain, created_ms) SELECT randomblob(32), 'sel=' || i, 1, @now FROM n
            """,
            new { count, now = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds() });
    }
}
