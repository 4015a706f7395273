using System.Data.Common;
using Dashboard.Data;

namespace Dashboard.Web.Endpoints;

/// <summary>Says whether this server can answer, for balancers and for pages that lost it.</summary>
internal static class Health
{
    public static void MapHealth(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapMethods("/healthz", [HttpMethods.Get, HttpMethods.Head], Answer);

    private static IResult Answer(DashboardStore store, IHostApplicationLifetime life)
    {
        if (life.ApplicationStopping.IsCancellationRequested)
        {
            return Results.Text("the server is stopping", statusCode: StatusCodes.Status503ServiceUnavailable);
        }

        try
        {
            // Any question will do; this one has no answer and costs next to nothing.
            store.FindIncident("");
            return Results.Text("ok");
        }
        catch (DbException)
        {
            return Results.Text("the store does not answer", statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }
}
