namespace Dashboard.Web.Sharing.Pictures;

/// <summary>Puts together what would overlap, as the browser's map does it: the crowded places first, each with what is near it.</summary>
internal static class MapGroups
{
    /// <summary>Points in groups, by their numbers, ascending.</summary>
    /// <param name="points">In pixels.</param>
    /// <param name="reach">Points further apart than this never come together by themselves.</param>
    public static IReadOnlyList<MapGroup> Of(IReadOnlyList<(double X, double Y)> points, double reach)
    {
        var piles = points.Index()
            .GroupBy(pair => (Math.Round(pair.Item.X * 100), Math.Round(pair.Item.Y * 100)))
            .Select(pile => new MapGroup(pile.First().Item.X, pile.First().Item.Y, [.. pile.Select(pair => pair.Index)])).ToList();
        var near = piles.ToDictionary(pile => pile, pile => piles.Where(other => Distance(pile, other) <= reach).ToList());
        var taken = new HashSet<MapGroup>();
        var groups = new List<MapGroup>();
        foreach (var pile in piles.OrderByDescending(pile => near[pile].Sum(other => other.Members.Count)).ThenBy(pile => pile.Members[0]))
        {
            if (!taken.Contains(pile))
            {
                groups.Add(Merged(near[pile].Where(taken.Add)));
            }
        }

        return [.. MergedWhereClose(groups, reach * 0.8).OrderBy(group => group.Members[0])];
    }

    /// <summary>Groups lie in the middle of their members and may so come too close to each other.</summary>
    private static List<MapGroup> MergedWhereClose(List<MapGroup> groups, double reach)
    {
        while (true)
        {
            var kept = new List<MapGroup>();
            foreach (var group in groups)
            {
                var close = kept.FindIndex(other => Distance(other, group) < reach);
                if (close < 0)
                {
                    kept.Add(group);
                }
                else
                {
                    kept[close] = Merged([kept[close], group]);
                }
            }

            if (kept.Count == groups.Count)
            {
                return kept;
            }

            groups = kept;
        }
    }

    private static MapGroup Merged(IEnumerable<MapGroup> piles)
    {
        var all = piles.ToList();
        var count = all.Sum(pile => pile.Members.Count);
        return new MapGroup(all.Sum(pile => pile.X * pile.Members.Count) / count, all.Sum(pile => pile.Y * pile.Members.Count) / count, [.. all.SelectMany(pile => pile.Members).Order()]);
    }

    private static double Distance(MapGroup a, MapGroup b) => Math.Sqrt(Math.Pow(a.X - b.X, 2) + Math.Pow(a.Y - b.Y, 2));
}

/// <summary>Points that are shown together, in their middle.</summary>
internal sealed record MapGroup(double X, double Y, IReadOnlyList<int> Members);
