using Dashboard.Data;
using Dashboard.Domain;
using Dashboard.Web.Accounts;
using Dashboard.Web.Explore;
using Dashboard.Web.Importing;
using Dashboard.Web.Security;

namespace Dashboard.Web.Endpoints;

/// <summary>Takes back what one revision changed, as a new revision.</summary>
internal static class UndoEndpoint
{
    public static void MapUndo(this IEndpointRouteBuilder endpoints) => endpoints.MapPost("/revisions/{id:long}/undo", Undo).ForChanges();

    private static async Task<IResult> Undo(long id, HttpContext context, DashboardStore store, Exploration exploration)
    {
        try
        {
            var undone = await Task.Run(() => store.Undo(id, context.SignedIn()?.Account.Name));
            await exploration.UntilPresentAsync(undone.Revision, CutOff.Limit, context.RequestAborted);
            return context.Request.HasFormContentType
                ? new SeeOtherResult(RevisionWords.AddressOf(id))
                : Results.Json(new UndoAnswer(undone.Revision), ImportJson.Default.UndoAnswer);
        }
        catch (RefusedException refusal)
        {
            return new SaidResult(StatusCodes.Status409Conflict, "It cannot be undone", refusal.Message);
        }
    }
}
