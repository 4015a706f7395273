using Dashboard.Domain;
using Dashboard.Domain.Actors;

namespace Dashboard.Index;

/// <summary>
/// The facet of actors: a tree, in which an actor has the incidents in which it or anything below it is involved.
/// Where two datasets describe the same actor, the first one counts.
/// </summary>
internal sealed class ActorIndex
{
    private readonly RowsByValue _rows;
    private readonly Node[] _roots;

    public ActorIndex(IReadOnlyList<Entry> entries, IReadOnlyList<Dataset> datasets)
    {
        var actors = datasets.SelectMany(dataset => dataset.Actors).DistinctBy(actor => actor.Id).ToDictionary(actor => actor.Id);
        _rows = new RowsByValue(entries, entry => entry.Incident.Involvements.Select(involvement => Known(involvement.ActorId)));
        var leavesFirst = LeavesFirst(actors.Values, Known);
        foreach (var actor in leavesFirst.Where(actor => actor.ParentId is not null))
        {
            _rows.Of(actor.ParentId!).UnionWith(_rows.Of(actor.Id));
        }

        _roots = Nodes(leavesFirst);

        string Known(string id) => actors.ContainsKey(id) ? id : throw new RefusedException($"actor {id} is named, but no dataset has it");
    }

    /// <inheritdoc cref="RowsByValue.Any"/>
    public Bitmap? Any(IReadOnlyCollection<string> actorIds) => _rows.Any(actorIds);

    /// <summary>For every actor, how many of the given rows it or anything below it is involved in.</summary>
    public ValueList<ActorCount> Count(Bitmap rows) => Count(_roots, rows);

    private static ValueList<ActorCount> Count(Node[] nodes, Bitmap rows) => nodes
        .Select(node => new ActorCount(node.Option.Value, node.Option.Label, node.Option.Rows.CountWith(rows), Count(node.Children, rows)))
        .ToValueList();

    /// <summary>
    /// Children before their parents. An actor has one parent at most, so those that are never reached are exactly the
    /// ones that stand above themselves.
    /// </summary>
    private static List<Actor> LeavesFirst(IReadOnlyCollection<Actor> actors, Func<string, string> known)
    {
        var waitingFor = actors.Where(actor => actor.ParentId is not null).CountBy(actor => known(actor.ParentId!)).ToDictionary();
        var byId = actors.ToDictionary(actor => actor.Id);
        var order = actors.Where(actor => !waitingFor.ContainsKey(actor.Id)).ToList();
        for (var i = 0; i < order.Count; i++)
        {
            if (order[i].ParentId is { } parent && --waitingFor[parent] == 0)
            {
                order.Add(byId[parent]);
            }
        }

        return order.Count == actors.Count
            ? order
            : throw new RefusedException($"these actors stand above themselves: {string.Join(", ", actors.Except(order).Select(actor => actor.Id).Order(StringComparer.Ordinal))}");
    }

    private Node[] Nodes(List<Actor> leavesFirst)
    {
        var children = new Dictionary<string, List<Node>>();
        List<Node> roots = [];
        foreach (var actor in leavesFirst)
        {
            var node = new Node(new Option(actor.Id, actor.Name, _rows.Of(actor.Id)), InOrder(children.GetValueOrDefault(actor.Id, [])));
            var siblings = actor.ParentId is { } parent ? children.GetValueOrDefault(parent) ?? (children[parent] = []) : roots;
            siblings.Add(node);
        }

        return InOrder(roots);
    }

    private static Node[] InOrder(IEnumerable<Node> nodes)
    {
        var byOption = nodes.ToDictionary(node => node.Option);
        return [.. Option.InOrder(byOption.Keys).Select(option => byOption[option])];
    }

    private sealed record Node(Option Option, Node[] Children);
}
