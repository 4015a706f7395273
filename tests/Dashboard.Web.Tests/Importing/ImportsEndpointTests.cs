using System.Net;
using System.Text.Json;
using Dashboard.Web.Importing;
using Dashboard.Web.Tests.Harness;
using Microsoft.Extensions.DependencyInjection;

namespace Dashboard.Web.Tests.Importing;

public sealed class ImportsEndpointTests : IAsyncLifetime
{
    private RunningDashboard _server = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _server = await RunningDashboard.StartAsync([], mostUpload: 1);

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task A_file_that_asks_nothing_is_staged_when_the_answer_comes()
    {
        using var answer = await _server.PostAsync("/imports?name=points.geojson&dataset=mine", Files.Body(Files.GeoJson));
        var import = await ImportClient.JsonAsync(answer);

        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        Assert.Equal("ready: 2 added, 0 changed, 0 unchanged, 1 refused", import.Summary());
        Assert.Equal($"/import/{import.GetProperty("id")}", answer.Headers.Location?.OriginalString);
        Assert.Equal("mine", import.GetProperty("datasets")[0].GetProperty("slug").GetString());
    }

    [Fact]
    public async Task A_table_is_accepted_and_asks_what_its_columns_mean()
    {
        using var answer = await _server.PostAsync("/imports?name=liste.csv", Files.Body(Files.German));

        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        Assert.Equal("needs answer", (await ImportClient.JsonAsync(answer)).Summary());
    }

    [Fact]
    public async Task What_is_committed_is_a_revision_and_the_same_file_again_changes_nothing()
    {
        var first = await _server.StepAsync(await _server.ImportAsync(Files.GeoJson, "points.geojson"), "commit?refused=skip");
        var again = await _server.ImportAsync(Files.GeoJson, "points.geojson");

        Assert.Equal("done: 2 added, 0 changed, 0 unchanged, 1 refused", first.Summary());
        Assert.Equal("ready: 0 added, 0 changed, 2 unchanged, 1 refused", again.Summary());
    }

    [Fact]
    public async Task With_a_refused_row_all_or_none_is_none()
    {
        var import = await _server.ImportAsync(Files.GeoJson, "points.geojson");
        using var answer = await _server.PostAsync($"/imports/{import.GetProperty("id")}/commit?refused=none");
        var after = await ImportClient.JsonAsync(answer);

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Equal("ready: 2 added, 0 changed, 0 unchanged, 1 refused", after.Summary());
        Assert.NotEmpty(after.GetProperty("problem").GetString()!);
    }

