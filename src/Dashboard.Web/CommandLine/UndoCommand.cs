using System.CommandLine;

namespace Dashboard.Web.CommandLine;

/// <summary>Takes back what a revision changed, as a new revision.</summary>
internal static class UndoCommand
{
    private static readonly Argument<long?> _revision = new("REVISION") { Description = "Its number. [default: the last one]", Arity = ArgumentArity.ZeroOrOne };
    private static readonly Option<string?> _data = new("--data") { Description = "The directory that holds the data. [default: ./data]", HelpName = "DIR" };

    public static void AddTo(Command root)
    {
        var verb = new Command("undo", "Take back what a revision changed.") { _revision, _data };
        verb.SetAction(parsed => Ending.Of(_ => Run(parsed.GetValue(_revision), parsed.GetValue(_data))));
        root.Subcommands.Add(verb);
    }

    private static int Run(long? revision, string? directory)
    {
        using var store = OpenedStore.At(directory, "A running server undoes revisions on its page for adding data.");
        if ((revision ?? store.Revisions.Last(1).FirstOrDefault()?.Id) is not { } number)
        {
            return Ending.Say(ExitCode.BadData, "There is no revision to undo.");
        }

        var undone = store.Undo(number);
        Console.WriteLine($"Revision {number} is undone by revision {undone.Revision}: {undone.Added} added, {undone.Changed} changed, {undone.Removed} removed");
        return ExitCode.Done;
    }
}
