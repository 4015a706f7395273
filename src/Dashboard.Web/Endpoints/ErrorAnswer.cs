using Dashboard.Data;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Dashboard.Web.Endpoints;

/// <summary>What a request gets that failed on our side: a plain page that names itself, and nothing of the failure's inside.</summary>
internal static class ErrorAnswer
{
    public static ExceptionHandlerOptions Options { get; } = new()
    {
        CreateScopeForErrors = true,
        StatusCodeSelector = failure => failure switch
        {
            BadHttpRequestException refused => refused.StatusCode,
            StoreRefusedException { Refusal: StoreRefusal.NotWritable } => StatusCodes.Status507InsufficientStorage,
            _ => StatusCodes.Status500InternalServerError,
        },
        SuppressDiagnosticsCallback = failure => failure.Exception is BadHttpRequestException,
        ExceptionHandler = context => Of(context).ExecuteAsync(context),
    };

    /// <summary>A disk that is full is no secret: who sent something has to know that it was not stored.</summary>
    private static IResult Of(HttpContext context) => context.Features.Get<IExceptionHandlerFeature>()?.Error is StoreRefusedException { Refusal: StoreRefusal.NotWritable } refusal
        ? new SaidResult(context.Response.StatusCode, "It could not be stored", refusal.Message)
        : new RazorComponentResult<ErrorPage>(new { context.Response.StatusCode, Reference = context.TraceIdentifier }) { StatusCode = context.Response.StatusCode };
}
