using System.Net;
using System.Text;
using Dashboard.Data;
using Dashboard.Data.Tests.Staging;
using Dashboard.Web.Tests.Harness;

namespace Dashboard.Web.Tests.Importing;

/// <summary>Whatever a full disk stands in the way of answers 507 and says so; nothing is left of it, and the next try works.</summary>
public sealed class FullDiskTests : IAsyncLifetime
{
    private const string Words = "The disk is full: nothing was changed. Make room where the data directory is, and try again.";

    private readonly SmallDisk _disk = SmallDisk.OfMegabytes(12);
    private RunningDashboard _server = null!;

    public async ValueTask InitializeAsync() => _server = await RunningDashboard.StartAsync([StarterDataset.Load()], directory: Path.Combine(_disk.Path, "data"));

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _disk.Dispose();
    }

    [Fact]
    public async Task A_file_that_does_not_fit()
    {
        _disk.SkipUnlessMounted();
        var file = new string('x', 20_000_000);
        using var told = await _server.PostAsync("/imports?name=x.csv", Files.Body(file));
        using var shown = await _server.PostAsync("/imports", Files.Form(file, "x.csv"), ("Accept", "text/html"));

        await AssertToldAsync(told);
        Assert.Equal((HttpStatusCode.InsufficientStorage, "text/html"), (shown.StatusCode, shown.Content.Headers.ContentType?.MediaType));
        Assert.Contains($"<p dir=\"auto\">{Words}</p>", await shown.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        await AssertItWorksAsync();
    }

    [Fact]
    public async Task A_file_that_fits_but_not_what_is_made_of_it()
    {
        _disk.SkipUnlessMounted();
        _disk.Fill(leave: 400_000);
        var note = new string('x', 700);
        var features = Enumerable.Range(0, 300).Select(number =>
            $$"""{"type":"Feature","properties":{"id":"{{number}}","title":"Strike","date":"2024-01-28","note":"{{note}}"},"geometry":{"type":"Point","coordinates":[38.6,33.3] } }""");
        using var told = await _server.PostAsync("/imports?name=x.geojson", Files.Body(new StringBuilder().AppendJoin('\n', features).ToString()));

        await AssertToldAsync(told);
        _disk.MakeRoom();
        await AssertItWorksAsync();
    }

    [Theory]
    [InlineData("mapping", """{"saveAs": "mine"}""")]
    [InlineData("mapping", "{}")]
    public async Task An_answer_that_cannot_be_kept(string step, string body)
    {
        _disk.SkipUnlessMounted();
        var import = await _server.ImportAsync(Files.Clean, "liste.csv");
        _disk.Fill(leave: 0);
        using var told = await _server.PostAsync($"/imports/{import.GetProperty("id")}/{step}", Files.Body(body));

        await AssertToldAsync(told);
        _disk.MakeRoom();
        await AssertItWorksAsync();
    }

    [Fact]
    public async Task A_revision_that_cannot_be_undone_for_lack_of_room()
    {
        _disk.SkipUnlessMounted();
        _disk.Fill(leave: 0);
        using var told = await _server.PostAsync("/revisions/1/undo");
        _disk.MakeRoom();
        using var undone = await _server.PostAsync("/revisions/1/undo");

        await AssertToldAsync(told);
        Assert.Equal(HttpStatusCode.OK, undone.StatusCode);
    }

    private static async Task AssertToldAsync(HttpResponseMessage answer)
    {
        Assert.Equal((HttpStatusCode.InsufficientStorage, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        Assert.Equal(Words, (await ImportClient.JsonAsync(answer)).GetProperty("detail").GetString());
    }

    private async Task AssertItWorksAsync()
    {
        Assert.DoesNotContain(Directory.GetFiles(Path.Combine(_server.DataDirectory, "imports")), file => new FileInfo(file).Length > 1_000_000);
        Assert.Equal("done: 2 added, 0 changed, 0 unchanged, 1 refused", (await _server.StepAsync(await _server.ImportAsync(Files.GeoJson, "points.geojson"), "commit?refused=skip")).Summary());
    }
}
