using Dashboard.Data;
using Dashboard.Data.Stories;
using Dashboard.Domain;
using Dashboard.Web.Accounts;
using Dashboard.Web.Endpoints;
using Dashboard.Web.Security;
using Dashboard.Web.Stories;

namespace Dashboard.Web.Briefings;

/// <summary>The views that were kept during a briefing become a story, in their order.</summary>
internal static class BriefingStory
{
    /// <summary>So many bytes hold as many views as a story has steps, with their addresses.</summary>
    private const int MostBytes = 128 * 1024;

    public static void MapBriefingStories(this IEndpointRouteBuilder endpoints) => endpoints.MapPost($"{BriefingAddress.All}/story", TellAsync).ForChanges();

    private static async Task<IResult> TellAsync(HttpContext context, DashboardStore store)
    {
        var (kept, problem) = await BriefingMessage.ReadAsync(context.Request, BriefingJson.Default.KeptViews, MostBytes);
        if (kept is null)
        {
            return problem!;
        }

        try
        {
            var steps = (kept.Views ?? []).OfType<KeptView>().Select(view => new StoryStep(StoryForm.QueryIn(view.Query, store.Links.Find), view.Heading ?? "", ""));
            var story = store.Stories.Add(new StoryText(kept.Title ?? "", "", steps.ToValueList()), context.SignedIn()?.Account.Name);
            return Results.Json(new ToldBriefing(StoryAddress.OfEditing(story.Slug)), BriefingJson.Default.ToldBriefing, statusCode: StatusCodes.Status201Created);
        }
        catch (RefusedException refusal)
        {
            return new SaidResult(StatusCodes.Status400BadRequest, "The story was not made", refusal.Message);
        }
    }
}
