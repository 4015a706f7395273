using Microsoft.AspNetCore.Http.HttpResults;

namespace Dashboard.Web.Endpoints;

/// <summary>What a request gets that failed on our side: a plain page that names itself, and nothing of the failure's inside.</summary>
internal static class ErrorAnswer
{
    public static ExceptionHandlerOptions Options { get; } = new()
    {
        CreateScopeForErrors = true,
        StatusCodeSelector = failure => failure is BadHttpRequestException refused ? refused.StatusCode : StatusCodes.Status500InternalServerError,
        SuppressDiagnosticsCallback = failure => failure.Exception is BadHttpRequestException,
        ExceptionHandler = context => new RazorComponentResult<ErrorPage>(new { context.Response.StatusCode, Reference = context.TraceIdentifier })
        {
            StatusCode = context.Response.StatusCode,
        }.ExecuteAsync(context),
    };
}
