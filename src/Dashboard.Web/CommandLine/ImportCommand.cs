using System.CommandLine;
using System.Text;
using Dashboard.Data;
using Dashboard.Data.Import;
using Dashboard.Data.Import.Mapped;
using Dashboard.Data.Staging;
using Dashboard.Web.Importing;

namespace Dashboard.Web.CommandLine;

/// <summary>Brings a file in without a server: shows what would change, asks, and makes it one revision.</summary>
internal static class ImportCommand
{
    private static readonly Argument<string> _file = new("FILE") { Description = "UCDP GED, ACLED, GDELT, GeoJSON, this dashboard's export, or any CSV; also as .gz or .zip." };
    private static readonly Option<string?> _dataset = new("--dataset") { Description = "The dataset that the rows go to; made where it is missing. [default: as the file says]", HelpName = "SLUG" };
    private static readonly Option<string?> _data = new("--data") { Description = "The directory that holds the data. [default: ./data]", HelpName = "DIR" };
    private static readonly Option<bool> _dryRun = new("--dry-run") { Description = "Show what would change, and change nothing." };
    private static readonly Option<bool> _yes = new("--yes") { Description = "Do not ask: do what is shown." };
    private static readonly Option<string?> _map = new("--map") { Description = "What the columns of a CSV mean, as a JSON file.", HelpName = "FILE.json" };
    private static readonly Option<bool> _allOrNone = new("--all-or-none") { Description = "Import nothing when a row is refused; otherwise the refused rows are left out, and named." };
    private static readonly Option<string?> _refusedTo = new("--refused-to") { Description = "Write every refused row there, as CSV.", HelpName = "FILE" };

    public static void AddTo(Command root)
    {
        var verb = new Command("import", "Add the incidents of a file: shows the difference first.") { _file, _dataset, _data, _dryRun, _yes, _map, _allOrNone, _refusedTo };
        verb.SetAction(parsed => Ending.Of(stop => Run(
            new Wishes(parsed.GetValue(_file)!, parsed.GetValue(_dataset), parsed.GetValue(_data), parsed.GetValue(_dryRun), parsed.GetValue(_yes),
                parsed.GetValue(_map), parsed.GetValue(_allOrNone), parsed.GetValue(_refusedTo)),
            stop)));
        root.Subcommands.Add(verb);
    }

    private static int Run(Wishes wishes, CancellationToken stop)
    {
        if (!wishes.IsDryRun && !wishes.IsAgreed && Console.IsInputRedirected)
        {
            return Ending.Say(ExitCode.Usage, "Nobody is here to be asked, so nothing was changed. Add --yes to import, or --dry-run to look only.");
        }

        try
        {
            using var store = OpenedStore.At(wishes.DataDirectory, "A running server takes files on its page for adding data.");
            return RunHere(wishes, store, stop);
        }
        catch (StartRefusedException busy) when (busy.IsInUse && RunningServer.Find(OpenedStore.DirectoryOf(wishes.DataDirectory)) is { } server)
        {
            return RunThereAsync(wishes, server, stop).GetAwaiter().GetResult();
        }
    }

