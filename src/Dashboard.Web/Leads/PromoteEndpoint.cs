using Dashboard.Data;
using Dashboard.Domain;
using Dashboard.Web.Accounts;
using Dashboard.Web.Endpoints;
using Dashboard.Web.Explore;
using Dashboard.Web.Security;

namespace Dashboard.Web.Leads;

/// <summary>Makes an incident of a lead, which stays as it is, and leads back to where it was asked for.</summary>
internal static class PromoteEndpoint
{
    public static void MapPromotion(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost("/leads/{slug}/promote", Promote).DisableAntiforgery().ForChanges();

    private static async Task<IResult> Promote(string slug, HttpRequest request, DashboardStore store, Exploration exploration, CancellationToken stop)
    {
        var form = request.HasFormContentType ? await request.ReadFormAsync(stop) : FormCollection.Empty;
        try
        {
            var promoted = store.Promote(slug, request.HttpContext.SignedIn()?.Account.Name);
            await exploration.UntilPresentAsync(promoted.Revision, CutOff.Limit, stop);
        }
        catch (RefusedException refusal)
        {
            return new SaidResult(StatusCodes.Status409Conflict, "This lead was not promoted", refusal.Message);
        }

        return new SeeOtherResult(LocalAddress.Or(form["back"], LeadsAddress.Of(Domain.Querying.IncidentQuery.All)));
    }
}
