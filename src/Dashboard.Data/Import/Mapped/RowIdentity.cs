using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Dashboard.Domain.Places;
using Dashboard.Domain.Time;

namespace Dashboard.Data.Import.Mapped;

/// <summary>
/// What a row is called: its own id, or one made from when, where and the title, so that a row whose other columns are
/// corrected stays the same incident. The second of two rows that are alike in all three has "-2" after it.
/// </summary>
internal sealed class RowIdentity
{
    private readonly RepeatCounter _repeats = new();

    public string Of(long line, Occurrence? occurrence, string? place, GeoPoint? point, string title)
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"{occurrence?.Start.UtcTicks}\n{place}\n{point?.Latitude:R} {point?.Longitude:R}\n{title}");
        Span<byte> hash = stackalloc byte[32];
        SHA256.HashData(Encoding.UTF8.GetBytes(text), hash);
        var number = BinaryPrimitives.ReadUInt64BigEndian(hash);
        return _repeats.Count(number) switch
        {
            1 => $"{number:x16}",
            { } repeat => string.Create(CultureInfo.InvariantCulture, $"{number:x16}-{repeat}"),
            null => string.Create(CultureInfo.InvariantCulture, $"{number:x16}-line-{line}"),
        };
    }
}
