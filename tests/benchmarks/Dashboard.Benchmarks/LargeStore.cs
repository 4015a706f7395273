namespace Dashboard.Benchmarks;

/// <summary>A data directory into which the product has imported a file like UCDP's, until it is disposed.</summary>
internal sealed class LargeStore : IDisposable
{
    private readonly DirectoryInfo _folder;

    private LargeStore(DirectoryInfo folder) => _folder = folder;

    /// <summary>The data directory.</summary>
    public string Data => InFolder("data");

    /// <summary>Says what the import said.</summary>
    public static async Task<LargeStore> ImportAsync(int rows)
    {
        var store = new LargeStore(Directory.CreateTempSubdirectory("dashboard-benchmark-"));
        try
        {
            var file = store.InFolder("ged.csv");
            GedFile.Write(file, rows);
            Console.WriteLine((await Command.ProductAsync("import", file, "--data", store.Data, "--yes")).LastLine);
            File.Delete(file);
            Console.WriteLine();
            return store;
        }
        catch
        {
            store.Dispose();
            throw;
        }
    }

    /// <summary>The path of a file that goes with the store.</summary>
    public string InFolder(string name) => Path.Combine(_folder.FullName, name);

    public void Dispose() => _folder.Delete(recursive: true);
}
