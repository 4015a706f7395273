using Dashboard.Data;
using Dashboard.Data.Stories;
using Dashboard.Domain;
using Dashboard.Web.Accounts;
using Dashboard.Web.CommandLine;
using Dashboard.Web.Embed;
using Dashboard.Web.Endpoints;
using Dashboard.Web.Links;
using Dashboard.Web.Security;
using Dashboard.Web.Sharing;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Dashboard.Web.Stories;

/// <summary>Stories: to be read by everybody, as a page and in frames, without a circuit; to be written by who may change the data.</summary>
internal static class StoryEndpoints
{
    private static readonly string[] _reading = [HttpMethods.Get, HttpMethods.Head];

    public static void MapStories(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapMethods(StoryAddress.Route, _reading, (string slug, HttpContext context, Explorations explorations, ServeSettings settings) => ReadAsync(slug, context, explorations, settings, isEmbed: false));
        endpoints.MapMethods(StoryAddress.EmbedRoute, _reading, (string slug, HttpContext context, Explorations explorations, ServeSettings settings) => ReadAsync(slug, context, explorations, settings, isEmbed: true))
            .WithMetadata(new FramingAttribute { IsShownElsewhere = true });

        var writing = endpoints.MapGroup("").DisableAntiforgery().ForChanges();
        writing.MapPost(StoryAddress.All, AddAsync);
        writing.MapMethods("/stories/{slug}/edit", _reading, Edit);
        writing.MapPost("/stories/{slug}/edit", SaveAsync);
        writing.MapPost("/stories/{slug}/delete", DeleteAsync);
    }

    private static Task<IResult> ReadAsync(string slug, HttpContext context, Explorations explorations, ServeSettings settings, bool isEmbed) => CutOff.RunAsync(context, CutOff.Limit, async stop =>
    {
        var (story, mayEdit) = (explorations.Whole.Store.Stories.Find(slug), ChangesGate.IsOpenTo(context));
        if (settings.ReadersNeedLink && !mayEdit && (story is null || !StoryReaders.MayRead(explorations, story.Text)))
        {
            return new ClosedToReadersResult();
        }

        if (story is null)
        {
            return Results.NotFound();
        }

        var told = await ToldStory.OfAsync(explorations, story, context.Response.RegisterForDispose, stop);
        return new RazorComponentResult<StoryDocument>(new
        {
            Told = told,
            IsEmbed = isEmbed,
            EmbedOptions.Read(context.Request.Query).Theme,
            Opens = int.TryParse(context.Request.Query["step"], out var step) && step > 0 && step <= told.Steps.Count ? step : 0,
            MayEdit = !isEmbed && mayEdit,
            IsAlone = settings.ReadersNeedLink && !mayEdit,
            Full = PublicAddress.Of(context.Request, StoryAddress.Of(slug)),
        })
        { PreventStreamingRendering = true };
    });

    private static IResult Edit(string slug, HttpContext context, DashboardStore store) => store.Stories.Find(slug) is { } story
        ? Form(context, StatusCodes.Status200OK, slug, story.Text, story.Version, isSaved: context.Request.Query["saved"] == "1")
        : Results.NotFound();

    /// <summary>A view that somebody takes along, at the end of a story or as the first of a new one.</summary>
    private static async Task<IResult> AddAsync(HttpContext context, DashboardStore store, CancellationToken stop)
    {
        var form = await FormOf(context, stop);
        var step = new StoryStep(StoryForm.QueryIn(form["query"], store.Links.Find), form["heading"].ToString(), form["text"].ToString());
        var (slug, who) = (form["story"].ToString(), context.SignedIn()?.Account.Name);
        if (slug.Length > 0 && store.Stories.Find(slug) is null)
        {
            return new SaidResult(StatusCodes.Status404NotFound, "No such story", "Somebody deleted it meanwhile. Go back and choose another one, or begin a new one.");
        }

        try
        {
            var story = slug.Length > 0 ? store.Stories.Append(slug, step, who) : store.Stories.Add(new StoryText(form["title"].ToString(), "", [step]), who);
            return new SeeOtherResult(StoryAddress.OfEditing(story.Slug, story.Text.Steps.Count));
        }
        catch (RefusedException refusal)
        {
            return new SaidResult(StatusCodes.Status400BadRequest, "The view was not added", $"{refusal.Message} Go back and try again.");
        }
    }

    private static async Task<IResult> SaveAsync(string slug, HttpContext context, DashboardStore store, CancellationToken stop)
    {
        if (store.Stories.Find(slug) is not { } before)
        {
            return new SaidResult(StatusCodes.Status404NotFound, "No such story", "Somebody deleted it meanwhile. What you wrote is still in the form: go back to copy it.");
        }

        StoryForm sent;
        try
        {
            sent = StoryForm.Read(await FormOf(context, stop), store.Links.Find);
        }
        catch (RefusedException refusal)
        {
            return new SaidResult(StatusCodes.Status400BadRequest, "The story was not saved", refusal.Message);
        }

        try
        {
            store.Stories.Save(slug, sent.Version, sent.Text, context.SignedIn()?.Account.Name);
            return new SeeOtherResult(sent.Near is { } step ? StoryAddress.OfEditing(slug, step) : $"{StoryAddress.OfEditing(slug)}?saved=1");
        }
        catch (StoryConflictException conflict)
        {
            return Form(context, StatusCodes.Status409Conflict, slug, sent.Text, conflict.Present.Version, present: conflict.Present,
                problem: "Somebody else saved this story meanwhile. Nothing of yours is lost: it is below, and not saved. Compare it with theirs, then save yours instead, or read theirs.");
        }
        catch (RefusedException refusal)
        {
            return Form(context, StatusCodes.Status400BadRequest, slug, sent.Text, Math.Min(sent.Version, before.Version), problem: refusal.Message);
        }
    }

    private static async Task<IResult> DeleteAsync(string slug, HttpContext context, DashboardStore store, CancellationToken stop)
    {
        var form = await FormOf(context, stop);
        if (form["sure"] != "yes" || !long.TryParse(form["version"], out var version))
        {
            return new SaidResult(StatusCodes.Status400BadRequest, "The story was not deleted", "Say that you are sure: go back and tick the box.");
        }

        try
        {
            store.Stories.Delete(slug, version);
            return new SeeOtherResult(StoryAddress.All);
        }
        catch (StoryConflictException)
        {
            return new SaidResult(StatusCodes.Status409Conflict, "The story was not deleted", "Somebody else saved it meanwhile. Look at it again first.");
        }
        catch (RefusedException)
        {
            return new SaidResult(StatusCodes.Status404NotFound, "No such story", "It was deleted already.");
        }
    }

    private static RazorComponentResult<StoryEditDocument> Form(HttpContext context, int status, string slug, StoryText text, long version, string? problem = null, Story? present = null, bool isSaved = false) =>
        new(new { Slug = slug, Text = text, Version = version, Problem = problem, Present = present, IsSaved = isSaved, Root = PublicAddress.Of(context.Request, "") }) { StatusCode = status, PreventStreamingRendering = true };

    private static async Task<IFormCollection> FormOf(HttpContext context, CancellationToken stop) =>
        context.Request.HasFormContentType ? await context.Request.ReadFormAsync(stop) : FormCollection.Empty;
}
