using Dashboard.Data;
using Dashboard.Domain.Accounts;
using Dashboard.Web.Tests.Harness;

namespace Dashboard.Web.Tests.CommandLine;

public sealed class UserCommandTests : IDisposable
{
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("dashboard-user-");

    public void Dispose() => _data.Delete(recursive: true);

    [Fact]
    public async Task An_account_is_added_reset_disabled_and_enabled()
    {
        var added = await RunAsync("add", "Noor", "--role", "admin");
        var second = await RunAsync("add", "Sam");
        var again = await RunAsync("add", "noor");
        var reset = await RunAsync("reset", "Sam");
        var disabled = await RunAsync("disable", "Sam");
        var last = await RunAsync("disable", "Noor");

        Assert.Matches(@"^Noor can sign in as an admin\. Password, shown this once: (\w{5}-){3}\w{5}\n$", added.Output);
        Assert.Matches(@"^Sam has a new password and is signed out everywhere\. Password, shown this once: (\w{5}-){3}\w{5}\n$", reset.Output);
        Assert.Equal("Sam can no longer sign in and is signed out everywhere.\n", disabled.Output);
        Assert.Equal((65, "There is an account called 'noor' already.\n"), (again.ExitCode, again.Errors));
        Assert.Equal((65, "'Noor' is the only admin. Make another one first: somebody must look after the accounts.\n"), (last.ExitCode, last.Errors));
        Assert.Equal([0, 0, 0, 0], [added.ExitCode, second.ExitCode, reset.ExitCode, disabled.ExitCode]);
        using (var store = DashboardStore.Open(_data.FullName))
        {
            Assert.Equal([("Noor", Role.Admin, false), ("Sam", Role.Editor, true)], store.Accounts.All().Select(account => (account.Name, account.Role, account.IsDisabled)));
        }

        Assert.Equal("Sam can sign in again.\n", (await RunAsync("enable", "Sam")).Output);
    }

    [Fact]
    public async Task Another_role_is_no_command()
    {
        var outcome = await RunAsync("add", "Noor", "--role", "owner");
        Assert.Equal((2, "--role is editor or admin, not 'owner'. Try --help.\n"), (outcome.ExitCode, outcome.Errors));
    }

    private Task<DashboardProcess.Outcome> RunAsync(params IEnumerable<string> arguments) => DashboardProcess.RunAsync(["user", .. arguments, "--data", _data.FullName]);
}
