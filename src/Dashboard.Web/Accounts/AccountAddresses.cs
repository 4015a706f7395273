namespace Dashboard.Web.Accounts;

/// <summary>Where somebody signs in, and where accounts are looked after.</summary>
internal static class AccountAddresses
{
    public const string SignIn = "/sign-in";
    public const string SignOut = "/sign-out";
    public const string SetUp = "/set-up";
    public const string Own = "/account";
    public const string Password = "/account/password";
    public const string All = "/accounts";

    /// <summary>Where to sign in, and then go on.</summary>
    public static string SignInAndThen(string path) => $"{SignIn}?return={Uri.EscapeDataString(path)}";

    public static string EndOf(long session) => $"/account/sessions/{session}/end";

    /// <param name="verb">add, disable, enable, reset or role.</param>
    public static string Of(string verb) => $"{All}/{verb}";
}
