using Dashboard.Data;
using Dashboard.Data.Import;
using Dashboard.Domain;
using Dashboard.Web.Accounts;
using Dashboard.Web.CommandLine;
using Dashboard.Web.Importing;
using Dashboard.Web.Security;
using Microsoft.AspNetCore.Http.Features;

namespace Dashboard.Web.Endpoints;

/// <summary>
/// Files come in over plain HTTP, as long streams, never through a circuit. Every step has an address: a page without
/// scripts sends forms there and is led back to itself, a program gets JSON.
/// </summary>
internal static class ImportsEndpoint
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(2);

    public static void MapImports(this IEndpointRouteBuilder endpoints)
    {
        string[] reading = [HttpMethods.Get, HttpMethods.Head];
        endpoints.MapMethods("/imports/{id}", reading, Tell);
        endpoints.MapMethods("/imports/{id}/refused.csv", reading, Refused);
        endpoints.MapMethods("/imports/{id}/points", reading, Points);
        endpoints.MapPost("/imports", ReceiveAsync).ForChanges();
        endpoints.MapPost("/imports/{id}/mapping", MapAsync).ForChanges();
        endpoints.MapPost("/imports/{id}/reconsider", Reconsider).ForChanges();
        endpoints.MapPost("/imports/{id}/commit", CommitAsync).ForChanges();
        endpoints.MapPost("/imports/{id}/cancel", Cancel).ForChanges();
    }

    private static async Task<IResult> ReceiveAsync(HttpContext context, ImportDesk desk, ServeSettings settings, OwnerKey key)
    {
        // The desk counts for itself, and says what to do about a file that is too long.
        context.Features.Get<IHttpMaxRequestBodySizeFeature>()!.MaxRequestBodySize = null;
        try
        {
            var upload = await Upload.OfAsync(context.Request, context.RequestAborted);
            if (upload is null)
            {
                return Problem(StatusCodes.Status400BadRequest, "No file", "Choose a file first. A program sends it as the body of POST /imports?name=FILENAME.");
            }

            var most = key.IsShownBy(context.Request) ? long.MaxValue : settings.MostUploadBytes;
            var job = await desk.ReceiveAsync(upload.FileName, upload.Content, upload.Length, upload.Dataset, most, context.RequestAborted);
            await job.RestAsync(_patience, context.RequestAborted);
            return Upload.IsForm(context.Request) ? SeeOther(job.Address) : Received(job, context.Response);
        }
        catch (UploadTooLargeException refusal)
        {
            return Problem(StatusCodes.Status413PayloadTooLarge, "Too large", refusal.Message);
        }
        catch (InvalidDataException refusal)
        {
            return Problem(StatusCodes.Status400BadRequest, "Not a form", refusal.Message);
        }
        catch (BadHttpRequestException refusal)
        {
            return Problem(refusal.StatusCode, "The file did not come whole", refusal.Message);
        }
        catch (IOException failure) when (!context.RequestAborted.IsCancellationRequested)
        {
            return Problem(StatusCodes.Status400BadRequest, "The file did not come whole", FailureWords.Of(failure));
        }
    }

    private static IResult Received(ImportJob job, HttpResponse response)
    {
        response.Headers.Location = job.Address;
        return job.State switch
        {
            ImportState.Refused refused => FileProblem(job, refused),
            ImportState.Failed failed => Failure(failed),
            ImportState.Ready => Answer(job, StatusCodes.Status201Created),
            _ => Answer(job, StatusCodes.Status202Accepted),
        };
    }

    private static SaidResult Failure(ImportState.Failed failed) => Problem(
        failed.IsStorage ? StatusCodes.Status507InsufficientStorage : StatusCodes.Status500InternalServerError, "The import failed", failed.Message);

    private static IResult FileProblem(ImportJob job, ImportState.Refused refused) => Results.Problem(
        refused.Message,
        title: FaultWords.Of(refused.Fault),
        statusCode: refused.Fault == FileFault.WrongType ? StatusCodes.Status415UnsupportedMediaType : StatusCodes.Status422UnprocessableEntity,
        extensions: new Dictionary<string, object?> { ["id"] = job.Id, ["address"] = job.Address, ["file"] = job.FileName, ["fault"] = FaultWords.Key(refused.Fault) });

    private static IResult Tell(string id, ImportDesk desk) => desk.Find(id) is { } job ? Answer(job, StatusCodes.Status200OK) : Missing(id, desk);

    private static IResult Refused(string id, ImportDesk desk) => desk.Find(id) is not { } job ? Missing(id, desk)
        : job.Refusals() is { } rows ? Results.Stream(rows, "text/csv; charset=utf-8", fileDownloadName: "refused.csv")
        : Problem(StatusCodes.Status404NotFound, "No refused rows", "The refused rows of a file are here while it waits to be committed.");

    private static IResult Points(string id, ImportDesk desk) => desk.Find(id) is { } job
        ? Results.Json(job.Points().Select(point => new[] { point.Latitude, point.Longitude }).ToArray(), ImportJson.Default.DoubleArrayArray)
        : Missing(id, desk);

    private static async Task<IResult> MapAsync(string id, HttpContext context, ImportDesk desk, DashboardStore store)
    {
        var request = context.Request;
        if (desk.Find(id) is not { } job)
        {
            return Missing(id, desk);
        }

        if (job is not { State: ImportState.NeedsAnswer, Recognition: { Mapping: not null } recognition })
        {
            return Conflict(job, request);
        }

        try
        {
            var answer = request.HasFormContentType
                ? MappingAnswer.Of(await request.ReadFormAsync(context.RequestAborted), recognition, store)
                : await MappingAnswer.OfAsync(request.Body, recognition, store, context.RequestAborted);
            await TakeAsync(answer, job, desk, store, context.RequestAborted);
            return After(job, request);
        }
        catch (RefusedException refusal)
        {
            return Problem(StatusCodes.Status400BadRequest, "Not a mapping", refusal.Message);
        }
    }

    private static async Task TakeAsync(MappingAnswer answer, ImportJob job, ImportDesk desk, DashboardStore store, CancellationToken stop)
    {
        if (answer.Saved is { } name)
        {
            var saved = store.Mappings.All().FirstOrDefault(mapping => mapping.Name == name)?.Mapping;
            ImportDesk.Propose(job, saved is null ? job.Recognition!.Mapping! : SavedMapping.Over(job.Recognition!.Mapping!, saved));
            return;
        }

        if (answer.SaveAs is { } saveAs)
        {
            store.Mappings.Save(saveAs, answer.Mapping);
        }

        if (desk.Answer(job, answer.Mapping, answer.Dataset))
        {
            await job.RestAsync(_patience, stop);
        }
    }

    private static IResult Reconsider(string id, HttpContext context, ImportDesk desk) => desk.Find(id) is not { } job
        ? Missing(id, desk)
        : ImportDesk.Reconsider(job) ? After(job, context.Request) : Conflict(job, context.Request);

    private static async Task<IResult> CommitAsync(string id, HttpContext context, ImportDesk desk)
    {
        if (desk.Find(id) is not { } job)
        {
            return Missing(id, desk);
        }

        var skipsRefused = (context.Request.HasFormContentType
            ? (await context.Request.ReadFormAsync(context.RequestAborted))["refused"].ToString()
            : context.Request.Query["refused"].ToString()) == "skip";
        if (!desk.Commit(job, skipsRefused, context.SignedIn()?.Account.Name))
        {
            return Conflict(job, context.Request);
        }

        await job.RestAsync(_patience, context.RequestAborted);
        return job.State is ImportState.Ready { Problem: not null } && !context.Request.HasFormContentType ? Answer(job, StatusCodes.Status409Conflict) : After(job, context.Request);
    }

    private static IResult Cancel(string id, HttpContext context, ImportDesk desk) => desk.Find(id) is not { } job
        ? Missing(id, desk)
        : ImportDesk.Cancel(job) ? After(job, context.Request) : Conflict(job, context.Request);

    /// <summary>A form leads back to the page, which shows how it stands; a program gets told.</summary>
    private static IResult After(ImportJob job, HttpRequest request) => IsFromPage(request) ? SeeOther(job.Address)
        : job.State is ImportState.Failed failed ? Failure(failed)
        : Answer(job, job.State.IsRunning ? StatusCodes.Status202Accepted : StatusCodes.Status200OK);

    /// <summary>Somebody else was quicker: the page shows how it stands now.</summary>
    private static IResult Conflict(ImportJob job, HttpRequest request) => IsFromPage(request) ? SeeOther(job.Address) : Answer(job, StatusCodes.Status409Conflict);

    private static bool IsFromPage(HttpRequest request) => request.HasFormContentType;

    private static IResult Answer(ImportJob job, int status) => Results.Json(ImportAnswer.Of(job), ImportJson.Default.ImportAnswer, statusCode: status);

    private static SaidResult Missing(string id, ImportDesk desk) => desk.HasForgotten(id)
        ? Problem(StatusCodes.Status410Gone, GoneWords.Title, GoneWords.Detail)
        : Problem(StatusCodes.Status404NotFound, "No such import", "No file was added under this address since the server started. What nobody commits goes when it stops.");

    private static SaidResult Problem(int status, string title, string detail) => new(status, title, detail);

    private static SeeOtherResult SeeOther(string address) => new(address);
}
