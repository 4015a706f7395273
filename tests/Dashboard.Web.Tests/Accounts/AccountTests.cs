using System.Net;
using System.Text.Json;
using AngleSharp.Html.Parser;
using Dashboard.Data;
using Dashboard.Domain.Accounts;
using Dashboard.Web.Tests.Harness;
using Dashboard.Web.Tests.Importing;
using Microsoft.Extensions.DependencyInjection;

namespace Dashboard.Web.Tests.Accounts;

/// <summary>A server with data, as somebody elsewhere sees it: through a proxy.</summary>
public sealed class AccountTests : IAsyncLifetime
{
    private const string Password = "several words to keep";

    private static readonly (string Name, string Value) _elsewhere = ("X-Forwarded-For", "203.0.113.7");
    private static readonly (string Name, string Value) _browser = ("Accept", "text/html");

    private RunningDashboard _server = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private DashboardStore Store => _server.Services.GetRequiredService<DashboardStore>();

    public async ValueTask InitializeAsync() => _server = await RunningDashboard.StartAsync([Samples.Dataset([Samples.Incident("here", null)])]);

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task The_first_account_is_made_with_the_token_of_the_terminal_and_is_signed_in()
    {
        var token = Store.Accounts.OfferSetUp();
        using var wrong = await PostAsync("/set-up", ("token", "0123"), ("name", "Noor"), ("password", Password));
        using var weak = await PostAsync("/set-up", ("token", token), ("name", "Noor"), ("password", "short"));
        using var made = await PostAsync("/set-up", ("token", token), ("name", "Noor"), ("password", Password));

        Assert.Equal([HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity, HttpStatusCode.SeeOther], [wrong.StatusCode, weak.StatusCode, made.StatusCode]);
        Assert.Equal([("Noor", Role.Admin)], Store.Accounts.All().Select(account => (account.Name, account.Role)));
        Assert.Equal("Noor", (await PageAsync("/account", CookieOf(made))).QuerySelector("h1")?.TextContent);
    }

    [Fact]
    public async Task Who_signs_in_may_change_data_from_elsewhere_until_they_sign_out()
    {
        var cookie = await SignedInAsync("Sam", Role.Editor);
        var (asReader, asEditor) = (await StatusOfAsync("/revisions/1/undo"), await StatusOfAsync("/revisions/7/undo", cookie));
        Assert.Equal([HttpStatusCode.Forbidden, HttpStatusCode.Conflict], [asReader, asEditor]);
        Assert.NotNull((await PageAsync("/import", cookie)).QuerySelector("form.drop"));
        Assert.Null((await PageAsync("/import")).QuerySelector("form.drop"));

        var left = await StatusOfAsync("/sign-out", cookie);

        Assert.Equal(HttpStatusCode.SeeOther, left);
        Assert.Equal(HttpStatusCode.Forbidden, await StatusOfAsync("/revisions/7/undo", cookie));
    }

    [Fact]
    public async Task The_cookie_is_for_this_server_alone_and_no_script_reads_it()
    {
        Store.Accounts.Add("Sam", Role.Editor, Hashed());
        using var plain = await PostAsync("/sign-in", [_elsewhere], ("name", "sam"), ("password", Password));
        using var secure = await PostAsync("/sign-in", [_elsewhere, ("X-Forwarded-Proto", "https")], ("name", "sam"), ("password", Password));

        Assert.Equal(["max-age=7776000", "path=/", "samesite=lax", "httponly"], Parts(plain));
        Assert.Equal(["max-age=7776000", "path=/", "secure", "samesite=lax", "httponly"], Parts(secure));

        static IEnumerable<string> Parts(HttpResponseMessage answer) => answer.Headers.GetValues("Set-Cookie").Single().Split("; ")[1..];
    }

    [Fact]
    public async Task A_wrong_name_and_a_wrong_password_get_the_same_answer()
    {
        Store.Accounts.Add("Sam", Role.Editor, Hashed());
        using var wrongName = await PostAsync("/sign-in", ("name", "Kim"), ("password", Password));
        using var wrongPassword = await PostAsync("/sign-in", ("name", "Sam"), ("password", "not this one at all"));

        Assert.Equal([HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized], [wrongName.StatusCode, wrongPassword.StatusCode]);
        Assert.Equal(await wrongName.Content.ReadAsStringAsync(Stop), await wrongPassword.Content.ReadAsStringAsync(Stop));
        Assert.False(wrongName.Headers.Contains("Set-Cookie"));

        using var inBrowser = await PostAsync("/sign-in", [_elsewhere, _browser], ("name", "Sam"), ("password", "nor this one"), ("return", "/import"));
        Assert.Equal("/sign-in?return=%2Fimport&problem=wrong", inBrowser.Headers.Location?.ToString());
        Assert.Equal("Name and password do not belong together.", (await PageAsync("/sign-in?return=%2Fimport&problem=wrong")).QuerySelector("[role=alert]")?.TextContent);
    }

