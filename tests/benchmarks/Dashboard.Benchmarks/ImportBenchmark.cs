namespace Dashboard.Benchmarks;

/// <summary>
/// A file in the layout of UCDP GED, imported by the product and by the <c>sqlite3</c> command into one table with the same
/// indexes, in turn; then dry run, the same file again, a corrected one, and both exports.
/// </summary>
internal static class ImportBenchmark
{
    private const int Rounds = 3;

    /// <summary>The store's indexes of incidents, over the columns of the file that hold the same: identity, name, start, revision, and the text.</summary>
    private const string Indexes = """
        CREATE UNIQUE INDEX by_id ON ged (country_id, id);
        CREATE UNIQUE INDEX by_name ON ged (relid);
        CREATE INDEX by_start ON ged (date_start);
        CREATE INDEX by_revision ON ged (active_year);
        """;

    private const string Text = """
        CREATE VIRTUAL TABLE ged_text USING fts5 (prose, names, content = '', tokenize = 'unicode61 remove_diacritics 2');
        INSERT INTO ged_text (rowid, prose, names)
        SELECT rowid, source_headline || ' ' || where_description, side_a || ' ' || side_b || ' ' || where_coordinates || ' ' || adm_1 FROM ged;
        """;

    public static async Task<int> RunAsync(int rows)
    {
        var folder = Directory.CreateTempSubdirectory("dashboard-benchmark-");
        try
        {
            var file = Path.Combine(folder.FullName, "ged.csv");
            GedFile.Write(file, rows);
            Console.WriteLine($"| {rows:N0} rows, {new FileInfo(file).Length / 1e6:0} MB | seconds | rows a second | ratio to sqlite3 | peak MB |");
            Console.WriteLine("|---|---|---|---|---|");

            var peers = new List<Command>();
            var imports = new List<Command>();
            for (var round = 0; round < Rounds; round++)
            {
                peers.Add(await SqliteAsync(folder, file, Indexes));
                imports.Add(await ImportAsync(Fresh(folder, "import"), file));
            }

            var (peer, import) = (Median(peers), Median(imports));
            var peerWithText = await SqliteAsync(folder, file, Indexes + Text);
            Print("sqlite3: .import, indexes", peer, rows, peer);
            Print("sqlite3: the same and the text index", peerWithText, rows, peer);
            Print("import", import, rows, peer);
            Print("import --dry-run", await Command.ProductAsync("import", file, "--data", Fresh(folder, "dry"), "--dry-run"), rows, peer);

            var data = Path.Combine(folder.FullName, "import");
            Print("import of the same file again", await ImportAsync(data, file), rows, peer);
            var corrected = Path.Combine(folder.FullName, "corrected.csv");
            GedFile.Write(corrected, rows, correctedEvery: 100);
            Print("import of a file with one row in a hundred corrected", await ImportAsync(data, corrected), rows, peer);
            foreach (var format in (string[])["csv", "geojson"])
            {
                Print($"export --format {format}", await Command.ProductAsync("export", "--format", format, "--query", "", "--out", Path.Combine(folder.FullName, $"out.{format}"), "--data", data), rows, peer);
            }

            Console.WriteLine();
            Console.WriteLine($"All of {Rounds} rounds, seconds: sqlite3 {Each(peers)}; import {Each(imports)}. Last words of the import: {import.LastLine}");
            return 0;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static Task<Command> ImportAsync(string data, string file) => Command.ProductAsync("import", file, "--data", data, "--yes");

    private static async Task<Command> SqliteAsync(DirectoryInfo folder, string file, string indexes)
    {
        var database = Path.Combine(Fresh(folder, "sqlite3"), "ged.db");
        return await Command.RunAsync("sqlite3", database, ".mode csv", $".import {file} ged", indexes);
    }

    private static string Fresh(DirectoryInfo folder, string name)
    {
        var path = Path.Combine(folder.FullName, name);
        if (Directory.Exists(path))
        {
            Directory.Delete(path, recursive: true);
        }

        return Directory.CreateDirectory(path).FullName;
    }

    private static Command Median(IEnumerable<Command> commands) => commands.OrderBy(command => command.Time).ElementAt(Rounds / 2);

    private static string Each(IEnumerable<Command> commands) => string.Join(" / ", commands.Select(command => $"{command.Time.TotalSeconds:0.0}"));

    private static void Print(string name, Command command, int rows, Command peer) => Console.WriteLine(
        $"| {name} | {command.Time.TotalSeconds:0.0} | {rows / command.Time.TotalSeconds:N0} | {command.Time / peer.Time:0.00} | {command.PeakMegabytes:0} |");
}
