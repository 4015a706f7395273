using System.Text.Json;

namespace Dashboard.Data.Json;

/// <summary>Reads a value within a value. The serializer knows only the path to the outer one; the rest of it goes into the message.</summary>
internal static class Nested
{
    public static T Read<T>(ref Utf8JsonReader reader, JsonSerializerOptions options)
        where T : notnull
    {
        try
        {
            return JsonSerializer.Deserialize<T>(ref reader, options) ?? throw new JsonException("it is null");
        }
        catch (JsonException error)
        {
            throw new JsonException(error.Path is { Length: > 1 } path ? $"{path[1..]}: {error.Message}" : error.Message, error);
        }
    }
}
