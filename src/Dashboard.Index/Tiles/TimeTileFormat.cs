using System.Text;

namespace Dashboard.Index.Tiles;

/// <summary>
/// A time-tile as bytes, as short as a general compressor likes them: column after column, small numbers first. The
/// browser reads them (time-tile.ts); golden files hold the two together. Numbers have seven bits a byte, the lowest first,
/// and the eighth bit set in all but the last ("varint").
/// <code>
/// version       one byte: 1
/// side          varint
/// groups        varint count; each: varint length of the key in UTF-8, the key, one byte: 1 for leads
/// edges         varint count; the first in Unix milliseconds, zigzag (2n, or −2n − 1 where negative), varint; then varint differences
/// undated       varint for each group
/// cells         varint count; varint differences
/// starts        for each stretch the varint number of its entries
/// series        of all entries: varint differences within a stretch, the first of each as it is
/// counts        of all entries: varint
/// late          varint count; then of all: varint differences of the stretches; end edge less stretch; series; counts
/// </code>
/// </summary>
public static class TimeTileFormat
{
    private const byte Version = 1;

    public static byte[] Write(TimeTile tile)
    {
        var bytes = new VarintWriter(256 + (3 * (tile.Cells.Length + tile.Series.Length)));
        bytes.Byte(Version);
        bytes.Number((uint)tile.Side);
        WriteGroups(bytes, tile.Groups);
        WriteEdges(bytes, tile.Edges.Milliseconds);
        bytes.Numbers(tile.Undated);
        bytes.Number((uint)tile.Cells.Length);
        bytes.Differences(tile.Cells);
        for (var stretch = 0; stretch <= tile.Edges.Count; stretch++)
        {
            bytes.Number((uint)(tile.Offsets[stretch + 1] - tile.Offsets[stretch]));
        }

        for (var stretch = 0; stretch <= tile.Edges.Count; stretch++)
        {
            bytes.Differences(tile.Series.AsSpan(tile.Offsets[stretch]..tile.Offsets[stretch + 1]));
        }

        bytes.Numbers(tile.Counts);
        WriteLate(bytes, tile.Late);
        return bytes.ToArray();
    }

    private static void WriteGroups(VarintWriter bytes, IReadOnlyList<TileGroupKey> groups)
    {
        bytes.Number((uint)groups.Count);
        foreach (var (key, isLead) in groups)
        {
            bytes.Text(key);
            bytes.Byte(isLead ? (byte)1 : (byte)0);
        }
    }

    private static void WriteEdges(VarintWriter bytes, ReadOnlySpan<long> edges)
    {
        bytes.Number((uint)edges.Length);
        for (var edge = 0; edge < edges.Length; edge++)
        {
            bytes.Number(edge == 0 ? (ulong)((edges[0] << 1) ^ (edges[0] >> 63)) : (ulong)(edges[edge] - edges[edge - 1]));
        }
    }

    private static void WriteLate(VarintWriter bytes, LateEntry[] late)
    {
        bytes.Number((uint)late.Length);
        bytes.Differences(Array.ConvertAll(late, entry => (uint)entry.Stretch));
        bytes.Numbers(Array.ConvertAll(late, entry => (uint)(entry.EndEdge - entry.Stretch)));
        bytes.Numbers(Array.ConvertAll(late, entry => entry.Series));
        bytes.Numbers(Array.ConvertAll(late, entry => entry.Count));
    }

    private sealed class VarintWriter(int room)
    {
        private const int LongestNumber = 10;

        private byte[] _bytes = new byte[room];
        private int _length;

        public byte[] ToArray() => _bytes[.._length];

        public void Byte(byte value)
        {
            MakeRoom(1);
            _bytes[_length++] = value;
        }

        public void Number(ulong value)
        {
            MakeRoom(LongestNumber);
            while (value > 127)
            {
                _bytes[_length++] = (byte)(value | 128);
                value >>= 7;
            }

            _bytes[_length++] = (byte)value;
        }

        public void Numbers(ReadOnlySpan<uint> values)
        {
            foreach (var value in values)
            {
                Number(value);
            }
        }

        /// <param name="values">Ascending.</param>
        public void Differences(ReadOnlySpan<uint> values)
        {
            var last = 0U;
            foreach (var value in values)
            {
                Number(value - last);
                last = value;
            }
        }

        public void Text(string text)
        {
            var bytes = Encoding.UTF8.GetBytes(text);
            Number((uint)bytes.Length);
            MakeRoom(bytes.Length);
            bytes.CopyTo(_bytes, _length);
            _length += bytes.Length;
        }

        private void MakeRoom(int more)
        {
            if (_length + more > _bytes.Length)
            {
                Array.Resize(ref _bytes, Math.Max(_length + more, _bytes.Length * 2));
            }
        }
    }
}
