using Dashboard.Data.Import.Cells;
using Dashboard.Data.Text;

namespace Dashboard.Data.Gazetteers;

/// <summary>
/// A name as the gazetteer is asked for it: the spelling of the text index, as one word, without accents: "al-Bukamal", "Albukamal"
/// and "ALBU KAMAL" are one.
/// </summary>
internal static class GazetteerNames
{
    /// <summary>Words that people put around the name of a province.</summary>
    private static readonly HashSet<string> _ofProvinces =
        ["governorate", "province", "muhafazat", "muhafaza", "region", "district", "state", "محافظه", "gouvernorat", "gouvernement", "provinz"];

    public static string Key(string name) => Spelling.Join(Words(name));

    public static string ProvinceKey(string name)
    {
        var key = Spelling.Join(Words(name).Where(word => !_ofProvinces.Contains(word.Text) && !word.IsArticle));
        return WithoutArticle(key) ?? key;
    }

    /// <summary>The key of the name without its article: "tanf" for "altanf"; null where it has none.</summary>
    public static string? WithoutArticle(string key) => Spelling.WithoutArticle(key);

    private static IReadOnlyList<Spelling.Word> Words(string name) => Spelling.Words(PlainLetters.Of(name));
}
