using System.Text.Json;
using Dashboard.Data;
using Dashboard.Domain.Querying;
using Dashboard.Web.Explore;
using Dashboard.Web.Incidents;

namespace Dashboard.Web.Endpoints;

/// <summary>
/// The relations between incidents of a question, both ends in it, whatever the window; with <c>incident=SLUG</c> those of
/// that incident and of the chain that it stands in. Of many incidents only the latter are told. As for
/// <see cref="MarksEndpoint"/> the address names the revision, and any cache may keep the answer.
/// </summary>
internal static class RelationsEndpoint
{
    /// <summary>More than these are no picture any more.</summary>
    public const int Most = 500;

    private const string Type = "application/json; charset=utf-8";

    public static void MapRelations(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapMethods("/data/{revision}/relations", [HttpMethods.Get, HttpMethods.Head], Answer);

    private static Task<IResult> Answer(string revision, HttpContext context, Exploration exploration) =>
        RevisionAnswer.OfAsync(revision, context, exploration, () => Asked(
            ViewStateCodec.Parse(context.Request.QueryString.Value ?? "").View.Query.Without(Facet.Time),
            PartParameters.Incident(context.Request.Query)));

    private static DataQuestion Asked(IncidentQuery query, string? slug)
    {
        var name = $"relations?{ViewStateCodec.Format(ViewState.Default with { Query = query })}&{slug}";
        return new DataQuestion(name, Type, (explored, stop) =>
        {
            var relations = slug is null ? OfAll(explored, query) : OfOne(explored, query, slug, stop);
            return Packing.Packed(JsonSerializer.SerializeToUtf8Bytes(relations, RelationsJson.Default.Relations));
        });
    }

    private static Relations OfAll(ExploredRevision explored, IncidentQuery query)
    {
        var found = explored.Find(query);
        if (found.Count > ExploredRevision.FewIncidents)
        {
            return new Relations { All = [], IsCut = true, Incidents = [] };
        }

        var relations = explored.Relations(found, Most + 1, query.AsOf);
        return new Relations { All = [.. relations.Take(Most).Select(Told)], IsCut = relations.Count > Most, Incidents = [] };
    }

    private static Relations OfOne(ExploredRevision explored, IncidentQuery query, string slug, CancellationToken stop)
    {
        if (explored.Chain(slug, query.AsOf) is not { } chain)
        {
            return new Relations { All = [], IsCut = false, Incidents = [] };
        }

        var all = chain.Answers.Concat(chain.Others).ToList();
        var numbers = all.SelectMany(joined => new[] { joined.From.Number, joined.To.Number }).Append(chain.Selected.Number).Distinct().Order().ToList();
        var ends = explored.Draw(explored.Among(query, numbers), stop);
        var known = ends.Select(end => end.Incident.Slug).ToHashSet();
        return new Relations
        {
            All = [.. all.Where(joined => known.Contains(joined.From.Incident.Slug) && known.Contains(joined.To.Incident.Slug)).Select(Told)],
            IsCut = chain.IsCut,
            Incidents = MarkDrawing.MarksOf(explored, query, ends),
        };
    }

    private static MarkRelation Told(JoinedRelation joined)
    {
        var relation = joined.Relation;
        var isAhead = RelationWords.PointsAhead(relation.Kind);
        var (from, to) = isAhead ? (joined.From, joined.To) : (joined.To, joined.From);
        return new MarkRelation
        {
            Id = relation.Id,
            From = from.Incident.Slug,
            To = to.Incident.Slug,
            Words = isAhead ? RelationWords.Outgoing(relation.Kind) : RelationWords.Incoming(relation.Kind),
            Lag = RelationWords.Lag(joined),
            Standing = ViewStateCodec.Word(joined.Standing),
            Says = RelationWords.Asserted(joined),
            Note = string.IsNullOrEmpty(relation.Note) ? null : relation.Note,
            Step = joined.IsStep,
        };
    }
}
