using Dashboard.Domain.Querying;
using Dashboard.Index.Tiles;
using Dashboard.Web.Explore;

namespace Dashboard.Web.Endpoints;

/// <summary>What the page that nobody has narrowed down yet asks for: it is made before the first visitor comes.</summary>
internal static class FirstAnswers
{
    /// <exception cref="OperationCanceledException">It was told to stop.</exception>
    public static void Prepare(ExploredRevision explored, CancellationToken stop)
    {
        var query = ViewState.Default.Query;
        DataQuestion[] few = [MarksEndpoint.All(query)];
        DataQuestion[] many = [.. few, TimeTilesEndpoint.Overview(query, TileGroup.Kind), TimeTilesEndpoint.AllTimes(query, TileGroup.Kind)];
        foreach (var question in explored.Find(query).Count > ExploredRevision.FewIncidents ? many : few)
        {
            question.Prepare(explored, stop);
        }
    }
}
