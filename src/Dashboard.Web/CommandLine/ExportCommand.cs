using System.CommandLine;
using Dashboard.Domain.Querying;
using Dashboard.Web.Endpoints;

namespace Dashboard.Web.CommandLine;

/// <summary>Writes the incidents of a view into a file, whether a server is running on the data or not.</summary>
internal static class ExportCommand
{
    private const string StandardOutput = "-";

    private static readonly Option<string> _format = new("--format")
    {
        Description = "csv: a table. geojson: everything, to import elsewhere or to open in a GIS.",
        HelpName = "csv|geojson",
        Required = true,
    };

    private static readonly Option<string> _out = new("--out") { Description = "The file to write; - is standard output.", HelpName = "FILE", Required = true };

    private static readonly Option<string> _query = new("--query")
    {
        Description = "What to export: all that follows the question mark in the address of a view. [default: everything but leads]",
        HelpName = "QUERYSTRING",
        DefaultValueFactory = _ => "",
    };

    private static readonly Option<string?> _data = new("--data") { Description = "The directory that holds the data. [default: ./data]", HelpName = "DIR" };
    private static readonly Option<bool> _raw = new("--raw") { Description = "CSV: write texts as they are, also those that a spreadsheet program takes for a formula." };

    public static void AddTo(Command root)
    {
        _format.Validators.Add(format =>
        {
            if (format.GetValueOrDefault<string>() is not ("csv" or "geojson") and var other)
            {
                format.AddError($"--format is csv or geojson, not '{other}'.");
            }
        });
        var verb = new Command("export", "Write the incidents of a view into a file.") { _format, _query, _out, _data, _raw };
        verb.SetAction(parsed => Ending.Of(stop => Run(
            new Wishes(parsed.GetValue(_format)!, parsed.GetValue(_query)!, parsed.GetValue(_out)!, parsed.GetValue(_data), parsed.GetValue(_raw)), stop)));
        root.Subcommands.Add(verb);
    }

    private static int Run(Wishes wishes, CancellationToken stop)
    {
        var (view, ignored) = ViewStateCodec.Parse(wishes.Query);
        if (ignored is [var first, ..])
        {
            return Ending.Say(ExitCode.Usage, $"--query: '{first.Key}' is not understood: {first.Reason}. Copy the address of a view, or leave it out.");
        }

        using var store = OpenedStore.ToRead(wishes.DataDirectory);
        var export = Export.OfLast(store, view, stop);
        if (wishes.Out == StandardOutput)
        {
            using var output = Console.OpenStandardOutput();
            Console.Error.WriteLine($"{Write(export, wishes, output, stop)} incidents exported to standard output");
            return ExitCode.Done;
        }

        Console.WriteLine($"{WholeFile.Write(wishes.Out, file => Write(export, wishes, file, stop))} incidents exported to {wishes.Out}");
        return ExitCode.Done;
    }

    private static long Write(Export export, Wishes wishes, Stream to, CancellationToken stop) =>
        (wishes.Format == "csv" ? export.WriteCsvAsync(to, wishes.IsRaw, stop) : export.WriteGeoJsonAsync(to, stop)).GetAwaiter().GetResult();

    private sealed record Wishes(string Format, string Query, string Out, string? DataDirectory, bool IsRaw);
}
