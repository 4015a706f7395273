using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Dashboard.Drawing;
using Dashboard.Drawing.Maps;

namespace Dashboard.Web.Sharing.Pictures;

/// <summary>The colours of a theme, from the style sheet that the pages use.</summary>
internal sealed partial class PictureColours
{
    private const int DensityStops = 5;

    private readonly FrozenDictionary<string, Colour> _colours;

    private PictureColours(FrozenDictionary<string, Colour> colours)
    {
        _colours = colours;
        Map = new MapColours(this["--land"], this["--water"], this["--river"], this["--lake"], this["--border"], this["--province"]);
        Density = [.. Enumerable.Range(1, DensityStops).Select(stop => this[$"--density-{stop}"])];
    }

    public MapColours Map { get; }

    /// <summary>From few to many.</summary>
    public IReadOnlyList<Colour> Density { get; }

    /// <param name="property">A custom property, with its hyphens.</param>
    public Colour this[string property] => _colours[property];

    /// <param name="sheet">The text of <c>tokens.css</c>: the light values stand first, and the dark ones again under their own selector.</param>
    public static (PictureColours Light, PictureColours Dark) Read(string sheet)
    {
        var blocks = Block().Matches(sheet).Select(match => match.Value).ToList();
        var light = Values(blocks.First(block => block.StartsWith(":root {", StringComparison.Ordinal)));
        var dark = Values(blocks.First(block => block.StartsWith(":root[data-theme=\"dark\"]", StringComparison.Ordinal)));
        return (new PictureColours(Resolved(light)), new PictureColours(Resolved(light.Concat(dark))));
    }

    private static IEnumerable<(string Name, string Value)> Values(string block) => Property().Matches(block).Select(match => (match.Groups["name"].Value, match.Groups["value"].Value.Trim()));

    /// <summary>Later values stand for earlier ones; a value may be another property's.</summary>
    private static FrozenDictionary<string, Colour> Resolved(IEnumerable<(string Name, string Value)> values)
    {
        var words = values.GroupBy(value => value.Name).ToDictionary(group => group.Key, group => group.Last().Value);
        return words.Select(pair => (pair.Key, Value: pair.Value.StartsWith("var(", StringComparison.Ordinal) ? words[pair.Value[4..^1]] : pair.Value))
            .Where(pair => Hex().IsMatch(pair.Value))
            .ToFrozenDictionary(pair => pair.Key, pair => Colour.Parse(pair.Value));
    }

    [GeneratedRegex(@":root[^{]*\{[^}]*\}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Block();

    [GeneratedRegex(@"(?<name>--[a-z0-9-]+):(?<value>[^;]+);", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Property();

    [GeneratedRegex(@"\A#[0-9a-f]{6}\z", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Hex();
}
