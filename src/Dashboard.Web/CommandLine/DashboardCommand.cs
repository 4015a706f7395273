using System.CommandLine;
using System.CommandLine.Invocation;

namespace Dashboard.Web.CommandLine;

/// <summary>
/// The command line. Without a verb the program serves; a verb is a class of its own beside <see cref="ServeCommand"/>
/// that is added to the root here.
/// </summary>
public static class DashboardCommand
{
    public static async Task<int> RunAsync(string[] args)
    {
        var root = new RootCommand("Incidents on a map and a timeline that move together, where every view is a link.");
        ServeCommand.AddTo(root);
        ImportCommand.AddTo(root);
        UndoCommand.AddTo(root);
        ExportCommand.AddTo(root);
        BundleCommand.AddTo(root);
        VerifyCommand.AddTo(root);
        UserCommand.AddTo(root);

        var parsed = root.Parse(args);
        if (parsed.Action is ParseErrorAction)
        {
            await Console.Error.WriteLineAsync($"{parsed.Errors[0].Message} Try --help.");
            return ExitCode.Usage;
        }

        try
        {
            // The host of the server answers Ctrl+C and SIGTERM.
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null });
        }
        catch (StartRefusedException refusal)
        {
            await Console.Error.WriteLineAsync(refusal.Message);
            return refusal.ExitCode;
        }
    }
}
