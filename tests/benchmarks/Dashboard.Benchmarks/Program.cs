using Dashboard.Benchmarks;

// The times are of this machine: compare figures of one run only.
var (what, rest) = args is [var first, .. var others] ? (first, others) : ("visit", []);
switch (what)
{
    case "visit":
        await VisitBenchmark.RunAsync();
        return 0;
    case "import":
        return await ImportBenchmark.RunAsync(rest.Length > 0 ? int.Parse(rest[0], System.Globalization.CultureInfo.InvariantCulture) : 1_000_000);
    case "readers":
        return await ReadersBenchmark.RunAsync(rest.Length > 0 ? int.Parse(rest[0], System.Globalization.CultureInfo.InvariantCulture) : 1_000_000);
    case "export":
        return await ExportBenchmark.RunAsync(rest.Length > 0 ? int.Parse(rest[0], System.Globalization.CultureInfo.InvariantCulture) : 1_000_000);
    case "bundle":
        return await BundleBenchmark.RunAsync(rest.Length > 0 ? int.Parse(rest[0], System.Globalization.CultureInfo.InvariantCulture) : 100_000);
    case "links":
        return await LinksBenchmark.RunAsync(rest.Length > 0 ? int.Parse(rest[0], System.Globalization.CultureInfo.InvariantCulture) : 100_000);
    case "browser":
        return BrowserBenchmark.Run(rest);
    case "ged" when rest is [var rows, var file]:
        GedFile.Write(file, int.Parse(rows, System.Globalization.CultureInfo.InvariantCulture));
        return 0;
    case "index":
        return IndexBenchmark.Run(
            rest.Length > 0 ? [int.Parse(rest[0], System.Globalization.CultureInfo.InvariantCulture)] : [1_000_000, 10_000_000],
            asks: rest is not [_, "build"]);
    case "building" when rest is [var directory]:
        return BuildingBenchmark.Run(directory);
    case "lens":
        return LensBenchmark.Run(rest.Length > 0 ? int.Parse(rest[0], System.Globalization.CultureInfo.InvariantCulture) : 1_000_000);
    case "tiles-http" when rest is [var directory]:
        return await TilesHttpBenchmark.RunAsync(directory);
    case "preview" when rest is [var directory]:
        return await PreviewBenchmark.RunAsync(directory);
    case "databases":
        return DatabaseBenchmark.Run(rest.Length > 0 ? int.Parse(rest[0], System.Globalization.CultureInfo.InvariantCulture) : 1_000_000);
    default:
        Console.Error.WriteLine("Say which: visit, import [rows], readers [rows], export [rows], bundle [rows], links [rows], browser [options], index [rows [build]], building DATA-DIRECTORY, lens [rows], databases [rows], tiles-http DATA-DIRECTORY, preview DATA-DIRECTORY, ged ROWS FILE.");
        return 2;
}
