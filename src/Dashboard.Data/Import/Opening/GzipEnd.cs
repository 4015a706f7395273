using System.Buffers.Binary;

namespace Dashboard.Data.Import.Opening;

/// <summary>
/// Whether a gzip file is all there. The runtime's own reader ends in silence where a file breaks off; its last four
/// bytes say how much should have come out (RFC 1952, ISIZE, modulo 2³²).
/// </summary>
internal static class GzipEnd
{
    private const int LengthBytes = 4;
    private const int ShortestFile = 18;

    /// <returns>Asked with the unpacked length: is that all of it?</returns>
    public static Func<long, bool> CheckOf(Stream file)
    {
        var stated = StatedLength(file);
        return unpacked => stated == (uint)unpacked || HasSeveralMembers(file);
    }

    private static uint? StatedLength(Stream file)
    {
        if (file.Length < ShortestFile)
        {
            return null;
        }

        var before = file.Position;
        Span<byte> length = stackalloc byte[LengthBytes];
        file.Position = file.Length - LengthBytes;
        file.ReadExactly(length);
        file.Position = before;
        return BinaryPrimitives.ReadUInt32LittleEndian(length);
    }

    /// <summary>Files that were joined end to end state the length of the last one only; nothing tells then whether that one is whole.</summary>
    private static bool HasSeveralMembers(Stream file)
    {
        file.Position = 1;
        var buffer = new byte[1 << 16];
        var kept = 0;
        while (true)
        {
            var read = file.Read(buffer, kept, buffer.Length - kept);
            var bytes = buffer.AsSpan(0, kept + read);
            for (var at = bytes.IndexOf(FileSignature.Gzip); at >= 0 && at + 10 <= bytes.Length;)
            {
                if (FileSignature.IsGzipHeader(bytes[at..]))
                {
                    return true;
                }

                var next = bytes[(at + 1)..].IndexOf(FileSignature.Gzip);
                at = next < 0 ? -1 : at + 1 + next;
            }

            if (read == 0)
            {
                return false;
            }

            kept = Math.Min(9, bytes.Length);
            bytes[^kept..].CopyTo(buffer);
        }
    }
}