    [Fact]
    public async Task A_revision_is_undone_once()
    {
        var done = await _server.StepAsync(await _server.ImportAsync(Files.GeoJson, "points.geojson"), "commit?refused=skip");
        var undo = $"/revisions/{done.GetProperty("revision")}/undo";
        using var first = await _server.PostAsync(undo);
        using var second = await _server.PostAsync(undo);

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.Conflict], [first.StatusCode, second.StatusCode]);
        Assert.Equal("ready: 2 added, 0 changed, 0 unchanged, 1 refused", (await _server.ImportAsync(Files.GeoJson, "points.geojson")).Summary());
    }

    [Fact]
    public async Task A_mapping_as_json_answers_the_question()
    {
        var import = await _server.ImportAsync(Files.German, "liste.csv");
        var answered = await _server.StepAsync(import, "mapping", new StringContent("""{ "dataset": "Meine Liste" }"""));

        Assert.Equal("ready: 3 added, 0 changed, 0 unchanged, 1 refused", answered.Summary());
        Assert.Equal("meine-liste", answered.GetProperty("datasets")[0].GetProperty("slug").GetString());
        Assert.Equal(5, answered.GetProperty("refusals")[0].GetProperty("line").GetInt64());
    }

    [Fact]
    public async Task What_is_no_mapping_is_refused_and_the_question_stays()
    {
        var import = await _server.ImportAsync(Files.German, "liste.csv");
        using var answer = await _server.PostAsync($"/imports/{import.GetProperty("id")}/mapping", new StringContent("[1, 2"));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("needs answer", (await _server.RestedAsync(import.GetProperty("id").GetString()!)).Summary());
    }

    [Fact]
    public async Task A_cancelled_import_leaves_nothing()
    {
        var import = await _server.StepAsync(await _server.ImportAsync(Files.GeoJson, "points.geojson"), "cancel");
        using var commit = await _server.PostAsync($"/imports/{import.GetProperty("id")}/commit?refused=skip");

        Assert.Equal("cancelled", import.Summary());
        Assert.Equal(HttpStatusCode.Conflict, commit.StatusCode);
        Assert.Empty(Directory.GetFiles(Path.Combine(_server.DataDirectory, "imports")));
    }

    [Fact]
    public async Task Every_refused_row_is_downloaded_as_csv()
    {
        var import = await _server.ImportAsync(Files.GeoJson, "points.geojson");
        var lines = (await _server.TextAsync($"/imports/{import.GetProperty("id")}/refused.csv")).Split("\r\n");

        Assert.Equal(["line,column,value,reason", ""], [lines[0], lines[^1]]);
        Assert.Equal(3, lines.Length);
    }

    [Fact]
    public async Task The_points_that_would_be_added_are_told()
    {
        var import = await _server.ImportAsync(Files.GeoJson, "points.geojson");
        var points = JsonSerializer.Deserialize<double[][]>(await _server.TextAsync($"/imports/{import.GetProperty("id")}/points"))!;

        Assert.Equal([[33.3, 38.6], [34.45, 40.9]], points.OrderBy(point => point[0]));
    }

    [Theory]
    [InlineData("", HttpStatusCode.UnprocessableEntity, "empty")]
    [InlineData("Datum;Ort;Titel\n", HttpStatusCode.UnprocessableEntity, "empty")]
    [InlineData("{ \"type\": \"FeatureCollection\", \"features\": [ { \"type\": \"Feature\"", HttpStatusCode.UnprocessableEntity, "unreadable")]
    [InlineData("\u0089PNG\r\n\u001a\n\0\0\0", HttpStatusCode.UnsupportedMediaType, "wrong type")]
    [InlineData("%PDF-1.7\n%\u00e2\u00e3\n1 0 obj", HttpStatusCode.UnsupportedMediaType, "wrong type")]
    public async Task A_file_that_cannot_be_read_says_what_is_wrong_with_it(string text, HttpStatusCode status, string fault)
    {
        using var content = new ByteArrayContent([.. text.Select(letter => (byte)letter)]);
        using var answer = await _server.PostAsync("/imports?name=list.csv", content);
        var problem = await ImportClient.JsonAsync(answer);

        Assert.Equal((status, fault), (answer.StatusCode, problem.GetProperty("fault").GetString()));
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.NotEmpty(problem.GetProperty("detail").GetString()!);
        Assert.Equal("refused", (await _server.RestedAsync(problem.GetProperty("id").GetString()!)).Summary());
    }

    [Fact]
    public async Task A_file_beyond_the_limit_is_not_taken_whether_its_length_is_told_or_not()
    {
        var bytes = new byte[(1024 * 1024) + 1];
        using var told = await _server.PostAsync("/imports?name=big.csv", new ByteArrayContent(bytes));
        using var untold = await _server.PostAsync("/imports?name=big.csv", new StreamContent(new UntoldLength(bytes)));
        using var form = await _server.PostAsync("/imports", new MultipartFormDataContent { { new ByteArrayContent(bytes), "file", "big.csv" } });

        Assert.Equal([HttpStatusCode.RequestEntityTooLarge, HttpStatusCode.RequestEntityTooLarge, HttpStatusCode.RequestEntityTooLarge],
            [told.StatusCode, untold.StatusCode, form.StatusCode]);
        Assert.Empty(Directory.GetFiles(Path.Combine(_server.DataDirectory, "imports")));
    }

    [Fact]
    public async Task Other_bodies_keep_their_small_limit()
    {
        var import = await _server.ImportAsync(Files.German, "liste.csv");
        using var answer = await _server.PostAsync($"/imports/{import.GetProperty("id")}/mapping", new ByteArrayContent(new byte[300 * 1024]));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
    }

    [Fact]
    public async Task A_file_needs_a_name()
    {
        using var none = await _server.PostAsync("/imports", Files.Body(Files.German));
        using var empty = await _server.PostAsync("/imports?name=", Files.Body(Files.German));
        using var form = await _server.PostAsync("/imports", new MultipartFormDataContent { { new StringContent("x"), "dataset" } });
        Assert.Equal([HttpStatusCode.BadRequest, HttpStatusCode.BadRequest, HttpStatusCode.BadRequest], [none.StatusCode, empty.StatusCode, form.StatusCode]);
    }

    [Fact]
    public async Task A_name_is_only_its_last_part()
    {
        var import = await _server.ImportAsync(Files.German, "../../etc/liste.csv");
        Assert.Equal("liste.csv", import.GetProperty("file").GetString());
    }

    [Theory]
    [InlineData("GET", "/imports/0123456789")]
    [InlineData("GET", "/imports/0123456789/refused.csv")]
    [InlineData("GET", "/imports/0123456789/points")]
    [InlineData("POST", "/imports/0123456789/mapping")]
    [InlineData("POST", "/imports/0123456789/commit")]
    [InlineData("POST", "/imports/0123456789/cancel")]
    public async Task An_unknown_import_is_not_found(string method, string path)
    {
        using var answer = await _server.SendAsync(new HttpMethod(method), path);
        Assert.Equal((HttpStatusCode.NotFound, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
    }

    [Fact]
    public async Task An_import_that_was_here_and_is_not_kept_is_gone()
    {
        string? id = null;
        _server.Services.GetRequiredService<ImportDesk>().Changed += (_, _) => id ??= _server.Services.GetRequiredService<ImportDesk>().Jobs.FirstOrDefault()?.Id;
        using var tooLarge = await _server.PostAsync("/imports?name=x.csv", Files.Body(new string('x', 2 << 20)));
        using var answer = await _server.GetAsync($"/imports/{id}");
        using var page = await _server.GetAsync($"/import/{id}");

        Assert.Equal([HttpStatusCode.Gone, HttpStatusCode.Gone], [answer.StatusCode, page.StatusCode]);
        Assert.Contains("<h1>This import is gone</h1>", await page.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/imports?name=x.csv")]
    [InlineData("/imports/0123456789/commit")]
    [InlineData("/revisions/1/undo")]
    public async Task What_a_proxy_passes_on_changes_nothing(string path)
    {
        using var forwarded = await _server.PostAsync(path, Files.Body(Files.German), ("X-Forwarded-For", "203.0.113.7"));
        using var standard = await _server.PostAsync(path, Files.Body(Files.German), ("Forwarded", "for=203.0.113.7"));
        var problem = await ImportClient.JsonAsync(forwarded);

        Assert.Equal([HttpStatusCode.Forbidden, HttpStatusCode.Forbidden], [forwarded.StatusCode, standard.StatusCode]);
        Assert.Equal("Changes need an account", problem.GetProperty("title").GetString());
    }

    [Fact]
    public async Task A_form_without_scripts_is_led_through_by_the_pages()
    {
        using var sent = await _server.PostAsync("/imports", Files.Form(Files.German, "liste.csv"));
        var page = sent.Headers.Location!.OriginalString;
        var id = page.Split('/')[^1];
        using var mapped = await _server.PostAsync($"/imports/{id}/mapping", new FormUrlEncodedContent([new("title", "Meine Liste"), new("slug", "meine")]));
        await _server.RestedAsync(id);
        using var committed = await _server.PostAsync($"/imports/{id}/commit", new FormUrlEncodedContent([new("refused", "skip")]));

        Assert.All([sent, mapped, committed], answer => Assert.Equal((HttpStatusCode.SeeOther, page), (answer.StatusCode, answer.Headers.Location!.OriginalString)));
        Assert.Equal("done: 3 added, 0 changed, 0 unchanged, 1 refused", (await _server.RestedAsync(id)).Summary());
    }

    [Fact]
    public async Task A_browser_whose_form_is_not_taken_gets_a_page()
    {
        // What a browser sends when no file was chosen.
        using var form = Files.Body("--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"\"\r\nContent-Type: application/octet-stream\r\n\r\n\r\n--b--\r\n");
        form.Headers.TryAddWithoutValidation("Content-Type", "multipart/form-data; boundary=b");
        using var answer = await _server.PostAsync("/imports", form, ("Accept", "text/html"));
        Assert.Equal((HttpStatusCode.BadRequest, "text/html"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        Assert.Contains("<h1>No file</h1>", await answer.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
    }

    private sealed class UntoldLength(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;
    }
}
