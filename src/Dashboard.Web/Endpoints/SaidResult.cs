using Microsoft.AspNetCore.Http.HttpResults;

namespace Dashboard.Web.Endpoints;

/// <summary>An answer that is a sentence: to a browser it is a page, to a program problem JSON.</summary>
internal sealed class SaidResult(int status, string title, string detail) : IResult, IStatusCodeHttpResult
{
    public int? StatusCode => status;

    public Task ExecuteAsync(HttpContext httpContext)
    {
        IResult answer = httpContext.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase)
            ? new RazorComponentResult<SaidPage>(new { Title = title, Detail = detail }) { StatusCode = status }
            : Results.Problem(detail, title: title, statusCode: status);
        return answer.ExecuteAsync(httpContext);
    }
}
