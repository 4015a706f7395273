using System.Reflection;
using Dashboard.Data.Json;
using Dashboard.Domain;

namespace Dashboard.Data;

/// <summary>The dataset that the product brings along.</summary>
public static class StarterDataset
{
    private const string Resource = "us-forces-2023-24.json";

    /// <summary>Reads and checks it.</summary>
    public static Dataset Load()
    {
        var assembly = Assembly.GetExecutingAssembly();
        var name = assembly.GetManifestResourceNames().Single(name => name.EndsWith(Resource, StringComparison.Ordinal));
        using var stream = assembly.GetManifestResourceStream(name)!;
        return DatasetFile.Read(stream, Resource);
    }
}
