using System.Globalization;
using System.Numerics;
using Dashboard.Domain.Places;
using Dashboard.Domain.Time;

namespace Dashboard.Data.Import.Mapped;

/// <summary>
/// What a row is called that has no id: one made from when, where and the title, so that a row whose other columns are corrected
/// stays the same incident. The second of two rows that are alike in all three has "-2" after it.
/// </summary>
internal sealed class RowIdentity
{
    private const ulong Offset = 14_695_981_039_346_656_037;
    private const ulong Prime = 1_099_511_628_211;

    private readonly RepeatCounter _repeats = new();

    public string Of(long line, Occurrence? occurrence, string? place, GeoPoint? point, string title)
    {
        var hash = Mixed(Offset, (ulong)(occurrence?.Start.UtcTicks ?? -1));
        hash = point is { } at ? Mixed(Mixed(hash, BitConverter.DoubleToUInt64Bits(at.Latitude + 0.0)), BitConverter.DoubleToUInt64Bits(at.Longitude + 0.0)) : Mixed(hash, 1);
        hash = Finished(Mixed(Mixed(hash, place ?? ""), title));
        return _repeats.Count(hash) switch
        {
            1 => hash.ToString("x16", CultureInfo.InvariantCulture),
            { } repeat => string.Create(CultureInfo.InvariantCulture, $"{hash:x16}-{repeat}"),
            null => string.Create(CultureInfo.InvariantCulture, $"{hash:x16}-line-{line}"),
        };
    }

    /// <summary>FNV-1a, by whole numbers instead of bytes. It is part of what is stored: changing it renames every incident.</summary>
    private static ulong Mixed(ulong hash, ulong number) => BitOperations.RotateLeft((hash ^ number) * Prime, 29);

    private static ulong Mixed(ulong hash, string text)
    {
        foreach (var letter in text)
        {
            hash = (hash ^ letter) * Prime;
        }

        return Mixed(hash, (ulong)text.Length);
    }

    private static ulong Finished(ulong hash)
    {
        hash = (hash ^ (hash >> 33)) * 0xFF51AFD7ED558CCD;
        hash = (hash ^ (hash >> 33)) * 0xC4CEB9FE1A85EC53;
        return hash ^ (hash >> 33);
    }
}
