namespace Dashboard.Domain.Incidents;

/// <summary>Nothing is a part of itself, by however many steps: finds the relations that would make it so.</summary>
public sealed class PartCircles
{
    private readonly Dictionary<string, List<string>> _wholes = [];

    /// <summary>
    /// Takes a relation in. One that would close a circle is left out, and the way round is answered: from the part over
    /// every whole back to it. Null for every other.
    /// </summary>
    public IReadOnlyList<string>? Add(Relation relation)
    {
        if (relation.Kind != RelationKinds.PartOf)
        {
            return null;
        }

        if (Way(relation.ToId, relation.FromId) is { } way)
        {
            return [relation.FromId, .. way];
        }

        if (!_wholes.TryGetValue(relation.FromId, out var wholes))
        {
            _wholes[relation.FromId] = wholes = [];
        }

        wholes.Add(relation.ToId);
        return null;
    }

    /// <summary>From a part over its wholes to another incident; null where none leads there.</summary>
    private List<string>? Way(string from, string to)
    {
        var before = new Dictionary<string, string?> { [from] = null };
        var open = new Queue<string>([from]);
        while (open.TryDequeue(out var here))
        {
            if (here == to)
            {
                return Back(before, here);
            }

            foreach (var whole in _wholes.GetValueOrDefault(here, []).Where(whole => before.TryAdd(whole, here)))
            {
                open.Enqueue(whole);
            }
        }

        return null;
    }

    private static List<string> Back(Dictionary<string, string?> before, string end)
    {
        List<string> way = [];
        for (string? step = end; step is not null; step = before[step])
        {
            way.Insert(0, step);
        }

        return way;
    }
}
