using System.Text.Json;
using System.Text.Json.Nodes;
using Dashboard.Domain;

namespace Dashboard.Data.Json;

/// <summary>A dataset as a file. What was written reads back as the same value; anything that is not understood is refused.</summary>
internal static class DatasetFile
{
    /// <param name="name">The file's name, for messages.</param>
    /// <exception cref="RefusedException">The message names the file, the path within it and the cause.</exception>
    public static Dataset Read(Stream stream, string name)
    {
        var path = "$";
        try
        {
            var root = JsonNode.Parse(stream)?.AsObject() ?? throw new JsonException("the file holds no object");
            var dataset = new Dataset
            {
                Description = Value<DatasetDescription>("description"),
                Sources = Items<Domain.Sources.Source>("sources"),
                Actors = Items<Domain.Actors.Actor>("actors"),
                Places = Items<Domain.Places.Place>("places"),
                Incidents = Items<Domain.Incidents.Incident>("incidents"),
                Claims = Items<Domain.Sources.Claim>("claims"),
                Relations = Items<Domain.Incidents.Relation>("relations"),
                Conflicts = Items<Domain.Sources.Conflict>("conflicts"),
                Notes = Items<Domain.Sources.DatasetNote>("notes"),
            };
            path = "$";
            if (root.FirstOrDefault() is { Key: { } unknown })
            {
                throw new JsonException($"'{unknown}' is not known here");
            }

            DatasetCheck.Run(dataset);
            return dataset;

            T Value<T>(string property)
            {
                path = $"$.{property}";
                root.Remove(property, out var node);
                return node.Deserialize<T>(DatasetJson.Pretty) ?? throw new JsonException("it is missing");
            }

            ValueList<T> Items<T>(string property)
            {
                path = $"$.{property}";
                root.Remove(property, out var node);
                return (node as JsonArray ?? throw new JsonException("a list is missing")).Select((item, index) =>
                {
                    path = $"$.{property}[{index}]";
                    return item.Deserialize<T>(DatasetJson.Pretty) ?? throw new JsonException("it is null");
                }).ToValueList();
            }
        }
        catch (JsonException error)
        {
            throw new RefusedException($"{name}: {path}{error.Path?.TrimStart('$')}: {error.Message}");
        }
        catch (RefusedException error)
        {
            throw new RefusedException($"{name}: {path}: {error.Message}");
        }
    }
}