    [Fact]
    public async Task After_five_wrong_passwords_the_right_one_is_not_heard_either()
    {
        var account = Store.Accounts.Add("Sam", Role.Editor, Hashed());
        for (var i = 0; i < 5; i++)
        {
            Store.Accounts.NoteFailure(account);
        }

        using var answer = await PostAsync("/sign-in", ("name", "Sam"), ("password", Password));

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal("There were too many wrong passwords. Wait a while, an hour at most, or ask an admin for a new password.", (await JsonAsync(answer)).GetProperty("detail").GetString());
    }

    [Fact]
    public async Task From_one_place_ten_attempts_a_minute_are_heard()
    {
        var statuses = new List<HttpStatusCode>();
        for (var i = 0; i < 11; i++)
        {
            using var answer = await PostAsync("/sign-in", ("name", "Kim"), ("password", Password));
            statuses.Add(answer.StatusCode);
        }

        Assert.Equal([.. Enumerable.Repeat(HttpStatusCode.Unauthorized, 10), HttpStatusCode.TooManyRequests], statuses);
        using var fromAnother = await PostAsync("/sign-in", [("X-Forwarded-For", "203.0.113.8")], ("name", "Kim"), ("password", Password));
        Assert.Equal(HttpStatusCode.Unauthorized, fromAnother.StatusCode);
    }

