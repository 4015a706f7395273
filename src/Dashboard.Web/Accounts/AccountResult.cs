using System.Text.Json.Serialization;
using Dashboard.Web.Endpoints;

namespace Dashboard.Web.Accounts;

/// <summary>What was done to an account: a page to a browser, JSON to a program.</summary>
internal sealed class AccountResult(AccountAnswer answer) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        IResult result = httpContext.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase)
            ? new SaidResult(StatusCodes.Status200OK, answer.Said, $"The password is {answer.Password} and is shown this once. Hand it over; it can be changed on the page of the account.")
            : Results.Json(answer, AccountJson.Default.AccountAnswer);
        return result.ExecuteAsync(httpContext);
    }
}

/// <summary>How answers about accounts are written for programs.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(AccountAnswer))]
internal sealed partial class AccountJson : JsonSerializerContext;
