using Microsoft.AspNetCore.Antiforgery;

namespace Dashboard.Web.Security;

/// <summary>
/// Readers send no forms, so they need no form tokens and get no cookie. Blazor asks for tokens on every page and would
/// set a cookie, and forbid the browser to keep the page, whether there is a form or not.
/// </summary>
public sealed class NoFormTokens : IAntiforgery
{
    private static readonly AntiforgeryTokenSet _none = new(requestToken: null, cookieToken: null, formFieldName: "none", headerName: null);

    public AntiforgeryTokenSet GetAndStoreTokens(HttpContext httpContext) => _none;

    public AntiforgeryTokenSet GetTokens(HttpContext httpContext) => _none;

    public Task<bool> IsRequestValidAsync(HttpContext httpContext) => Task.FromResult(HttpMethods.IsGet(httpContext.Request.Method) || HttpMethods.IsHead(httpContext.Request.Method));

    public async Task ValidateRequestAsync(HttpContext httpContext)
    {
        if (!await IsRequestValidAsync(httpContext))
        {
            throw new AntiforgeryValidationException("This server takes no forms.");
        }
    }

    public void SetCookieTokenAndHeader(HttpContext httpContext)
    {
    }
}
