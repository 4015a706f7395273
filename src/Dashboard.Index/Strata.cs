using System.Numerics;
using Dashboard.Domain.Querying;
using Dashboard.Index.Files;
using Dashboard.Index.Tiles;

namespace Dashboard.Index;

/// <param name="Kind">Its key.</param>
/// <param name="Dataset">Its slug.</param>
internal readonly record struct Stratum(string Kind, string Dataset, bool IsLead);

/// <summary>The strata of an index: each row is in one, with all the rows that share its kind and dataset and are leads as it is, or are not.</summary>
internal sealed class Strata(IReadOnlyList<Stratum> all, PackedColumn ofRows)
{
    public IReadOnlyList<Stratum> All => all;

    /// <summary>How many rows there are.</summary>
    public int Rows => ofRows.Count;

    public static Strata Read(IndexReader reader) =>
        new(reader.Each(() => new Stratum(reader.Text(), reader.Text(), reader.Number() != 0)), PackedColumn.Read(reader));

    public void Write(IndexWriter writer)
    {
        writer.Number(all.Count);
        foreach (var (kind, dataset, isLead) in all)
        {
            writer.Text(kind);
            writer.Text(dataset);
            writer.Number(isLead ? 1 : 0);
        }

        ofRows.Write(writer);
    }

    /// <summary>Which stratum a row is in.</summary>
    public int Of(int row) => (int)ofRows[row];

    /// <summary>The rows of some strata.</summary>
    /// <param name="asked">For each stratum whether it is one of them.</param>
    public PackedChoice RowsOf(bool[] asked) => new(ofRows, asked);

    /// <summary>For each stratum whether a question asks about it, as far as it asks for leads, kinds and datasets.</summary>
    public bool[] AskedBy(IncidentQuery query)
    {
        var (kinds, datasets) = (query.Kinds.ToHashSet(), query.Datasets.ToHashSet());
        return [.. all.Select(stratum =>
            (query.Leads == LeadView.Shown || stratum.IsLead == (query.Leads == LeadView.Only))
            && (kinds.Count == 0 || kinds.Contains(stratum.Kind))
            && (datasets.Count == 0 || datasets.Contains(stratum.Dataset)))];
    }

    /// <summary>Adds to each stratum how many of some rows, from one up to, not with, another, are in it.</summary>
    public void Count(Bitmap rows, int from, int to, Span<uint> into)
    {
        for (var word = from / Bitmap.WordBits; word * Bitmap.WordBits < to; word++)
        {
            var start = word * Bitmap.WordBits;
            for (var bits = rows.Words[word] & Bitmap.BitsBetween(from - start, to - start); bits != 0; bits &= bits - 1)
            {
                into[(int)ofRows[start + BitOperations.TrailingZeroCount(bits)]]++;
            }
        }
    }

    /// <summary>Notes strata in the order of reading.</summary>
    /// <param name="kinds">Gave the kinds their numbers.</param>
    /// <param name="datasets">Gave the datasets theirs.</param>
    public sealed class Builder(FacetValues kinds, FacetValues datasets)
    {
        private readonly Dictionary<(int Kind, int Dataset, bool IsLead), int> _numbers = [];
        private readonly NotedNumbers _noted = new();

        /// <summary>By kind, and whether it is a lead: the latest dataset, and the number of that stratum and one.</summary>
        private (int Dataset, int Next)[] _seen = [];

        /// <param name="kinds">Of incidents that follow each other, as are all that follow; is written over.</param>
        public void Add(Span<long> kinds, ReadOnlySpan<long> datasets, ReadOnlySpan<IncidentFacts> some)
        {
            for (var i = 0; i < some.Length; i++)
            {
                kinds[i] = NumberFor((int)kinds[i], (int)datasets[i], some[i].IsLead);
            }

            _noted.Add(kinds);
        }

        private int NumberFor(int kind, int dataset, bool isLead)
        {
            var at = (2 * kind) + (isLead ? 1 : 0);
            if (at >= _seen.Length)
            {
                Array.Resize(ref _seen, 2 * (at + 1));
            }

            ref var seen = ref _seen[at];
            if (seen.Dataset != dataset || seen.Next == 0)
            {
                seen = (dataset, NumberOf((kind, dataset, isLead)) + 1);
            }

            return seen.Next - 1;
        }

        public Strata Build(Arrangement arrangement)
        {
            var (kindNames, datasetNames) = (kinds.Names.ToArray(), datasets.Names.ToArray());
            return new(
                [.. _numbers.OrderBy(pair => pair.Value).Select(pair => new Stratum(kindNames[pair.Key.Kind], datasetNames[pair.Key.Dataset], pair.Key.IsLead))],
                arrangement.Pack(_noted));
        }

        private int NumberOf((int Kind, int Dataset, bool IsLead) stratum)
        {
            if (!_numbers.TryGetValue(stratum, out var number))
            {
                _numbers[stratum] = number = _numbers.Count;
            }

            return number;
        }
    }
}

/// <summary>Which group each stratum is counted in.</summary>
internal sealed class StratumGroups
{
    /// <summary>The group of what is not asked about.</summary>
    public const int None = -1;

    private readonly int[] _ofStrata;

    /// <param name="asked">For each stratum whether it is asked about.</param>
    public StratumGroups(Strata strata, bool[] asked, TileGroup by)
    {
        var keys = strata.All.Select(stratum => new TileGroupKey(by == TileGroup.Kind ? stratum.Kind : stratum.Dataset, stratum.IsLead)).ToArray();
        Keys = [.. keys.Where((_, stratum) => asked[stratum]).Distinct().OrderBy(key => key.Key, StringComparer.Ordinal).ThenBy(key => key.IsLead)];
        var numbers = Keys.Index().ToDictionary(key => key.Item, key => key.Index);
        _ofStrata = [.. keys.Select((key, stratum) => asked[stratum] ? numbers[key] : None)];
    }

    /// <summary>The groups, by key, incidents before leads.</summary>
    public TileGroupKey[] Keys { get; }

    public int Of(int stratum) => _ofStrata[stratum];
}
