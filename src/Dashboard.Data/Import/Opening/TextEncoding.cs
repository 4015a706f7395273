using System.Text;
using System.Text.Unicode;

namespace Dashboard.Data.Import.Opening;

/// <summary>
/// How a text is encoded, by its byte order mark or by reading. What cannot be decoded becomes <see cref="Undecodable"/>,
/// so that the row that holds it can be refused.
/// </summary>
internal static class TextEncoding
{
    /// <summary>A code point that is no character, in no text.</summary>
    public const char Undecodable = '\uFFFF';

    private static readonly DecoderFallback _marked = new DecoderReplacementFallback(Undecodable.ToString());

    /// <param name="head">The beginning of the file.</param>
    /// <exception cref="UnreadableFileException">It is no text.</exception>
    public static Encoding Of(ReadOnlySpan<byte> head)
    {
        if (OfMark(head) is { } marked)
        {
            return Marked(marked);
        }

        if (OfZeros(head) is { } wide)
        {
            return Marked(wide);
        }

        return Marked(LooksLikeUtf8(head) ? "utf-8" : "windows-1252");
    }

    private static Encoding Marked(string name) =>
        name == "windows-1252"
            ? CodePagesEncodingProvider.Instance.GetEncoding(name, EncoderFallback.ExceptionFallback, _marked)!
            : Encoding.GetEncoding(name, EncoderFallback.ExceptionFallback, _marked);

    private static string? OfMark(ReadOnlySpan<byte> head) => head switch
    {
        [0xEF, 0xBB, 0xBF, ..] => "utf-8",
        [0xFF, 0xFE, 0, 0, ..] => "utf-32",
        [0, 0, 0xFE, 0xFF, ..] => "utf-32BE",
        [0xFF, 0xFE, ..] => "utf-16",
        [0xFE, 0xFF, ..] => "utf-16BE",
        _ => null,
    };

    /// <summary>In UTF-16 every delimiter, digit and line end has a zero byte, always on the same side; other texts have none, or a few by accident.</summary>
    private static string? OfZeros(ReadOnlySpan<byte> head)
    {
        var zeros = new int[2];
        for (var at = 0; at < head.Length; at++)
        {
            zeros[at & 1] += head[at] == 0 ? 1 : 0;
        }

        var pairs = head.Length / 2;
        var isWide = pairs > 0 && Math.Max(zeros[0], zeros[1]) > pairs / 10 && Math.Min(zeros[0], zeros[1]) <= pairs / 100;
        if (isWide)
        {
            return zeros[1] > zeros[0] ? "utf-16" : "utf-16BE";
        }

        return zeros[0] + zeros[1] > Math.Max(16, head.Length / 100)
            ? throw new UnreadableFileException(FileFault.WrongType, "this is a binary file, no table and no GeoJSON: save the table as CSV and import that")
            : null;
    }

    /// <summary>One broken sequence among many good ones is a fault of a UTF-8 file; in Windows-1252 hardly any is good.</summary>
    private static bool LooksLikeUtf8(ReadOnlySpan<byte> head)
    {
        if (Utf8.IsValid(head))
        {
            return true;
        }

        var (good, bad) = (0, 0);
        while (!head.IsEmpty)
        {
            var ascii = head.IndexOfAnyExceptInRange((byte)0, (byte)0x7F);
            if (ascii < 0)
            {
                break;
            }

            head = head[ascii..];
            var status = Rune.DecodeFromUtf8(head, out _, out var length);
            good += status == System.Buffers.OperationStatus.Done ? 1 : 0;
            bad += status == System.Buffers.OperationStatus.InvalidData ? 1 : 0;
            head = head[length..];
        }

        return good >= bad;
    }
}
