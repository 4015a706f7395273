using System.Runtime.InteropServices;
using Dashboard.Domain.Incidents;
using Dashboard.Domain.Querying;
using Dashboard.Index.Claims;

namespace Dashboard.Index;

/// <summary>What the list is sorted by, noted in the order of reading: equal keys once, each row only which one it has.</summary>
internal abstract class SortKeys
{
    /// <summary>In the place of the number of a key.</summary>
    protected const int None = -1;

    /// <summary>For each row the number of its key, and one; 0 where it has none.</summary>
    private readonly NotedNumbers _keys = new();

    /// <summary>For each row the rank of its key, as a <see cref="RankedColumn"/> has them.</summary>
    public PackedColumn Build(Arrangement arrangement)
    {
        int[] ranks = [RankedColumn.Unknown, .. Ranks().Select(rank => rank + 1)];
        var column = new PackedColumn.Builder(arrangement.Count, (uint)ranks.Max());
        arrangement.Tell(_keys, arrangement.Count, keys =>
        {
            for (var i = 0; i < keys.Length; i++)
            {
                keys[i] = ranks[keys[i]];
            }

            column.Add(keys);
        });
        return column.Build();
    }

    /// <summary>The rank of each key.</summary>
    protected abstract int[] Ranks();

    /// <summary>Some that follow each other; <see cref="None"/> where there is none.</summary>
    protected void Note(Span<long> keys)
    {
        for (var i = 0; i < keys.Length; i++)
        {
            keys[i]++;
        }

        _keys.Add(keys);
    }
}

/// <summary>Texts to sort by; capitals make no difference.</summary>
internal sealed class TextKeys : SortKeys
{
    private readonly TextNumbers _texts = new();

    /// <param name="texts">Of incidents that follow each other.</param>
    public void Add(ReadOnlySpan<string> texts)
    {
        Span<long> keys = stackalloc long[texts.Length];
        _texts.Of(texts, keys);
        Note(keys);
    }

    /// <summary>The same for texts that are told again and again as the same objects; null where there is none.</summary>
    public void AddShared(ReadOnlySpan<IncidentFacts> some, Func<IncidentFacts, string?> textOf)
    {
        Span<long> keys = stackalloc long[some.Length];
        for (var i = 0; i < some.Length; i++)
        {
            keys[i] = textOf(some[i]) is { } text ? _texts.OfShared(text) : None;
        }

        Note(keys);
    }

    protected override int[] Ranks() => _texts.Ranks(isFolded: true);
}

/// <summary>Tolls, noted in the order of reading: equal ones once.</summary>
internal sealed class TollKeys
{
    private const int NotGiven = -1;

    private const int Seen = 1 << 12;

    private readonly Dictionary<(int Low, int Best, int High), int> _numbers = [];

    /// <summary>By their hash, tolls that were noted, and the number of each and one.</summary>
    private readonly ((int Low, int Best, int High) Toll, int Next)[] _seen = new ((int Low, int Best, int High) Toll, int Next)[Seen];
    private readonly List<Toll> _tolls = [];
    private readonly NotedNumbers _noted = new();

    /// <param name="some">Incidents that follow each other.</param>
    public void Add(ReadOnlySpan<IncidentFacts> some, Func<IncidentFacts, Toll> tollOf)
    {
        Span<long> keys = stackalloc long[some.Length];
        for (var i = 0; i < some.Length; i++)
        {
            keys[i] = KeyOf(tollOf(some[i]));
        }

        _noted.Add(keys);
    }

    private int KeyOf(Toll toll)
    {
        var (low, best, high) = (toll.Low ?? NotGiven, toll.Best ?? NotGiven, toll.High ?? NotGiven);
        if ((low & best & high) == NotGiven)
        {
            return 0;
        }

        ref var seen = ref _seen[((low * 31) + best + (high * 7)) & (Seen - 1)];
        if (seen.Next == 0 || seen.Toll.Low != low || seen.Toll.Best != best || seen.Toll.High != high)
        {
            seen = ((low, best, high), NumberOf(toll) + 1);
        }

        return seen.Next;
    }

    public TollColumn Build(Arrangement arrangement) => new(arrangement.Pack(_noted), [.. _tolls]);

    private int NumberOf(Toll toll)
    {
        ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(_numbers, (toll.Low ?? NotGiven, toll.Best ?? NotGiven, toll.High ?? NotGiven), out var isKnown);
        if (!isKnown)
        {
            number = _tolls.Count;
            _tolls.Add(toll);
        }

        return number;
    }
}
