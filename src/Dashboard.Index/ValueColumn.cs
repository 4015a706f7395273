using Dashboard.Index.Files;

namespace Dashboard.Index;

/// <summary>A value for each row, of which few are different: each is kept once, and each row says which one it has.</summary>
internal sealed class ValueColumn
{
    private readonly long[] _values;
    private readonly PackedColumn _numbers;

    /// <param name="values">By row.</param>
    public ValueColumn(ReadOnlySpan<long> values)
    {
        var different = new Dictionary<long, uint>();
        var numbers = new uint[values.Length];
        for (var row = 0; row < numbers.Length; row++)
        {
            if (row > 0 && values[row] == values[row - 1])
            {
                numbers[row] = numbers[row - 1];
            }
            else if (!different.TryGetValue(values[row], out numbers[row]))
            {
                different[values[row]] = numbers[row] = (uint)different.Count;
            }
        }

        _values = [.. different.OrderBy(value => value.Value).Select(value => value.Key)];
        _numbers = new PackedColumn(numbers);
    }

    /// <param name="values">Each once.</param>
    /// <param name="numbers">For each row which of the values it has.</param>
    public ValueColumn(long[] values, PackedColumn numbers) => (_values, _numbers) = (values, numbers);

    private ValueColumn(IndexReader reader) => (_values, _numbers) = (reader.Array<long>(), PackedColumn.Read(reader));

    public int Count => _numbers.Count;

    /// <summary>The values that there are.</summary>
    public ReadOnlySpan<long> Values => _values;

    public long this[int row] => _values[_numbers[row]];

    /// <summary>Which of <see cref="Values"/> a row has.</summary>
    public int NumberOf(int row) => (int)_numbers[row];

    /// <summary>The rows whose value is one of those chosen.</summary>
    /// <param name="chosen">For each of <see cref="Values"/> whether it is.</param>
    public Bitmap Where(bool[] chosen) => _numbers.Where(chosen);

    public static ValueColumn Read(IndexReader reader) => new(reader);

    public void Write(IndexWriter writer)
    {
        writer.Array<long>(_values);
        _numbers.Write(writer);
    }
}
