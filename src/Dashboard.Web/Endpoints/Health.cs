namespace Dashboard.Web.Endpoints;

/// <summary>Says whether this server answers, for balancers and for pages that lost it.</summary>
internal static class Health
{
    public static void MapHealth(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapMethods("/healthz", [HttpMethods.Get, HttpMethods.Head], () => Results.Text("ok"));
}