    private static int RunHere(Wishes wishes, DashboardStore store, CancellationToken stop)
    {
        var recognition = Recognise(wishes, store);
        Console.WriteLine($"{Path.GetFileName(wishes.File)}: {recognition.Layout}");
        if (recognition.Mapping is { } mapping)
        {
            Console.WriteLine($"Columns: {string.Join(", ", mapping.Columns.Where(column => column.Meaning != ColumnMeaning.Attribute).Select(column => $"{column.Column} = {MeaningWords.Of(column.Meaning)}"))}");
        }

        using var staged = Stage(wishes, store, recognition, stop);
        if (wishes.RefusedTo is { } refusedTo)
        {
            using var file = File.Create(refusedTo);
            RefusedCsv.Write(file, staged.Refusals());
        }

        return Decide(wishes, staged.Difference, () =>
        {
            // Committing is SQLite's work, and has no use for the heap that staging leaves.
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive);
            return staged.Commit($"{Path.GetFileName(wishes.File)} ({recognition.Layout})", skipRefused: true, stop).Revision;
        });
    }

    /// <summary>The server that has the data does the work.</summary>
    private static async Task<int> RunThereAsync(Wishes wishes, RunningServer server, CancellationToken stop)
    {
        using var import = new ServerImport(server);
        using var progress = new ProgressLine();
        var staged = await import.StageAsync(wishes.File, wishes.Dataset, wishes.Map, progress, stop);
        try
        {
            Console.WriteLine($"{staged.File}: {staged.Layout}, read by the server at {server.Address}");
            if (wishes.RefusedTo is { } refusedTo)
            {
                await import.WriteRefusedAsync(staged, refusedTo, stop);
            }

            return Decide(wishes, ServerImport.DifferenceOf(staged), () => import.CommitAsync(staged, progress, stop).GetAwaiter().GetResult());
        }
        finally
        {
            // What is committed stays.
            await import.CancelAsync(staged);
        }
    }

    private static Recognition Recognise(Wishes wishes, DashboardStore store)
    {
        using var file = File.OpenRead(wishes.File);
        var recognition = ImportFile.Recognise(file, Path.GetFileName(wishes.File));
        if (wishes.Dataset is { } dataset)
        {
            recognition = recognition with { Dataset = DatasetChoice.Of(store, dataset, recognition.Dataset) };
        }

        if (recognition.Mapping is not { } proposed)
        {
            return recognition;
        }

        using var map = wishes.Map is null ? null : File.OpenRead(wishes.Map);
        return recognition with { Mapping = map is null ? SavedMapping.For(proposed, store.Mappings.All()) : SavedMapping.Over(proposed, MappingFile.Read(map, proposed)) };
    }

    private static StagedImport Stage(Wishes wishes, DashboardStore store, Recognition recognition, CancellationToken stop)
    {
        using var progress = new ProgressLine();
        try
        {
            return FileImport.Stage(store, new ImportRequest(wishes.File, Path.GetFileName(wishes.File), recognition, IsToLookAt: wishes.IsDryRun), progress, stop);
        }
        catch (UnreadableFileException question) when (question.Fault == FileFault.NeedsAnswer && recognition.Mapping is { } mapping)
        {
            using var known = new MemoryStream();
            MappingFile.Write(known, mapping);
            throw new UnreadableFileException(question.Fault,
                $"{question.Message} Answer in a mapping file, and name it with --map. This one holds what is known:\n{Encoding.UTF8.GetString(known.ToArray())}");
        }
    }

    /// <summary>Shows the difference, and commits it when that is what is wished.</summary>
    /// <param name="commit">Gives the number of the revision that it became.</param>
    private static int Decide(Wishes wishes, Difference difference, Func<long> commit)
    {
        new DifferenceText(Console.Out).Write(difference);
        if (wishes.IsDryRun)
        {
            return Tell(difference);
        }

        if (CountWords.ToDo(difference) is not { } toDo)
        {
            // Nothing but refused rows is bad data; a file that is here already is not.
            return Tell(difference, difference.Refused > 0 && (wishes.IsAllOrNone || difference.Unchanged == 0) ? ExitCode.BadData : ExitCode.Done);
        }

        if (difference.Refused > 0 && wishes.IsAllOrNone)
        {
            Console.Error.WriteLine($"Nothing was changed, because {CountWords.Rows(difference.Refused)} would be refused and it was to be all or none. Correct the file, or leave out --all-or-none.");
            return Tell(difference, ExitCode.BadData);
        }

        if (!wishes.IsAgreed && !Asked(difference.Refused == 0 ? $"{toDo}?" : $"{toDo}, and leave out the {CountWords.Rows(difference.Refused)} that were refused?"))
        {
            Console.Error.WriteLine("Nothing was changed.");
            return Tell(difference);
        }

        var revision = commit();
        Console.WriteLine($"Committed as revision {revision}. Take it back with: undo {revision}");
        return Tell(difference);
    }

    private static bool Asked(string question)
    {
        Console.Error.Write($"{question} [y/N] ");
        return Console.ReadLine()?.Trim() is "y" or "Y" or "yes";
    }

    /// <summary>The last line, for programs to read.</summary>
    private static int Tell(Difference difference, int exitCode = ExitCode.Done)
    {
        Console.WriteLine($"{difference.Added} added, {difference.Changed} changed, {difference.Unchanged} unchanged, {difference.Refused} refused");
        return exitCode;
    }

    private sealed record Wishes(string File, string? Dataset, string? DataDirectory, bool IsDryRun, bool IsAgreed, string? Map, bool IsAllOrNone, string? RefusedTo);
}
