using System.Text.Json;
using System.Text.Json.Nodes;
using Dashboard.Domain;
using Dashboard.Domain.Actors;
using Dashboard.Domain.Incidents;
using Dashboard.Domain.Places;
using Dashboard.Domain.Sources;

namespace Dashboard.Data.Json;

/// <summary>A dataset as a file. What was written reads back as the same value; anything that is not understood is refused.</summary>
internal static class DatasetFile
{
    public static void Write(Stream stream, Dataset dataset)
    {
        JsonSerializer.Serialize(stream, dataset, DatasetJson.Pretty);
        stream.WriteByte((byte)'\n');
    }

    /// <param name="name">The file's name, for messages.</param>
    /// <exception cref="RefusedException">The message names the file, the path within it and the cause.</exception>
    public static Dataset Read(Stream stream, string name)
    {
        try
        {
            var root = JsonNode.Parse(stream, documentOptions: new() { AllowDuplicateProperties = false }) as JsonObject;
            var parts = new Parts(root ?? throw new RefusedException("$: the file holds no object"));
            var dataset = new Dataset
            {
                Description = parts.Take<DatasetDescription>("description"),
                Actors = parts.TakeAll<Actor>("actors"),
                Places = parts.TakeAll<Place>("places"),
                Sources = parts.TakeAll<Source>("sources"),
                Incidents = parts.TakeAll<Incident>("incidents"),
                Claims = parts.TakeAll<Claim>("claims"),
                Relations = parts.TakeAll<Relation>("relations"),
                Conflicts = parts.TakeAll<Conflict>("conflicts"),
                Notes = parts.TakeAll<DatasetNote>("notes"),
            };
            parts.RefuseRest();
            DatasetCheck.Run(dataset);
            return dataset;
        }
        catch (Exception error) when (error is RefusedException or JsonException)
        {
            throw new RefusedException($"{name}: {error.Message}");
        }
    }

    /// <summary>The parts of the file, each taken once; item by item, so that a message can say which one.</summary>
    private sealed class Parts(JsonObject root)
    {
        public T Take<T>(string name)
        {
            root.Remove(name, out var node);
            return Value<T>(node, $"$.{name}");
        }

        public ValueList<T> TakeAll<T>(string name)
        {
            root.Remove(name, out var node);
            var items = node as JsonArray ?? throw new RefusedException($"$.{name}: a list is missing");
            return items.Select((item, index) => Value<T>(item, $"$.{name}[{index}]")).ToValueList();
        }

        public void RefuseRest()
        {
            foreach (var (name, _) in root)
            {
                throw new RefusedException($"$.{name}: a dataset has no such part");
            }
        }

        private static T Value<T>(JsonNode? node, string path)
        {
            try
            {
                return node.Deserialize<T>(DatasetJson.Pretty) ?? throw new RefusedException("it is missing");
            }
            catch (JsonException error)
            {
                throw new RefusedException($"{path}{error.Path?.TrimStart('$')}: {error.Message}");
            }
            catch (RefusedException error)
            {
                throw new RefusedException($"{path}: {error.Message}");
            }
        }
    }
}
