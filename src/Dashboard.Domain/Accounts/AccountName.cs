namespace Dashboard.Domain.Accounts;

/// <summary>What somebody signs in as. Upper and lower case are the same name.</summary>
public static class AccountName
{
    public const int Longest = 64;

    /// <summary>The name without the spaces around it.</summary>
    /// <exception cref="RefusedException">It is empty or too long, or has characters that nobody sees.</exception>
    public static string Checked(string name)
    {
        var tidy = Refuse.Blank(name).Trim();
        Refuse.If(tidy.Length > Longest, $"The name is longer than {Longest} characters.");
        Refuse.If(tidy.Any(char.IsControl), "The name has a character that nobody can see.");
        return tidy;
    }
}
