using System.Text;

namespace Dashboard.Drawing.Fonts;

/// <summary>
/// Joins Arabic and Persian letters: each becomes the form that it has alone, at the end, at the beginning or in the middle of a
/// connected stroke, as Unicode's presentation forms name them; lam and alef become one.
/// </summary>
internal static class ArabicForms
{
    private const char Lam = 'ل';
    private const char Tatweel = 'ـ';

    /// <summary>Letters in the order of their forms, which follow each other from U+FE80 on; those after ":" have two forms, "." one, else four.</summary>
    private const string Letters = ".ء:آ:أ:ؤ:إئ:اب:ةتثجحخ:د:ذ:ر:زسشصضطظعغفقكلمنه:و:ىي";

    private static readonly Dictionary<char, (char First, int Count)> _forms = MakeForms();

    private static readonly Dictionary<char, char> _lamWith = new() { ['آ'] = '\uFEF5', ['أ'] = '\uFEF7', ['إ'] = '\uFEF9', ['ا'] = '\uFEFB' };

    /// <summary>The same text, joined; still in the order in which it is read.</summary>
    public static string Joined(string text)
    {
        if (!text.Any(_forms.ContainsKey))
        {
            return text;
        }

        var joined = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            var letter = text[at];
            if (IsMark(letter) || letter == Tatweel || !_forms.TryGetValue(letter, out var forms))
            {
                // Vowel signs are left out: they would stand beside their letters.
                if (!IsMark(letter))
                {
                    joined.Append(letter);
                }

                continue;
            }

            var isTied = Neighbour(text, at, -1) is { } before && JoinsForwards(before);
            if (letter == Lam && Neighbour(text, at, 1) is { } alef && _lamWith.TryGetValue(alef, out var ligature))
            {
                joined.Append((char)(ligature + (isTied ? 1 : 0)));
                at = text.IndexOf(alef, at);
                continue;
            }

            var goesOn = forms.Count == 4 && Neighbour(text, at, 1) is { } next && (next == Tatweel || (_forms.TryGetValue(next, out var after) && after.Count > 1));
            joined.Append((char)(forms.First + ((isTied, goesOn) switch
            {
                (false, false) => 0,
                (true, false) => Math.Min(1, forms.Count - 1),
                (false, true) => 2,
                (true, true) => 3,
            })));
        }

        return joined.ToString();
    }

    private static bool JoinsForwards(char letter) => letter == Tatweel || (_forms.TryGetValue(letter, out var forms) && forms.Count == 4);

    /// <summary>The letter beside, whatever vowel signs stand between.</summary>
    private static char? Neighbour(string text, int at, int step)
    {
        for (at += step; at >= 0 && at < text.Length; at += step)
        {
            if (!IsMark(text[at]))
            {
                return text[at];
            }
        }

        return null;
    }

    private static bool IsMark(char letter) => letter is >= '\u064B' and <= '\u065F' or '\u0670';

    private static Dictionary<char, (char First, int Count)> MakeForms()
    {
        var forms = new Dictionary<char, (char First, int Count)>
        {
            ['پ'] = ('\uFB56', 4),
            ['چ'] = ('\uFB7A', 4),
            ['ژ'] = ('\uFB8A', 2),
            ['ک'] = ('\uFB8E', 4),
            ['گ'] = ('\uFB92', 4),
            ['ی'] = ('\uFBFC', 4),
        };
        var (next, count) = ('\uFE80', 4);
        foreach (var letter in Letters)
        {
            if (letter is '.' or ':')
            {
                count = letter == '.' ? 1 : 2;
                continue;
            }

            forms[letter] = (next, count);
            (next, count) = ((char)(next + count), 4);
        }

        return forms;
    }
}
