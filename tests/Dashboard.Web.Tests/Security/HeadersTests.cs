using System.Net;
using Dashboard.Web.Tests.Harness;

namespace Dashboard.Web.Tests.Security;

public class HeadersTests(StarterDashboard starter)
{
    /// <summary>Stands for an address that only the running server knows.</summary>
    private const string Marks = "the marks";

    private static readonly Dictionary<string, string> _safe = new(StringComparer.Ordinal)
    {
        ["Content-Security-Policy"] =
            "default-src 'none'; script-src 'self'; worker-src 'self'; style-src 'self'; style-src-attr 'unsafe-inline'; img-src 'self' data:; font-src 'self'; "
            + "connect-src 'self'; form-action 'self'; base-uri 'self'; frame-ancestors 'none'",
        ["X-Content-Type-Options"] = "nosniff",
        ["X-Frame-Options"] = "DENY",
        ["Referrer-Policy"] = "no-referrer",
        ["Cross-Origin-Opener-Policy"] = "same-origin",
        ["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    };

    public static TheoryData<string, string, string?, string?, HttpStatusCode> Answers => new()
    {
        { "GET", "/", null, null, HttpStatusCode.OK },
        { "HEAD", "/", null, null, HttpStatusCode.OK },
        { "GET", "/?kind=attack&from=nonsense", null, null, HttpStatusCode.OK },
        { "GET", "/incidents/2024-01-28-tower-22-drone-attack", null, null, HttpStatusCode.OK },
        { "GET", "/_framework/blazor.web.js", null, null, HttpStatusCode.OK },
        { "GET", "/dist/explore.js", null, null, HttpStatusCode.OK },
        { "GET", "/healthz", null, null, HttpStatusCode.OK },
        { "GET", "/preview.png", null, null, HttpStatusCode.OK },
        { "GET", "/preview.png", "If-None-Match", "*", HttpStatusCode.NotModified },
        { "GET", "/picture.svg", null, null, HttpStatusCode.OK },
        { "GET", "/picture.png?scale=9", null, null, HttpStatusCode.BadRequest },
        { "GET", "/citation.bib", null, null, HttpStatusCode.OK },
        { "GET", Marks, null, null, HttpStatusCode.OK },
        { "POST", "/_blazor/negotiate?negotiateVersion=1", null, null, HttpStatusCode.OK },
        { "GET", Marks, "If-None-Match", "*", HttpStatusCode.NotModified },
        { "GET", "/healthz", "Host", "elsewhere.example", HttpStatusCode.BadRequest },
        { "POST", "/_blazor/negotiate?negotiateVersion=1", "Origin", "http://elsewhere.example", HttpStatusCode.Forbidden },
        { "GET", "/nowhere", null, null, HttpStatusCode.NotFound },
        { "GET", "/dist/nothing.js", null, null, HttpStatusCode.NotFound },
        { "GET", "/incidents/nothing", null, null, HttpStatusCode.NotFound },
        { "GET", "/data/999/marks", null, null, HttpStatusCode.NotFound },
        { "POST", "/", null, null, HttpStatusCode.MethodNotAllowed },
        { "DELETE", "/healthz", null, null, HttpStatusCode.MethodNotAllowed },
        { "GET", StarterDashboard.Broken, null, null, HttpStatusCode.InternalServerError },
    };

    [Theory, MemberData(nameof(Answers))]
    public async Task Every_answer_has_the_safe_headers_and_neither_a_cookie_nor_the_name_of_the_server(
        string method, string path, string? header, string? value, HttpStatusCode status)
    {
        using var answer = await starter.Server.SendAsync(new HttpMethod(method), path == Marks ? starter.Server.Marks : path, header is null ? [] : [(header, value!)]);

        Assert.Equal(status, answer.StatusCode);
        Assert.Equal(_safe, _safe.Keys.ToDictionary(name => name, name => string.Join(" and ", Values(answer, name))));
        Assert.Empty(Values(answer, "Set-Cookie"));
        Assert.Empty(Values(answer, "Server"));
        Assert.Empty(Values(answer, "X-Powered-By"));
    }

    /// <summary>
    /// A page with a circuit carries a sealed note for it that is good for minutes: kept longer, Back would show a page
    /// that never comes alive. A page to be read has none.
    /// </summary>
    [Theory]
    [InlineData("/keys", "no-cache")]
    [InlineData("/incidents/2024-01-28-tower-22-drone-attack", "no-cache")]
    [InlineData("/", "no-store, no-cache, max-age=0")]
    public async Task A_page_to_be_read_may_be_kept_but_is_asked_for_again(string path, string expected)
    {
        using var page = await starter.Server.GetAsync(path);
        Assert.Equal(expected, page.Headers.CacheControl?.ToString());
    }

    private static IEnumerable<string> Values(HttpResponseMessage answer, string name) =>
        answer.Headers.TryGetValues(name, out var values) ? values : [];
}
