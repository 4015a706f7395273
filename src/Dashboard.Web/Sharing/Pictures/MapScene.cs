using Dashboard.Drawing.Maps;

namespace Dashboard.Web.Sharing.Pictures;

/// <summary>What stands on the map of a picture with few incidents: signs, rings with a count, discs, and shapes.</summary>
internal sealed record MapScene(IReadOnlyList<MapSymbol> Symbols, IReadOnlyList<MapDisc> Discs)
{
    /// <summary>What is known less precisely is a disc.</summary>
    private const double ExactMetres = 5_000;

    private const double SignRadius = 7;
    private const double LeastDisc = 9;

    /// <summary>A disc at least this large wears its sign on the rim.</summary>
    private const double OpenDisc = 18;

    private const double Reach = 34;

    /// <param name="size">How large signs are; 1 is as on screen.</param>
    public static MapScene Of(IReadOnlyList<MapIncident> incidents, MapFrame frame, double size)
    {
        var spots = incidents.SelectMany((incident, number) => incident.Spots(number)).Select(spot => new Placed(spot, frame, size)).ToList();
        var symbols = new List<MapSymbol>();
        var discs = new Dictionary<(double X, double Y, double Radius), MapDisc>();
        foreach (var group in MapGroups.Of([.. spots.Select(spot => spot.Anchor)], Reach * size))
        {
            var members = group.Members.Select(member => spots[member]).ToList();
            int[] together = [.. members.Select(member => member.Spot.Incident).Distinct()];
            if (together.Length > 1)
            {
                symbols.Add(new MapSymbol(group.X, group.Y, [.. together.Select(number => incidents[number].Look)], together));
            }
            else
            {
                symbols.AddRange(members.Select(member => new MapSymbol(member.X, member.Y - (member.Disc ?? 0), [incidents[together[0]].Look], together) { IsBadge = member.Disc is not null }));
            }

            foreach (var member in members.Where(member => member.Disc is { } radius && (together.Length == 1 || radius >= OpenDisc * size)))
            {
                var look = incidents[member.Spot.Incident].Look;
                var place = (Math.Round(member.X, 1), Math.Round(member.Y, 1), Math.Round(member.Disc!.Value, 1));
                discs[place] = discs.TryGetValue(place, out var other) && other.Look?.Key != look.Key
                    ? other with { Look = null }
                    : new MapDisc(member.X, member.Y, member.Disc.Value, look);
            }
        }

        return new MapScene(symbols, [.. discs.Values.OrderByDescending(disc => disc.Radius)]);
    }

    /// <summary>A spot on the sheet, and the disc in which it lies, if it is not exact.</summary>
    private sealed class Placed
    {
        public Placed(MapSpot spot, MapFrame frame, double size)
        {
            Spot = spot;
            (X, Y) = frame.OnSheet(spot.Square);
            var pixels = frame.Pixels(spot.Metres, spot.Latitude);
            Disc = spot.Metres < ExactMetres && pixels <= SignRadius * size ? null : Math.Max(LeastDisc * size, pixels);
            Anchor = Disc >= OpenDisc * size ? (X, Y - Disc.Value) : (X, Y);
        }

        public MapSpot Spot { get; }

        public double X { get; }

        public double Y { get; }

        public double? Disc { get; }

        /// <summary>Where its sign stands.</summary>
        public (double X, double Y) Anchor { get; }
    }
}

/// <summary>A sign, or a ring for several incidents.</summary>
/// <param name="Looks">Of each incident.</param>
/// <param name="Incidents">Which incidents of the picture.</param>
internal sealed record MapSymbol(double X, double Y, IReadOnlyList<MapLook> Looks, IReadOnlyList<int> Incidents)
{
    public bool IsRing => Looks.Count > 1;

    /// <summary>True where it stands beside a disc, in which the incident is somewhere.</summary>
    public bool IsBadge { get; init; }

    /// <summary>How many look alike, the most first, leads last.</summary>
    public IEnumerable<(MapLook Look, int Count)> Parts => Looks.GroupBy(look => look.Key)
        .Select(part => (part.First(), part.Count()))
        .OrderBy(part => part.Item1.IsHollow).ThenByDescending(part => part.Item2).ThenBy(part => part.Item1.Key, StringComparer.Ordinal);
}

/// <summary>"Somewhere in here".</summary>
/// <param name="Look">Null where incidents of several looks share it.</param>
internal sealed record MapDisc(double X, double Y, double Radius, MapLook? Look);
