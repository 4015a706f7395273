using Dashboard.Domain.Incidents;

namespace Dashboard.Web.Incidents;

/// <summary>How a kind or a dataset looks: the same shapes and colours as in the browser's <c>view/kinds.ts</c> and <c>view/signs.ts</c>.</summary>
/// <param name="Path">An SVG path in a box from −10 to 10.</param>
/// <param name="Property">The custom property that holds the colour.</param>
/// <param name="IsLine">Rings are drawn as lines, everything else is filled.</param>
public sealed record Sign(string Path, string Property, bool IsLine = false)
{
    private static readonly Dictionary<string, Sign> _kinds = new()
    {
        ["attack"] = new(Shapes.Triangle, "--kind-attack"),
        ["strike"] = new(Shapes.Diamond, "--kind-strike"),
        ["statement"] = new(Shapes.Square, "--kind-statement"),
        ["diplomacy"] = new(Shapes.Disc, "--kind-diplomacy"),
        ["deployment"] = new(Shapes.Ring, "--kind-deployment", IsLine: true),
        ["campaign"] = new(Shapes.DoubleRing, "--kind-campaign", IsLine: true),
    };

    private static readonly string[] _otherKinds = [Shapes.Pentagon, Shapes.Cross, Shapes.Hexagon, Shapes.Star, Shapes.Trapezoid, Shapes.Drop];

    /// <summary>The commonest kinds of codebooks stand side by side and must not look alike: which of the others each takes.</summary>
    private static readonly Dictionary<string, int> _kindsOfCodebooks = new()
    {
        ["state-based-violence"] = 0,
        ["non-state-violence"] = 1,
        ["one-sided-violence"] = 2,
        ["armed-clash"] = 0,
        ["shelling-artillery-missile-attack"] = 1,
        ["air-drone-strike"] = 2,
        ["remote-explosive-landmine-ied"] = 3,
        ["peaceful-protest"] = 4,
        ["mob-violence"] = 5,
    };

    private static readonly Sign[] _datasets =
    [
        new(Shapes.Disc, "--dataset-1"),
        new(Shapes.Triangle, "--dataset-2"),
        new(Shapes.Square, "--dataset-3"),
        new(Shapes.Diamond, "--dataset-4"),
        new(Shapes.Cross, "--dataset-5"),
        new(Shapes.Pentagon, "--dataset-6"),
        new(Shapes.Star, "--dataset-7"),
        new(Shapes.Ring, "--dataset-8", IsLine: true),
    ];

    public static Sign OfKind(IncidentKind kind)
    {
        if (_kinds.TryGetValue(kind.Key, out var known))
        {
            return known;
        }

        var number = _kindsOfCodebooks.TryGetValue(kind.Key, out var given) ? given : (int)(Hash(kind.Key) % (uint)_otherKinds.Length);
        return new Sign(_otherKinds[number], $"--kind-other-{number + 1}");
    }

    /// <param name="number">Its place among all datasets, from 0; all beyond the last sign share it.</param>
    public static Sign OfDataset(int number) => _datasets[Math.Min(number, _datasets.Length - 1)];

    /// <summary>FNV-1a, as in the browser: an unknown kind looks the same everywhere.</summary>
    private static uint Hash(string text) => text.Aggregate(0x811c9dc5u, (hash, letter) => unchecked((hash ^ letter) * 0x01000193u));
}
