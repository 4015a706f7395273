namespace Dashboard.Web.Accounts;

/// <summary>Why somebody is not signed in, in words.</summary>
internal static class SignInProblem
{
    /// <param name="problem">wrong or locked, as the address of the page says; anything else is no problem.</param>
    public static string? Of(string? problem) => problem switch
    {
        "wrong" => "Name and password do not belong together.",
        "locked" => "There were too many wrong passwords. Wait a while, an hour at most, or ask an admin for a new password.",
        _ => null,
    };
}
