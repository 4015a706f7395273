using Dashboard.Domain;
using Dashboard.Domain.Actors;
using Dashboard.Domain.Querying;
using Dashboard.Index.Files;

namespace Dashboard.Index;

/// <summary>
/// The facet of actors: a tree, in which an actor has the incidents in which it or anything below it is involved, and an
/// alliance those of everybody under its name. Where two datasets describe the same actor, the first one
/// counts; one that none describes is called by its id.
/// </summary>
internal sealed class ActorIndex
{
    private const int Nobody = -1;

    private readonly Dictionary<string, int> _numbers;
    private readonly string[] _ids;
    private readonly string[] _names;
    private readonly int[] _parents;

    /// <summary>Alliances, and beside each of them one of those who act under its name.</summary>
    private readonly int[] _umbrellas;
    private readonly int[] _affiliates;
    private readonly int[] _depths;
    private readonly Postings _postings;
    private readonly Ranking _ranking;

    /// <exception cref="RefusedException">An actor stands above itself.</exception>
    public ActorIndex(FacetValues values, Arrangement arrangement, Bitmap leads, IEnumerable<Actor> actors)
        : this(Described(values, actors), index => values.Build(arrangement, index.AllThatHave()), leads)
    {
    }

    private ActorIndex((string[] Ids, string[] Names, int[] Parents, int[] Umbrellas, int[] Affiliates) actors, Func<ActorIndex, Postings> postingsOf, Bitmap leads)
    {
        (_ids, _names, _parents, _umbrellas, _affiliates) = actors;
        _numbers = _ids.Index().ToDictionary(id => id.Item, id => id.Index);
        _depths = Depths();
        _postings = postingsOf(this);
        _ranking = new Ranking(_postings, _ids.Length, leads, ByDepthAndName);
    }

    public static ActorIndex Read(IndexReader reader, Bitmap leads) =>
        new((reader.Texts(), reader.Texts(), reader.Array<int>(), reader.Array<int>(), reader.Array<int>()), _ => Postings.Read(reader), leads);

    public void Write(IndexWriter writer)
    {
        writer.Texts(_ids);
        writer.Texts(_names);
        writer.Array<int>(_parents);
        writer.Array<int>(_umbrellas);
        writer.Array<int>(_affiliates);
        _postings.Write(writer);
    }

    /// <inheritdoc cref="FacetIndex.Any"/>
    public Bitmap? Any(IReadOnlyCollection<string> actorIds) => actorIds.Count == 0 ? null : _postings.Any(Known(actorIds));

    /// <summary>What an actor is called; null for an id that nobody has.</summary>
    public string? NameOf(string id) => _numbers.TryGetValue(id, out var actor) ? _names[actor] : null;

    /// <summary>The ids of an actor and all those above it, itself first.</summary>
    /// <param name="id">One that nobody has stands alone.</param>
    public IEnumerable<string> AtAndAbove(string id) => _numbers.TryGetValue(id, out var actor) ? Above(actor).Select(above => _ids[above]).Prepend(id) : [id];

    /// <summary>
    /// For every actor that is listed, how many of the given rows it or anything below it is involved in; and how many are
    /// not listed. Whoever is listed has everybody above it listed.
    /// </summary>
    /// <param name="chosen">Listed in any case.</param>
    public (ValueList<ActorCount> Actors, int LeftOut) Count(Bitmap rows, LeadView leads, IReadOnlyCollection<string> chosen)
    {
        // An actor is never fuller than the one above it, and among equals comes after it: the commonest lack nobody above.
        var (listed, leftOut) = _ranking.Listed(leads, WithAllAbove(Known(chosen)));
        var below = listed.ToLookup(actor => _parents[actor]);
        return (Branches(Nobody), leftOut);

        ValueList<ActorCount> Branches(int parent) => below[parent]
            .Select(actor => new ActorCount(_ids[actor], _names[actor], _postings.CountWith(actor, rows), Branches(actor)))
            .ToValueList();
    }

