using System.Text.Json;
using System.Text.Json.Nodes;
using Dashboard.Domain;
using Dashboard.Domain.Sharing;

namespace Dashboard.Data.Links;

/// <summary>What a link keeps back, as the store holds it.</summary>
internal static class RedactionJson
{
    /// <returns>Null where it keeps nothing back.</returns>
    public static string? Write(Redaction redaction) => redaction.IsNone ? null : new JsonObject
    {
        ["cellKilometres"] = redaction.CellKilometres,
        ["fields"] = new JsonArray([.. redaction.Fields.Select(field => (JsonNode)EnumWord.Of(field))]),
        ["sources"] = new JsonArray([.. redaction.Sources.Select(id => (JsonNode)id)]),
        ["locksFilters"] = redaction.LocksFilters,
    }.ToJsonString();

    /// <exception cref="InvalidDataException">It says something that this program does not know: then nothing may be shown at all.</exception>
    public static Redaction Read(string? json)
    {
        if (json is null)
        {
            return Redaction.None;
        }

        try
        {
            var told = JsonNode.Parse(json)!.AsObject();
            return new Redaction
            {
                CellKilometres = (int?)told["cellKilometres"],
                Fields = told["fields"]!.AsArray().Select(word => EnumWord.Parse<WithheldField>(System.Text.Encoding.UTF8.GetBytes((string)word!))).ToValueList(),
                Sources = told["sources"]!.AsArray().Select(id => (string)id!).ToValueList(),
                LocksFilters = (bool)told["locksFilters"]!,
            };
        }
        catch (Exception problem) when (problem is JsonException or NullReferenceException or InvalidOperationException or RefusedException)
        {
            throw new InvalidDataException("a link keeps back what this program does not know", problem);
        }
    }
}
