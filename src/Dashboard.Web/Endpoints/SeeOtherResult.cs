namespace Dashboard.Web.Endpoints;

/// <summary>303: look at that page, by GET. Redirects of the framework keep the method or leave it to the browser.</summary>
internal sealed class SeeOtherResult(string address) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
        httpContext.Response.Headers.Location = address;
        return Task.CompletedTask;
    }
}