    /// <summary>An actor with those above it, the highest first, and everybody below it; null for an id that nobody has.</summary>
    /// <param name="rows">What is counted.</param>
    public ActorLineage? Lineage(string id, Bitmap rows)
    {
        if (!_numbers.TryGetValue(id, out var actor))
        {
            return null;
        }

        var above = Above(actor).Reverse().Select(one => Counted(one, [])).ToValueList();
        var below = Enumerable.Range(0, _ids.Length).Where(one => _parents[one] != Nobody).ToLookup(one => _parents[one]);
        return new ActorLineage(above, Branch(actor)) { Affiliates = Fullest(_affiliates.Where((_, tie) => _umbrellas[tie] == actor).Select(Branch)) };

        ActorCount Counted(int one, ValueList<ActorCount> children) => new(_ids[one], _names[one], _postings.CountWith(one, rows), children);

        ActorCount Branch(int one) => Counted(one, Fullest(below[one].Select(Branch)));

        static ValueList<ActorCount> Fullest(IEnumerable<ActorCount> actors) => actors.OrderByDescending(child => child.Count)
            .ThenBy(child => child.Label, StringComparer.OrdinalIgnoreCase).ThenBy(child => child.Id, StringComparer.Ordinal).ToValueList();
    }

    /// <summary>All actors that any incident or any other actor names, as the first dataset that has them describes them.</summary>
    private static (string[] Ids, string[] Names, int[] Parents, int[] Umbrellas, int[] Affiliates) Described(FacetValues values, IEnumerable<Actor> actors)
    {
        var described = actors.DistinctBy(actor => actor.Id).ToArray();
        foreach (var actor in described)
        {
            values.Number(actor.Id);
            values.Number(actor.ParentId ?? actor.Id);
        }

        string[] ids = [.. values.Names];
        string[] names = [.. ids];
        int[] parents = [.. Enumerable.Repeat(Nobody, ids.Length)];
        foreach (var actor in described)
        {
            var number = values.Number(actor.Id);
            names[number] = actor.Name;
            parents[number] = actor.ParentId is { } parent ? values.Number(parent) : Nobody;
        }

        var ties = Umbrellas.In(described).ToArray();
        return (ids, names, parents, Array.ConvertAll(ties, tie => values.Number(tie.UmbrellaId)), Array.ConvertAll(ties, tie => values.Number(tie.AffiliateId)));
    }

    /// <summary>For each actor those that have all of its incidents: itself, all above it, the alliances that any of these acts under, and so on.</summary>
    private int[][] AllThatHave()
    {
        var alliances = _affiliates.Index().ToLookup(tie => tie.Item, tie => _umbrellas[tie.Index]);
        return [.. Enumerable.Range(0, _ids.Length).Select(actor =>
        {
            List<int> all = [actor];
            for (var i = 0; i < all.Count; i++)
            {
                all.AddRange(alliances[all[i]].Concat(_parents[all[i]] == Nobody ? [] : [_parents[all[i]]]).Except(all).ToArray());
            }

            return all.ToArray();
        })];
    }

    private HashSet<int> WithAllAbove(HashSet<int> actors)
    {
        actors.UnionWith(actors.ToArray().SelectMany(Above));
        return actors;
    }

    /// <summary>How many are above each actor.</summary>
    private int[] Depths()
    {
        var actors = Enumerable.Range(0, _parents.Length).ToArray();
        var depths = Array.ConvertAll(actors, actor => Above(actor).Take(actors.Length).Count());
        if (depths.Contains(actors.Length))
        {
            var round = actors.Where(actor => Above(actor).Take(actors.Length).Contains(actor)).Select(actor => _ids[actor]);
            throw new RefusedException($"these actors stand above themselves: {string.Join(", ", round.Order(StringComparer.Ordinal))}");
        }

        return depths;
    }

    private IEnumerable<int> Above(int actor)
    {
        for (var above = _parents[actor]; above != Nobody; above = _parents[above])
        {
            yield return above;
        }
    }

    private HashSet<int> Known(IEnumerable<string> ids) => [.. ids.Where(_numbers.ContainsKey).Select(id => _numbers[id])];

    private int ByDepthAndName(int one, int other)
    {
        var byDepth = _depths[one].CompareTo(_depths[other]);
        var byName = byDepth != 0 ? byDepth : StringComparer.OrdinalIgnoreCase.Compare(_names[one], _names[other]);
        return byName != 0 ? byName : string.CompareOrdinal(_ids[one], _ids[other]);
    }
}
