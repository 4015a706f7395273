using System.Globalization;
using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Text;
using Dashboard.Domain;
using Dashboard.Domain.Places;

namespace Dashboard.Data.Gazetteers;

/// <summary>
/// Places of the Middle East by name, in any spelling and script: 5,100 towns and villages, 600 airfields and a few that no list
/// has. It is read when it is first asked.
/// </summary>
internal sealed class Gazetteer
{
    internal const string GeoNames = "GeoNames ";

    private const string Resource = "Dashboard.Data.Gazetteers.places.tsv.br";

    /// <summary>Of two places of one name the one is meant that has so many times the people of the other.</summary>
    private const long Outweighs = 10;

    /// <summary>What a place is taken to have whose people nobody counted, so that only a far bigger one is meant before it.</summary>
    private const long Uncounted = 5_000;

    /// <summary>Two entries so near to each other are one place in two lists: about five kilometres.</summary>
    private const double SamePlaceDegrees = 0.05;

    private static readonly Lazy<Gazetteer> _shipped = new(Load);

    private readonly string _text;
    private readonly List<Range> _lines = [];
    private readonly Dictionary<string, int> _firstOfName = new(100_000, StringComparer.Ordinal);
    private readonly List<(int Line, int Next)> _named = new(100_000);

    private Gazetteer(string text)
    {
        _text = text;
        foreach (var line in text.AsSpan().Split('\n'))
        {
            Name(_lines.Count, text[line]);
            _lines.Add(line);
        }
    }

    public static Gazetteer Shipped => _shipped.Value;

    public int Count => _lines.Count;

    public GazetteerEntry? Find(string name, string? province, string? country) => Find(name, province, country, out _);

    /// <param name="province">As the file calls it, where it does; it decides between places of one name.</param>
    /// <param name="country">ISO 3166-1 alpha-2; no place of another country is meant then.</param>
    /// <param name="reason">Why there is none: nobody knows the name, or several places have it.</param>
    public GazetteerEntry? Find(string name, string? province, string? country, out string? reason)
    {
        var entries = Entries(name);
        if (entries.Count == 0 && name.IndexOf(',', StringComparison.Ordinal) is var comma and > 0)
        {
            entries = Entries(name[..comma]);
            var within = name[(comma + 1)..].Trim();
            country ??= Countries.CodeOf(within);
            province ??= within;
        }

        return Choose(name, entries, province, country, out reason);
    }

    private static GazetteerEntry? Choose(string name, List<GazetteerEntry> entries, string? province, string? country, out string? reason)
    {
        if (entries.Count == 0)
        {
            reason = $"the gazetteer has no '{name}'";
            return null;
        }

        if (country is not null && entries.RemoveAll(entry => entry.Country != country) > 0 && entries.Count == 0)
        {
            reason = $"the gazetteer has no '{name}' in {Countries.Name(country)}";
            return null;
        }

        if (province is not null && GazetteerNames.ProvinceKey(province) is var key && entries.FindAll(entry => entry.Province is { } own && GazetteerNames.ProvinceKey(own) == key) is { Count: > 0 } inProvince)
        {
            entries = inProvince;
        }

        entries.Sort((one, other) => People(other).CompareTo(People(one)));
        var most = entries[0];
        var rival = entries.Skip(1).FirstOrDefault(other => !IsSamePlace(most, other));
        if (rival is null || People(most) >= People(rival) * Outweighs)
        {
            reason = null;
            return most;
        }

        reason = $"'{name}' may be {Words(most)} or {Words(rival)}: say which province or country";
        return null;
    }

    private static bool IsSamePlace(GazetteerEntry one, GazetteerEntry other) =>
        Math.Abs(one.Point.Latitude - other.Point.Latitude) < SamePlaceDegrees && Math.Abs(one.Point.Longitude - other.Point.Longitude) < SamePlaceDegrees;

    private static long People(GazetteerEntry entry) => entry.Population > 0 ? entry.Population : Uncounted;

    private static string Words(GazetteerEntry entry) => string.Join(", ", new[] { entry.Name, entry.Province, Countries.Name(entry.Country) }.OfType<string>());

    /// <summary>All places of that name; those of the name without its article only where no other has it whole.</summary>
    private List<GazetteerEntry> Entries(string name)
    {
        var key = GazetteerNames.Key(name);
        var entries = OfKey(key);
        return entries.Count == 0 && GazetteerNames.WithoutArticle(key) is { } bare ? OfKey(bare) : entries;
    }

    private List<GazetteerEntry> OfKey(string key)
    {
        var entries = new List<GazetteerEntry>();
        if (key.Length > 0 && _firstOfName.TryGetValue(key, out var at))
        {
            for (; at >= 0; at = _named[at].Next)
            {
                entries.Add(Entry(_text.AsSpan(_lines[_named[at].Line])));
            }
        }

        return entries;
    }

    /// <summary>Every name of the line, and those with an article also without it.</summary>
    private void Name(int line, ReadOnlySpan<char> text)
    {
        Span<Range> cells = stackalloc Range[10];
        text.Split(cells, '\t');
        Add(text[cells[1]].ToString());
        foreach (var other in text[cells[9]].Split('|'))
        {
            Add(text[cells[9]][other].ToString());
        }

        void Add(string name)
        {
            var key = GazetteerNames.Key(name);
            AddKey(key);
            if (GazetteerNames.WithoutArticle(key) is { } bare)
            {
                AddKey(bare);
            }
        }

        void AddKey(string key)
        {
            if (key.Length == 0)
            {
                return;
            }

            ref var first = ref CollectionsMarshal.GetValueRefOrAddDefault(_firstOfName, key, out var isKnown);
            if (!isKnown || _named[first].Line != line)
            {
                _named.Add((line, isKnown ? first : -1));
                first = _named.Count - 1;
            }
        }
    }

    private static GazetteerEntry Entry(ReadOnlySpan<char> line)
    {
        Span<Range> cells = stackalloc Range[10];
        line.Split(cells, '\t');
        var name = line[cells[1]].ToString();
        return new(
            Reference: line[cells[0]].ToString(),
            Name: name,
            Names: line[cells[9]].ToString().Split('|', StringSplitOptions.RemoveEmptyEntries).Prepend(name).ToValueList(),
            Nature: line[cells[7]].ToString(),
            Point: new(Number(line[cells[2]]), Number(line[cells[3]])),
            Precision: new(Number(line[cells[8]])),
            Country: line[cells[4]].ToString(),
            Province: line[cells[5]] is { IsEmpty: false } province ? province.ToString() : null,
            Population: (long)Number(line[cells[6]]));
    }

    private static double Number(ReadOnlySpan<char> text) => double.Parse(text, CultureInfo.InvariantCulture);

    internal static Gazetteer Load()
    {
        using var packed = typeof(Gazetteer).Assembly.GetManifestResourceStream(Resource)!;
        using var text = new StreamReader(new BrotliStream(packed, CompressionMode.Decompress), Encoding.UTF8);
        return new(text.ReadToEnd());
    }
}
