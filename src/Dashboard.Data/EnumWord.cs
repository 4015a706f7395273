using System.Collections.Frozen;
using System.Text;
using System.Text.Json;

namespace Dashboard.Data;

/// <summary>How a value of an enumeration is written in the database and in files: <c>PartOfDay</c> is <c>part-of-day</c>.</summary>
internal static class EnumWord
{
    public static JsonNamingPolicy Naming { get; } = JsonNamingPolicy.KebabCaseLower;

    public static string Of<T>(T value)
        where T : struct, Enum => Words<T>.ByValue[value];

    /// <summary>From the bytes of a document.</summary>
    /// <exception cref="InvalidDataException">It is no word of the enumeration.</exception>
    public static T Parse<T>(ReadOnlySpan<byte> word)
        where T : struct, Enum
    {
        foreach (var (bytes, value) in Words<T>.ByBytes)
        {
            if (word.SequenceEqual(bytes))
            {
                return value;
            }
        }

        throw new InvalidDataException($"'{Encoding.UTF8.GetString(word)}' is no {typeof(T).Name}");
    }

    /// <summary>As a document holds it.</summary>
    public static JsonEncodedText Written<T>(T value)
        where T : struct, Enum => Words<T>.Encoded[value];

    private static class Words<T>
        where T : struct, Enum
    {
        public static FrozenDictionary<T, string> ByValue { get; } =
            Enum.GetValues<T>().ToFrozenDictionary(value => value, value => Naming.ConvertName(value.ToString()));

        public static FrozenDictionary<T, JsonEncodedText> Encoded { get; } =
            ByValue.ToFrozenDictionary(pair => pair.Key, pair => JsonEncodedText.Encode(pair.Value));

        public static (byte[] Bytes, T Value)[] ByBytes { get; } =
            [.. Enum.GetValues<T>().Select(value => (Encoding.UTF8.GetBytes(ByValue[value]), value))];
    }
}
