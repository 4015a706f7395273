using Dashboard.Web.Explore;
using Microsoft.Net.Http.Headers;

namespace Dashboard.Web.Endpoints;

/// <summary>
/// What all answers have in common whose address names the revision: what they say never changes and may be kept by any
/// cache for good, and a revision that is gone is not there.
/// </summary>
internal static class RevisionAnswer
{
    /// <summary>The answer of one revision; nothing of it is worked out for who has it already.</summary>
    /// <param name="read">Reads what is asked; may refuse a parameter.</param>
    public static async Task<IResult> OfAsync(string revision, HttpContext context, Exploration exploration, Func<DataQuestion> read)
    {
        if (exploration.NumberOf(revision) is not { } number)
        {
            return NoSuch(exploration.Present.RevisionName);
        }

        try
        {
            if (await exploration.NumberedAsync(number, NotReady.Patience, context.RequestAborted) is not { } explored)
            {
                return NotReady.Answer(context);
            }

            var tag = new EntityTagHeaderValue($"\"{revision}\"", isWeak: true);
            var question = read();
            var result = IsKnown(tag, context.Request)
                ? Results.StatusCode(StatusCodes.Status304NotModified)
                : await CutOff.RunAsync(context, CutOff.Limit, stop => question.AnswerAsync(explored, stop));
            return new KeptForGood(result, tag);
        }
        catch (BadParameterException bad)
        {
            return Results.Problem(bad.Message, title: "Not understood", statusCode: StatusCodes.Status400BadRequest,
                extensions: new Dictionary<string, object?> { ["parameter"] = bad.Key });
        }
    }

    /// <param name="present">What the present revision is called.</param>
    public static IResult NoSuch(string present) =>
        Results.Problem($"The data are at revision {present} now.", title: "No such revision", statusCode: StatusCodes.Status404NotFound,
            extensions: new Dictionary<string, object?> { ["revision"] = present });

    /// <summary>True for who has it already.</summary>
    public static bool IsKnown(EntityTagHeaderValue tag, HttpRequest request) =>
        request.GetTypedHeaders().IfNoneMatch.Any(known => known.Equals(EntityTagHeaderValue.Any) || known.Compare(tag, useStrongComparison: false));

    private sealed class KeptForGood(IResult result, EntityTagHeaderValue tag) : IResult
    {
        public Task ExecuteAsync(HttpContext context)
        {
            if (result is PackedResult or IStatusCodeHttpResult { StatusCode: < 400 })
            {
                context.Response.GetTypedHeaders().ETag = tag;
                context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
            }

            return result.ExecuteAsync(context);
        }
    }
}

/// <summary>A parameter of an address that is not what it has to be.</summary>
/// <param name="key">The parameter.</param>
/// <param name="flaw">What is wrong with it, to stand after its name.</param>
internal sealed class BadParameterException(string key, string flaw) : Exception($"The parameter '{key}' {flaw}.")
{
    public string Key => key;
}
