using System.Globalization;
using System.Text;

namespace Dashboard.Data.Import.Cells;

/// <summary>
/// Latin letters without their accents, in lower case: "März" is "marz", "Ḩalab" is "halab". The process runs without the
/// tables of other cultures, so that the framework's own normalisation leaves such letters as they are.
/// </summary>
internal static class PlainLetters
{
    private const char FirstAccented = '\u00C0';
    private const char FirstAdditional = '\u1E00';

    /// <summary>What the letters from U+00C0 to U+017F are without accents; a dot for those that are no Latin letter with one.</summary>
    private const string Accented = "aaaaaa·ceeeeiiiidnooooo·ouuuuy··aaaaaa·ceeeeiiiidnooooo·ouuuuy·yaaaaaaccccccccddddeeeeeeeeeegggg"
        + "gggghhhhiiiiiiiiii··jjkkkllllll··llnnnnnn·nnoooooo··rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

    /// <summary>The same from U+1E00 to U+1EFF.</summary>
    private const string Additional = "aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmmmmmmnnnnnnnnoooooooopppprrrrrrrr"
        + "ssssssssssttttttttuuuuuuuuuuvvvvwwwwwwwwwwxxxxyyzzzzzzhtwy·s····aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeee"
        + "eeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy······";

    public static string Of(ReadOnlySpan<char> text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            if (char.IsAscii(letter))
            {
                plain.Append(char.ToLowerInvariant(letter));
            }
            else if (CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark)
            {
                plain.Append(Of(letter));
            }
        }

        return plain.ToString();
    }

    private static char Of(char letter)
    {
        var plain = letter switch
        {
            >= FirstAccented when letter - FirstAccented < Accented.Length => Accented[letter - FirstAccented],
            >= FirstAdditional when letter - FirstAdditional < Additional.Length => Additional[letter - FirstAdditional],
            _ => '·',
        };
        return plain == '·' ? char.ToLowerInvariant(letter) : plain;
    }
}