    [Theory]
    [InlineData("https://elsewhere.example/")]
    [InlineData("//elsewhere.example")]
    [InlineData("/\\elsewhere.example")]
    [InlineData("javascript:alert(1)")]
    public async Task One_comes_back_to_a_page_of_this_server_and_to_no_other(string back)
    {
        Store.Accounts.Add("Sam", Role.Editor, Hashed());
        using var answer = await PostAsync("/sign-in", ("name", "Sam"), ("password", Password), ("return", back));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task Who_is_disabled_may_do_nothing_from_then_on()
    {
        var (admin, editor) = (await SignedInAsync("Noor", Role.Admin), await SignedInAsync("Sam", Role.Editor));
        using var disabled = await PostAsync("/accounts/disable", [_elsewhere, admin], ("name", "Sam"));
        Assert.Equal("Sam can no longer sign in and is signed out everywhere.", (await JsonAsync(disabled)).GetProperty("said").GetString());

        var undo = await StatusOfAsync("/revisions/7/undo", editor);
        using var again = await PostAsync("/sign-in", ("name", "Sam"), ("password", Password));

        Assert.Equal([HttpStatusCode.Forbidden, HttpStatusCode.Unauthorized], [undo, again.StatusCode]);
    }

    [Fact]
    public async Task Only_admins_look_after_accounts()
    {
        var editor = await SignedInAsync("Sam", Role.Editor);
        using var asReader = await PostAsync("/accounts/add", ("name", "Kim"));
        using var asEditor = await PostAsync("/accounts/add", [_elsewhere, editor], ("name", "Kim"), ("role", "admin"));

        Assert.Equal([HttpStatusCode.Forbidden, HttpStatusCode.Forbidden], [asReader.StatusCode, asEditor.StatusCode]);
        Assert.Equal(["Sam"], Store.Accounts.All().Select(account => account.Name));
        Assert.Null((await PageAsync("/accounts", editor)).QuerySelector("table"));
    }

    [Fact]
    public async Task A_new_account_gets_a_password_that_opens_it_and_is_told_once()
    {
        var admin = await SignedInAsync("Noor", Role.Admin);
        using var added = await PostAsync("/accounts/add", [_elsewhere, admin], ("name", "Kim"), ("role", "editor"));
        var answer = await JsonAsync(added);
        Assert.Equal("Kim can sign in as an editor.", answer.GetProperty("said").GetString());
        Assert.Equal("no-store", added.Headers.CacheControl?.ToString());

        using var kim = await PostAsync("/sign-in", ("name", "kim"), ("password", answer.GetProperty("password").GetString()!));
        var page = await PageAsync("/accounts", admin);

        Assert.Equal(HttpStatusCode.SeeOther, kim.StatusCode);
        Assert.Equal(["Kim", "Noor"], page.QuerySelectorAll("tbody th").Select(name => name.TextContent));
        Assert.DoesNotContain(answer.GetProperty("password").GetString()!, page.DocumentElement.OuterHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_password_is_changed_with_the_present_one()
    {
        var (here, there) = (await SignedInAsync("Sam", Role.Editor), await SignInAsync("Sam"));
        using var wrong = await PostAsync("/account/password", [_elsewhere, here], ("current", "not this one at all"), ("password", "other words to keep"));
        using var right = await PostAsync("/account/password", [_elsewhere, here], ("current", Password), ("password", "other words to keep"));

        Assert.Equal([HttpStatusCode.UnprocessableEntity, HttpStatusCode.SeeOther], [wrong.StatusCode, right.StatusCode]);
        Assert.Equal("Sam", (await PageAsync("/account", here)).QuerySelector("h1")?.TextContent);
        Assert.Equal("Your account", (await PageAsync("/account", there)).QuerySelector("h1")?.TextContent);
        using var withOld = await PostAsync("/sign-in", ("name", "Sam"), ("password", Password));
        Assert.Equal(HttpStatusCode.Unauthorized, withOld.StatusCode);
    }

    [Fact]
    public async Task Somebody_signs_out_elsewhere_by_the_list_of_their_sessions()
    {
        var (here, there) = (await SignedInAsync("Sam", Role.Editor), await SignInAsync("Sam"));
        var form = (await PageAsync("/account", here)).QuerySelector("tbody form");
        var ended = await StatusOfAsync(form!.GetAttribute("action")!, here);

        Assert.Equal(HttpStatusCode.SeeOther, ended);
        Assert.Equal("Your account", (await PageAsync("/account", there)).QuerySelector("h1")?.TextContent);
        Assert.Equal("Sam", (await PageAsync("/account", here)).QuerySelector("h1")?.TextContent);
    }

    [Fact]
    public async Task Who_made_a_change_is_kept_and_told_with_it()
    {
        var cookie = await SignedInAsync("Sam", Role.Editor);
        using var import = await _server.PostAsync("/imports?name=points.geojson", Files.Body(Files.GeoJson), _elsewhere, cookie);
        var id = (await ImportClient.JsonAsync(import)).GetProperty("id").GetString()!;
        await _server.RestedAsync(id);
        using var committed = await _server.PostAsync($"/imports/{id}/commit?refused=skip", null, _elsewhere, cookie);
        await _server.RestedAsync(id);
        using var undone = await _server.PostAsync("/revisions/2/undo", null, _elsewhere, cookie);

        Assert.Equal([(3L, "Sam"), (2L, "Sam"), (1L, null)], Store.Revisions.Last(10).Select(revision => (revision.Id, revision.Who)));
        Assert.Equal(["by Sam", "by Sam"], (await PageAsync("/import", cookie)).QuerySelectorAll(".revision-when").Select(line => line.TextContent.Split(" · ")[1]).Where(part => part.StartsWith("by ", StringComparison.Ordinal)));
        using var feed = await _server.GetAsync("/corrections.json");
        Assert.Contains(", by Sam", await feed.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_somebody_who_signed_in_sees_is_kept_by_no_shared_cache()
    {
        var cookie = await SignedInAsync("Sam", Role.Editor);
        using var answer = await _server.GetAsync("/licences", cookie);
        Assert.Equal("no-cache, private", answer.Headers.CacheControl?.ToString());
    }

    [Fact]
    public async Task The_name_of_an_account_is_text()
    {
        const string name = "<img src=x onerror=alert(1)>";
        var admin = await SignedInAsync(name, Role.Admin);
        Assert.Equal(name, (await PageAsync("/accounts", admin)).QuerySelector("tbody th")?.TextContent);
        Assert.Equal(name, (await PageAsync("/account", admin)).QuerySelector("h1")?.TextContent);
    }

    private static string Hashed() => new Microsoft.AspNetCore.Identity.PasswordHasher<string>().HashPassword("", Password);

    private static (string Name, string Value) CookieOf(HttpResponseMessage answer) => ("Cookie", answer.Headers.GetValues("Set-Cookie").Single().Split(';')[0]);

    private static async Task<JsonElement> JsonAsync(HttpResponseMessage answer) => JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Stop)).RootElement;

    private async Task<(string Name, string Value)> SignedInAsync(string name, Role role)
    {
        Store.Accounts.Add(name, role, Hashed());
        return await SignInAsync(name);
    }

    private async Task<(string Name, string Value)> SignInAsync(string name)
    {
        using var answer = await PostAsync("/sign-in", [("X-Forwarded-For", Guid.NewGuid().ToString())], ("name", name), ("password", Password));
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        return CookieOf(answer);
    }

    private async Task<HttpStatusCode> StatusOfAsync(string path, (string Name, string Value)? cookie = null)
    {
        using var answer = await PostAsync(path, cookie is { } known ? [_elsewhere, known] : [_elsewhere], []);
        return answer.StatusCode;
    }

    private Task<HttpResponseMessage> PostAsync(string path, params (string Name, string Value)[] fields) => PostAsync(path, [_elsewhere], fields);

    private async Task<HttpResponseMessage> PostAsync(string path, (string Name, string Value)[] headers, params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        return await _server.PostAsync(path, form, headers);
    }

    private async Task<AngleSharp.Html.Dom.IHtmlDocument> PageAsync(string path, (string Name, string Value)? cookie = null)
    {
        using var answer = await (cookie is { } known ? _server.GetAsync(path, _elsewhere, known) : _server.GetAsync(path, _elsewhere));
        return await new HtmlParser().ParseDocumentAsync(await answer.Content.ReadAsStreamAsync(Stop), Stop);
    }
}
