using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Dashboard.Web.Tests.Harness;

namespace Dashboard.Web.Tests.Importing;

public sealed class ImportPageTests : IAsyncLifetime
{
    private RunningDashboard _server = null!;

    public async ValueTask InitializeAsync() => _server = await RunningDashboard.StartAsync([]);

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task The_page_for_adding_data_takes_a_file_without_scripts()
    {
        var page = await PageAsync("/import");
        var form = (IHtmlFormElement)page.QuerySelector("form.drop")!;

        Assert.Equal(("/imports", "post", "multipart/form-data"), (form.GetAttribute("action"), form.Method, form.Enctype));
        Assert.NotNull(form.QuerySelector("input[type=file][name=file]"));
        Assert.Equal("Nothing has been added yet.", page.QuerySelector("#revisions + p")!.TextContent);
    }

    [Fact]
    public async Task Who_may_not_change_anything_is_told_so()
    {
        using var answer = await _server.GetAsync("/import", ("X-Forwarded-For", "203.0.113.7"));
        var page = await new HtmlParser().ParseDocumentAsync(await answer.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken), TestContext.Current.CancellationToken);

        Assert.Null(page.QuerySelector("form.drop"));
        Assert.StartsWith("This server takes changes from the machine that it runs on, and from people who sign in. Sign in", page.QuerySelector(".import-note")!.TextContent.Trim(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_table_shows_its_first_rows_and_a_meaning_above_each_column()
    {
        var page = await PageAsync(await AddressAsync(Files.German, "liste.csv"));

        Assert.Equal(["Datum", "Ort", "Breite", "Länge", "Tote", "Titel", "Quelle", "Lagebild"], page.QuerySelectorAll(".mapping-column").Select(label => label.TextContent));
        Assert.Equal(["Start date", "Place", "Latitude", "Longitude", "Killed, best", "Title", "Source", "Keep as it is"],
            page.QuerySelectorAll<IHtmlSelectElement>(".mapping-table select").Select(select => select.SelectedOptions.Single().Text));
        Assert.Equal("Angriff auf einen Posten", page.QuerySelector(".mapping-table tbody tr td:nth-child(6)")!.TextContent.Trim());
        Assert.True(((IHtmlInputElement)page.QuerySelector("[name=decimal-comma]")!).IsChecked);
    }

    [Fact]
    public async Task An_ambiguous_date_is_asked_about_with_both_readings()
    {
        var page = await PageAsync(await AddressAsync("Date,Place,Title\n02/01/2024,Homs,One\n03/04/2024,Homs,Two\n", "list.csv"));
        Assert.Equal(["02/01/2024 is 2 January 2024", "02/01/2024 is 1 February 2024"], page.QuerySelectorAll(".mapping-dates label").Select(label => label.TextContent.Trim()));
    }

    [Fact]
    public async Task The_difference_is_shown_in_numbers_samples_and_reasons()
    {
        var page = await PageAsync(await AddressAsync(Files.GeoJson, "points.geojson"));

        Assert.Equal(["2 added", "0 changed", "0 unchanged", "1 refused"], page.QuerySelectorAll(".tally").Select(tally => $"{tally.QuerySelector("b")!.TextContent} {tally.QuerySelector("span")!.TextContent}"));
        Assert.Equal("Add 2 incidents, skip 1", page.QuerySelector(".import-bar .button-primary")!.TextContent);
        Assert.Equal(["Convoy at Al Bukamal", "Strike near Rukban"], page.QuerySelectorAll("section[aria-labelledby=added] td:nth-child(2)").Select(cell => cell.TextContent).Order());
        Assert.Single(page.QuerySelectorAll("section[aria-labelledby=refused] tbody tr"));
        Assert.EndsWith("/points", page.QuerySelector("import-map")!.GetAttribute("data-points"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_done_leads_to_the_map_and_to_undoing_it()
    {
        var import = await _server.StepAsync(await _server.ImportAsync(Files.GeoJson, "points.geojson", "mine"), "commit?refused=skip");
        var page = await PageAsync(import.GetProperty("address").GetString()!);

        Assert.Equal("2 added, 0 changed", page.QuerySelector(".import-note h2")!.TextContent);
        Assert.Equal(["/?dataset=mine", $"/revisions/{import.GetProperty("revision")}/undo", "/import"],
            page.QuerySelectorAll(".document-actions a").Select(link => link.GetAttribute("href")));
    }

    [Fact]
    public async Task A_revision_is_listed_with_what_it_did_and_asks_before_it_is_undone()
    {
        var import = await _server.StepAsync(await _server.ImportAsync(Files.GeoJson, "points.geojson"), "commit?refused=skip");
        var undo = $"/revisions/{import.GetProperty("revision")}/undo";
        var listed = await PageAsync("/import");
        var question = await PageAsync(undo);
        using var undone = await _server.PostAsync(undo, new FormUrlEncodedContent([]));
        var after = await PageAsync(undo);

        Assert.EndsWith("2 added", listed.QuerySelector(".revision-when")!.TextContent.Trim(), StringComparison.Ordinal);
        Assert.Equal(undo, listed.QuerySelector(".revision-act")!.GetAttribute("href"));
        Assert.Equal(undo, question.QuerySelector("form[method=post]")!.GetAttribute("action"));
        Assert.Equal((HttpStatusCode.SeeOther, undo), (undone.StatusCode, undone.Headers.Location!.OriginalString));
        Assert.Equal($"Revision {import.GetProperty("revision")} is undone", after.QuerySelector("h1")!.TextContent);
        Assert.Null(after.QuerySelector("form[method=post]"));
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_has_a_page_that_says_why()
    {
        using var sent = await _server.PostAsync("/imports", Files.Form("", "nothing.csv"));
        var page = await PageAsync(sent.Headers.Location!.OriginalString);

        Assert.Equal("nothing.csv", page.QuerySelector("h1")!.TextContent);
        Assert.Equal("There is nothing in this file", page.QuerySelector(".import-note h2")!.TextContent);
    }

    [Theory]
    [InlineData("/import/0123456789", HttpStatusCode.NotFound, "Nothing at this address")]
    [InlineData("/revisions/999/undo", HttpStatusCode.NotFound, "Nothing at this address")]
    public async Task What_is_not_there_has_a_page_that_says_so(string path, HttpStatusCode status, string title)
    {
        using var answer = await _server.GetAsync(path);
        var page = await new HtmlParser().ParseDocumentAsync(await answer.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken), TestContext.Current.CancellationToken);
        Assert.Equal((status, title), (answer.StatusCode, page.QuerySelector("h1")!.TextContent));
    }

    [Fact]
    public async Task The_text_of_a_file_is_text()
    {
        var page = await PageAsync(await AddressAsync("Title,Date,<b>x</b>\n<script>alert(1)</script>,2024-01-01,<img src=x>\n", "<i>.csv"));
        Assert.Equal("<i>.csv", page.QuerySelector("h1")!.TextContent);
        Assert.Empty(page.QuerySelectorAll(".importing script, .importing img, .importing b:not(.mapping-settings b), .importing i"));
    }

    private async Task<string> AddressAsync(string text, string name) => (await _server.ImportAsync(text, name)).GetProperty("address").GetString()!;

    private async Task<IHtmlDocument> PageAsync(string path) => await new HtmlParser().ParseDocumentAsync(await _server.TextAsync(path), TestContext.Current.CancellationToken);
}
