using System.Text;
using Dashboard.Index.Tiles;

namespace Dashboard.Web.Tests.Harness;

/// <summary>A time-tile read from its bytes as their description says, and counted as a browser counts.</summary>
internal sealed class TimeTileReading
{
    private readonly long[] _edges;
    private readonly List<(int Stretch, ulong Series, int Count)> _starts = [];
    private readonly List<(int Stretch, int EndEdge, ulong Series, int Count)> _late = [];
    private readonly byte[] _bytes;
    private int _at;

    public TimeTileReading(byte[] bytes)
    {
        _bytes = bytes;
        Assert.Equal(1, _bytes[_at++]);
        Side = (int)Number();
        Groups = Many((int)Number(), _ => new TileGroupKey(Text(), _bytes[_at++] == 1));
        _edges = Running(Many((int)Number(), edge => edge == 0 ? Zigzag() : (long)Number()));
        Undated = Many(Groups.Length, _ => (int)Number());
        Cells = Running(Many((int)Number(), _ => (long)Number()));
        ReadStarts(Many(_edges.Length + 1, _ => (int)Number()));
        ReadLate((int)Number());
        Assert.Equal(_bytes.Length, _at);
    }

    public int Side { get; }

    public TileGroupKey[] Groups { get; }

    public int[] Undated { get; }

    public long[] Cells { get; }

    public IReadOnlyList<DateTimeOffset> Edges => [.. _edges.Select(DateTimeOffset.FromUnixTimeMilliseconds)];

    /// <summary>How many the window between two edges holds, of all cells and groups; null is open.</summary>
    public int Count(DateTimeOffset? from, DateTimeOffset? to) => from is null && to is null ? Sum(-1, _edges.Length) + Undated.Sum() : Sum(EdgeOf(from) ?? -1, EdgeOf(to) ?? _edges.Length);

    private int Sum(int from, int to) =>
        _starts.Where(start => start.Stretch <= to).Sum(start => start.Count)
        - _starts.Where(start => start.Stretch <= from).Sum(start => start.Count)
        + _late.Where(late => late.Stretch <= from).Sum(late => late.Count)
        - _late.Where(late => late.EndEdge <= from).Sum(late => late.Count);

    private int? EdgeOf(DateTimeOffset? side) => side is { } instant ? Array.IndexOf(_edges, instant.ToUnixTimeMilliseconds()) : null;

    private void ReadStarts(int[] lengths)
    {
        var series = lengths.Select(length => Running(Many(length, _ => (long)Number()))).ToArray();
        var stretches = lengths.SelectMany((length, stretch) => Enumerable.Repeat(stretch, length)).ToArray();
        _starts.AddRange(stretches.Zip(series.SelectMany(all => all), (stretch, one) => (stretch, (ulong)one, 0)).ToArray().Select(start => start with { Item3 = (int)Number() }));
    }

    private void ReadLate(int length)
    {
        var stretches = Running(Many(length, _ => (long)Number()));
        var ends = Many(length, entry => (int)(stretches[entry] + (long)Number()));
        var series = Many(length, _ => Number());
        _late.AddRange(Many(length, entry => ((int)stretches[entry], ends[entry], series[entry], (int)Number())));
    }

    private ulong Number()
    {
        var value = 0UL;
        for (var shift = 0; ; shift += 7)
        {
            var part = _bytes[_at++];
            value |= (ulong)(part & 127) << shift;
            if (part < 128)
            {
                return value;
            }
        }
    }

    private long Zigzag()
    {
        var value = (long)Number();
        return (value >> 1) ^ -(value & 1);
    }

    private string Text()
    {
        var length = (int)Number();
        _at += length;
        return Encoding.UTF8.GetString(_bytes, _at - length, length);
    }

    private static T[] Many<T>(int count, Func<int, T> read) => [.. Enumerable.Range(0, count).Select(read)];

    private static long[] Running(long[] differences)
    {
        for (var i = 1; i < differences.Length; i++)
        {
            differences[i] += differences[i - 1];
        }

        return differences;
    }
}
