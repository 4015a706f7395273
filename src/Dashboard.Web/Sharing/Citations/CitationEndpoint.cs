using System.Text;
using Dashboard.Domain.Querying;
using Dashboard.Web.Endpoints;
using Dashboard.Web.Explore;
using Microsoft.Net.Http.Headers;

namespace Dashboard.Web.Sharing.Citations;

/// <summary><c>/citation.txt</c>, <c>/citation.bib</c> and <c>/citation.ris</c>: how the view of the same query is cited today.</summary>
internal static class CitationEndpoint
{
    private static readonly string[] _reading = [HttpMethods.Get, HttpMethods.Head];

    public static void MapCitations(this IEndpointRouteBuilder endpoints)
    {
        Map("txt", "text/plain; charset=utf-8", CitationText.Plain);
        Map("bib", "application/x-bibtex; charset=utf-8", CitationText.BibTex);
        Map("ris", "application/x-research-info-systems; charset=utf-8", CitationText.Ris);

        void Map(string format, string type, Func<Citation, string> write) =>
            endpoints.MapMethods($"/citation.{format}", _reading, (HttpContext context, Exploration exploration, TimeProvider time) => CutOff.RunAsync(context, CutOff.Limit, async stop =>
            {
                var view = ViewStateCodec.Parse(context.Request.QueryString.Value ?? "").View;
                if (await exploration.OnAsync(view.Query.AsOf, NotReady.Patience, stop) is not { } revision)
                {
                    return NotReady.Answer(context);
                }

                var shared = await Task.Run(() => SharedView.Of(exploration, revision, view), stop).WaitAsync(stop);
                var citation = Citation.Of(shared, PublicAddress.Of(context.Request, ""), DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime));
                if (format != "txt")
                {
                    var disposition = new ContentDispositionHeaderValue("attachment");
                    disposition.SetHttpFileName($"{citation.Key}.{format}");
                    context.Response.Headers.ContentDisposition = disposition.ToString();
                }

                return Results.Text(write(citation), type, Encoding.UTF8);
            }));
    }
}
