namespace Dashboard.Web.Links;

/// <summary>The same as to everything else that is closed to who has no link: nobody learns whether there is what they asked for.</summary>
internal sealed class ClosedToReadersResult : IResult
{
    public Task ExecuteAsync(HttpContext httpContext) => LinkAnswer.NotForReadersAsync(httpContext);
}
