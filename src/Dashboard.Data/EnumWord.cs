using System.Collections.Frozen;
using System.Text.Json;

namespace Dashboard.Data;

/// <summary>How a value of an enumeration is written in the database and in files: <c>PartOfDay</c> is <c>part-of-day</c>.</summary>
internal static class EnumWord
{
    public static JsonNamingPolicy Naming { get; } = JsonNamingPolicy.KebabCaseLower;

    public static string Of<T>(T value)
        where T : struct, Enum => Words<T>.ByValue[value];

    public static T Parse<T>(string word)
        where T : struct, Enum => Words<T>.ByWord[word];

    private static class Words<T>
        where T : struct, Enum
    {
        public static FrozenDictionary<T, string> ByValue { get; } =
            Enum.GetValues<T>().ToFrozenDictionary(value => value, value => Naming.ConvertName(value.ToString()));

        public static FrozenDictionary<string, T> ByWord { get; } = ByValue.ToFrozenDictionary(pair => pair.Value, pair => pair.Key);
    }
}
