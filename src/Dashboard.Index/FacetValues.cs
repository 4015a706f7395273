using System.Numerics;
using Dashboard.Domain.Querying;

namespace Dashboard.Index;

/// <summary>The values that incidents have in one facet, noted in the order of reading: each value once, as a number from 0 on.</summary>
internal sealed class FacetValues
{
    /// <summary>So many rows are looked at together.</summary>
    private const int Together = 128;

    private const int MostOnStack = 512;

    private readonly TextNumbers _numbers = new();
    private readonly NotedNumbers _noted = new();
    private readonly NotedNumbers _ends = new();

    private string? _last;
    private int _lastNumber;

    /// <summary>How many values there are.</summary>
    public int Count => _numbers.Count;

    /// <summary>The values by their numbers.</summary>
    public IEnumerable<string> Names => Enumerable.Range(0, _numbers.Count).Select(number => _numbers[number]);

    /// <summary>The values of incidents that are read next.</summary>
    public void Add(ReadOnlySpan<IncidentFacts> some, Func<IncidentFacts, IReadOnlyList<string>> valuesOf)
    {
        Span<long> ends = stackalloc long[some.Length];
        Span<long> numbers = stackalloc long[MostOnStack];
        var (end, count) = (_noted.Count, 0);
        for (var i = 0; i < some.Length; i++)
        {
            var values = ListItems.Of(valuesOf(some[i]));
            foreach (var value in values)
            {
                if (count == numbers.Length)
                {
                    _noted.Add(numbers);
                    count = 0;
                }

                numbers[count++] = _numbers.OfShared(value);
            }

            ends[i] = end += values.Length;
        }

        _noted.Add(numbers[..count]);
        _ends.Add(ends);
    }

    /// <summary>The values of incidents that are read next, where each has one.</summary>
    /// <param name="numbers">The number of each value.</param>
    public void Add(ReadOnlySpan<IncidentFacts> some, Func<IncidentFacts, string> valueOf, Span<long> numbers)
    {
        Span<long> ends = stackalloc long[some.Length];
        var end = _noted.Count;
        for (var i = 0; i < some.Length; i++)
        {
            (numbers[i], ends[i]) = (Last(valueOf(some[i])), ++end);
        }

        _noted.Add(numbers);
        _ends.Add(ends);
    }

    /// <summary>A value of the incident that is read next; <see cref="EndIncidents"/> is told later.</summary>
    /// <returns>The number of the value.</returns>
    public int Note(string value)
    {
        var number = Last(value);
        _noted.Add(number);
        return number;
    }

    /// <param name="ends">For each of the incidents whose values were noted one by one how many values had been noted after its last.</param>
    public void EndIncidents(ReadOnlySpan<long> ends) => _ends.Add(ends);

    /// <summary>All values that were noted, in the order of reading.</summary>
    public NotedNumbers Noted => _noted;

    /// <summary>For each incident where its values end in <see cref="Noted"/>, and those of the next one begin.</summary>
    public NotedNumbers Ends => _ends;

    /// <summary>The number of a value, which need not be any incident's.</summary>
    public int Number(string value) => _numbers.OfShared(value);

    /// <summary>The number of a value, quicker where the one before was the same.</summary>
    private int Last(string value)
    {
        if (!ReferenceEquals(value, _last))
        {
            (_last, _lastNumber) = (value, Number(value));
        }

        return _lastNumber;
    }

    /// <summary>Which rows have which value.</summary>
    /// <param name="with">For each value those that every row that has it has: itself and others. Null when each has itself alone.</param>
    public Postings Build(Arrangement arrangement, int[][]? with = null)
    {
        if (with is null && _numbers.Count == 1 && Each() == 1)
        {
            return Postings.OfAll(arrangement.Count);
        }

        if (_noted.Count == 0)
        {
            return new Postings.Builder(new int[_numbers.Count], arrangement.Count).Build();
        }

        return _noted.Bits switch
        {
            <= byte.MaxValue => Build<byte>(arrangement, with),
            <= ushort.MaxValue => Build<ushort>(arrangement, with),
            _ => Build<int>(arrangement, with),
        };
    }

    private Postings Build<T>(Arrangement arrangement, int[][]? with)
        where T : unmanaged, IBinaryInteger<T>
    {
        using var ofNoted = arrangement.Buffers.Rent<T>(_noted.Count);
        var each = Each();
        using var ofStarts = arrangement.Buffers.Rent<int>(each is null ? _ends.Count + 1 : 0);
        var noted = ofNoted.All;
        var starts = ofStarts.All;
        _noted.CopyTo(0, noted);
        if (each is null)
        {
            starts[0] = 0;
            _ends.CopyTo(0, starts[1..]);
        }

        var postings = new Postings.Builder(Counts<T>(noted, starts, each, with), arrangement.Count);
        Span<int> from = stackalloc int[Together];
        Span<int> count = stackalloc int[Together];
        Span<int> first = stackalloc int[Together];
        for (var row = 0; row < arrangement.Count; row += Together)
        {
            // Incidents are read from all over: many are fetched before the first of them is looked at.
            var reads = arrangement.Reads.Slice(row, Math.Min(Together, arrangement.Count - row));
            for (var i = 0; i < reads.Length; i++)
            {
                (from[i], count[i]) = each is { } many ? (reads[i] * many, many) : (starts[reads[i]], starts[reads[i] + 1] - starts[reads[i]]);
            }

            for (var i = 0; i < reads.Length; i++)
            {
                first[i] = from[i] < noted.Length ? int.CreateTruncating(noted[from[i]]) : 0;
            }

            for (var i = 0; i < reads.Length; i++)
            {
                for (var number = 0; number < count[i]; number++)
                {
                    var value = number == 0 ? first[i] : int.CreateTruncating(noted[from[i] + number]);
                    if (with is null)
                    {
                        postings.Add(row + i, value);
                        continue;
                    }

                    foreach (var also in with[value])
                    {
                        postings.Add(row + i, also);
                    }
                }
            }
        }

        return postings.Build();
    }

    /// <summary>How many values each incident has, where all have as many: two sides of a conflict, one country.</summary>
    private int? Each() => _ends.IsEven(out var first, out var step) && (first == step || _ends.Count == 1) ? (int)first : null;

    /// <summary>How many incidents have each value.</summary>
    /// <param name="starts">For each incident where its values begin, and those of the last end; none where each has as many.</param>
    private int[] Counts<T>(ReadOnlySpan<T> noted, ReadOnlySpan<int> starts, int? each, int[][]? with)
        where T : struct, IBinaryInteger<T>
    {
        var (counts, last) = (new int[_numbers.Count], new int[_numbers.Count]);
        for (int read = 0, at = 0; read < _ends.Count; read++)
        {
            for (var end = each is { } many ? at + many : starts[read + 1]; at < end; at++)
            {
                var value = int.CreateTruncating(noted[at]);
                foreach (var also in with is null ? new ReadOnlySpan<int>(ref value) : with[value])
                {
                    if (last[also] != read + 1)
                    {
                        last[also] = read + 1;
                        counts[also]++;
                    }
                }
            }
        }

        return counts;
    }
}
