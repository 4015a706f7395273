using System.CommandLine;
using Dashboard.Domain.Querying;
using Dashboard.Web.Bundles;

namespace Dashboard.Web.CommandLine;

/// <summary>Writes what a view shows into a file that can be verified, whether a server is running on the data or not.</summary>
internal static class BundleCommand
{
    private static readonly Option<string> _query = new("--query")
    {
        Description = "What to bundle: all that follows the question mark in the address of a view. [default: everything but leads]",
        HelpName = "QUERYSTRING",
        DefaultValueFactory = _ => "",
    };

    private static readonly Option<string> _out = new("--out") { Description = "The zip file to write.", HelpName = "FILE", Required = true };
    private static readonly Option<string?> _data = new("--data") { Description = "The directory that holds the data. [default: ./data]", HelpName = "DIR" };

    public static void AddTo(Command root)
    {
        var verb = new Command("bundle", "Write what a view shows as evidence: incidents, claims, sources and a manifest, in a zip file.") { _query, _out, _data };
        verb.SetAction(parsed => Ending.Of(stop => Run(parsed.GetValue(_query)!, parsed.GetValue(_out)!, parsed.GetValue(_data), stop)));
        root.Subcommands.Add(verb);
    }

    private static int Run(string query, string file, string? directory, CancellationToken stop)
    {
        var (view, ignored) = ViewStateCodec.Parse(query);
        if (ignored is [var first, ..])
        {
            return Ending.Say(ExitCode.Usage, $"--query: '{first.Key}' is not understood: {first.Reason}. Copy the address of a view, or leave it out.");
        }

        using var store = OpenedStore.ToRead(directory);
        var bundle = EvidenceBundle.OfLast(store, view, OpenedStore.PublicAddress(), stop);
        if (bundle.IsEmpty)
        {
            return Ending.Say(ExitCode.BadData, bundle.EmptyReason);
        }

        var manifest = WholeFile.Write(file, to => bundle.WriteAsync(to, stop).GetAwaiter().GetResult());
        Console.WriteLine($"{bundle.Shared.Counted}, revision {bundle.Shared.Revision.Index.Revision}, bundled into {file}");
        Console.WriteLine($"SHA-256 of its manifest: {manifest}");
        return ExitCode.Done;
    }
}
