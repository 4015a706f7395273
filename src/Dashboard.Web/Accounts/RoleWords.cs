using Dashboard.Domain.Accounts;

namespace Dashboard.Web.Accounts;

/// <summary>Roles in words, as addresses, forms and pages write them.</summary>
internal static class RoleWords
{
    public static string Of(Role role) => role switch
    {
        Role.Editor => "editor",
        Role.Admin => "admin",
        _ => throw new ArgumentOutOfRangeException(nameof(role)),
    };

    public static string WithArticle(Role role) => $"an {Of(role)}";

    /// <summary>The role of that word; null when it is none.</summary>
    public static Role? Parse(string? word) => word switch
    {
        "editor" => Role.Editor,
        "admin" => Role.Admin,
        _ => null,
    };
}
