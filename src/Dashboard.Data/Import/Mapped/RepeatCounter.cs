namespace Dashboard.Data.Import.Mapped;

/// <summary>
/// Counts how often the same row was met, by its hash, so that exact repeats get ids of their own. It takes 12 bytes a slot and
/// stops growing at four million slots: after three million different rows a new one is not remembered.
/// </summary>
internal sealed class RepeatCounter(int mostSlots = 1 << 22)
{
    private ulong[] _hashes = new ulong[1024];
    private int[] _counts = new int[1024];
    private int _used;

    /// <returns>1 for the first; null when it is new and there is no room to remember it.</returns>
    public int? Count(ulong hash)
    {
        var slot = Slot(_hashes, _counts, hash);
        if (_counts[slot] > 0)
        {
            return ++_counts[slot];
        }

        if (_used >= _hashes.Length / 4 * 3)
        {
            if (_hashes.Length >= mostSlots)
            {
                return null;
            }

            Grow();
            slot = Slot(_hashes, _counts, hash);
        }

        (_hashes[slot], _counts[slot]) = (hash, 1);
        _used++;
        return 1;
    }

    private static int Slot(ulong[] hashes, int[] counts, ulong hash)
    {
        var mask = hashes.Length - 1;
        var slot = (int)(hash >> 20) & mask;
        while (counts[slot] > 0 && hashes[slot] != hash)
        {
            slot = (slot + 1) & mask;
        }

        return slot;
    }

    private void Grow()
    {
        var (hashes, counts) = (new ulong[_hashes.Length * 2], new int[_hashes.Length * 2]);
        for (var index = 0; index < _hashes.Length; index++)
        {
            if (_counts[index] > 0)
            {
                var slot = Slot(hashes, counts, _hashes[index]);
                (hashes[slot], counts[slot]) = (_hashes[index], _counts[index]);
            }
        }

        (_hashes, _counts) = (hashes, counts);
    }
}
