using System.CommandLine;
using Dashboard.Domain.Accounts;
using Dashboard.Web.Accounts;

namespace Dashboard.Web.CommandLine;

/// <summary>Looks after the accounts, whether a server is running on the data or not: who has the directory is its owner.</summary>
internal static class UserCommand
{
    private static readonly Option<string?> _data = new("--data") { Description = "The directory that holds the data. [default: ./data]", HelpName = "DIR", Recursive = true };
    private static readonly Option<string> _role = new("--role") { Description = "editor: changes the data. admin: looks after the accounts too.", HelpName = "editor|admin", DefaultValueFactory = _ => "editor" };

    public static void AddTo(Command root)
    {
        _role.Validators.Add(role =>
        {
            if (RoleWords.Parse(role.GetValueOrDefault<string>()) is null)
            {
                role.AddError($"--role is editor or admin, not '{role.GetValueOrDefault<string>()}'.");
            }
        });
        var user = new Command("user", "Look after the accounts of those who change the data. Readers need none.") { _data };
        user.Subcommands.Add(Verb("add", "Add an account, and show its password once.", (desk, name, role) => desk.Add(name, role), _role));
        user.Subcommands.Add(Verb("reset", "Give an account a new password, and show it once.", (desk, name, _) => desk.Reset(name)));
        user.Subcommands.Add(Verb("disable", "Let somebody sign in no more.", (desk, name, _) => desk.Disable(name)));
        user.Subcommands.Add(Verb("enable", "Let somebody sign in again.", (desk, name, _) => desk.Enable(name)));
        root.Subcommands.Add(user);
    }

    private static Command Verb(string word, string description, Func<AccountDesk, string, Role, AccountAnswer> change, params ReadOnlySpan<Option> options)
    {
        var name = new Argument<string>("NAME") { Description = "What they sign in as." };
        var verb = new Command(word, description) { name };
        foreach (var option in options)
        {
            verb.Options.Add(option);
        }

        verb.SetAction(parsed => Ending.Of(stop =>
        {
            var role = verb.Options.Contains(_role) ? RoleWords.Parse(parsed.GetValue(_role))!.Value : Role.Editor;
            var answer = Do(parsed.GetValue(_data), desk => change(desk, parsed.GetValue(name)!, role), word, parsed.GetValue(name)!, role, stop);
            Console.WriteLine(answer.Password is { } password ? $"{answer.Said} Password, shown this once: {password}" : answer.Said);
            return ExitCode.Done;
        }));
        return verb;
    }

    private static AccountAnswer Do(string? directory, Func<AccountDesk, AccountAnswer> here, string word, string name, Role role, CancellationToken stop)
    {
        try
        {
            using var store = OpenedStore.At(directory, "Accounts are looked after on the running server's page.");
            return here(new AccountDesk(store, new Passwords()));
        }
        catch (StartRefusedException busy) when (busy.IsInUse && RunningServer.Find(OpenedStore.DirectoryOf(directory)) is { } server)
        {
            using var accounts = new ServerAccounts(server);
            return accounts.DoAsync(word, name, role, stop).GetAwaiter().GetResult();
        }
    }
}
