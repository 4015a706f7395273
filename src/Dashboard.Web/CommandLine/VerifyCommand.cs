using System.CommandLine;
using Dashboard.Data.Bundles;

namespace Dashboard.Web.CommandLine;

/// <summary>Tells whether the files of an evidence bundle are as they were made, and names those that are not.</summary>
internal static class VerifyCommand
{
    private const int Digits = 64;

    private static readonly Argument<string> _bundle = new("BUNDLE") { Description = "The zip file." };

    private static readonly Option<string?> _manifest = new("--manifest")
    {
        Description = "The SHA-256 of its manifest, as it was kept when the bundle was made.",
        HelpName = "SHA256",
    };

    public static void AddTo(Command root)
    {
        _manifest.Validators.Add(manifest =>
        {
            if (manifest.GetValueOrDefault<string>() is { } text && (text.Length != Digits || !text.All(char.IsAsciiHexDigit)))
            {
                manifest.AddError($"--manifest is {Digits} hexadecimal digits.");
            }
        });
        var verb = new Command("verify", "Tell whether an evidence bundle is as it was made, and which of its files are not.") { _bundle, _manifest };
        verb.SetAction(parsed => Ending.Of(stop => Run(parsed.GetValue(_bundle)!, parsed.GetValue(_manifest), stop)));
        root.Subcommands.Add(verb);
    }

    private static int Run(string bundle, string? kept, CancellationToken stop)
    {
        var check = BundleCheck.Of(bundle, stop);
        List<string> flaws = [.. check.Flaws];
        if (kept is not null && check.Manifest is { } manifest && !manifest.Equals(kept, StringComparison.OrdinalIgnoreCase))
        {
            flaws.Add($"{BundleManifest.Name}: altered; its SHA-256 is not the one that was kept");
        }

        if (flaws.Count > 0)
        {
            foreach (var flaw in flaws)
            {
                Console.Error.WriteLine(flaw);
            }

            return ExitCode.BadData;
        }

        Console.WriteLine($"{check.Files} files, all as they were made");
        Console.WriteLine($"SHA-256 of its manifest: {check.Manifest}");
        if (kept is null)
        {
            Console.WriteLine("Compare it with the one that was printed when the bundle was made: who alters files can also write a manifest that fits them.");
        }

        return ExitCode.Done;
    }
}
