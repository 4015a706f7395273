namespace Dashboard.Web.Accounts;

/// <summary>Everything that accounts need.</summary>
internal static class AccountServices
{
    public static void AddAccounts(this IServiceCollection services) =>
        services.AddSingleton(TimeProvider.System).AddSingleton<Passwords>().AddSingleton<SignIn>().AddSingleton<AccountDesk>().AddSingleton<SessionPages>();
}
