namespace Dashboard.Index;

/// <summary>Values of which few are different, noted in the order of reading: each value once, each incident only which one it has.</summary>
internal sealed class NotedValues
{
    private readonly Dictionary<long, int> _numbers = [];
    private readonly NotedNumbers _noted = new();
    private long _last;
    private int _lastNumber = -1;

    public void Add(long value)
    {
        if (value != _last || _lastNumber < 0)
        {
            (_last, _lastNumber) = (value, NumberOf(value));
        }

        _noted.Add(_lastNumber);
    }

    /// <summary>The values of the first rows, as many as are asked for.</summary>
    public ValueColumn Build(Arrangement arrangement, int rows) => new([.. _numbers.OrderBy(pair => pair.Value).Select(pair => pair.Key)], arrangement.Arrange(_noted, rows));

    private int NumberOf(long value)
    {
        if (!_numbers.TryGetValue(value, out var number))
        {
            _numbers[value] = number = _numbers.Count;
        }

        return number;
    }
}
