namespace Dashboard.Index.Claims;

/// <summary>
/// Numbers of incidents in the order of rows, where each incident has several or none. Incidents are read from all over: what many rows have
/// is fetched together, before the first of them is looked at.
/// </summary>
/// <param name="ends">For each incident, in the order of reading, where its numbers end.</param>
/// <param name="columns">What is fetched.</param>
internal sealed class FetchedNumbers(NotedNumbers ends, params NotedNumbers[] columns)
{
    private const int Together = 128;

    private readonly int[] _starts = new int[Together];
    private readonly int[] _ends = new int[Together];
    private readonly int[][] _fetched = Array.ConvertAll(columns, _ => Array.Empty<int>());

    /// <summary>Where each number of the rows is noted.</summary>
    private int[] _places = [];

    /// <summary>The first row that is fetched, and how many are.</summary>
    private int _first;
    private int _rows;

    /// <summary>Where the numbers of a row are, among those that are fetched with it: from the first up to, not with, the second.</summary>
    /// <param name="reads">For each row the place of its incident in the order of reading.</param>
    public (int From, int To) Of(int row, ReadOnlySpan<int> reads)
    {
        if (row - _first >= _rows)
        {
            Fetch(row, reads.Slice(row, Math.Min(Together, reads.Length - row)));
        }

        return (_starts[row - _first], _ends[row - _first]);
    }

    /// <summary>One of the numbers that are fetched.</summary>
    public int this[int column, int at] => _fetched[column][at];

    /// <summary>Where it is noted.</summary>
    public int PlaceOf(int at) => _places[at];

    private void Fetch(int first, ReadOnlySpan<int> reads)
    {
        (_first, _rows) = (first, reads.Length);
        for (var i = 0; i < reads.Length; i++)
        {
            (_starts[i], _ends[i]) = (reads[i] == 0 ? 0 : (int)ends[reads[i] - 1], (int)ends[reads[i]]);
        }

        var count = 0;
        for (var i = 0; i < reads.Length; i++)
        {
            var (place, start) = (_starts[i], count);
            count += _ends[i] - place;
            if (count > _places.Length)
            {
                Array.Resize(ref _places, 2 * count);
            }

            for (var at = start; at < count; at++)
            {
                _places[at] = place++;
            }

            (_starts[i], _ends[i]) = (start, count);
        }

        for (var column = 0; column < columns.Length; column++)
        {
            if (_fetched[column].Length < count)
            {
                _fetched[column] = new int[_places.Length];
            }

            var (fetched, noted) = (_fetched[column], columns[column]);
            for (var at = 0; at < count; at++)
            {
                fetched[at] = (int)noted[_places[at]];
            }
        }
    }
}
