using System.Reflection;
using System.Security.Cryptography;
using System.Text;

namespace Dashboard.Web.Explore;

/// <summary>
/// What a revision is called in addresses whose answers are kept for good: its number, and a stamp of its name in the store
/// and of the program that tells it. Another store that is as old, or a newer program, has other addresses, so that no
/// browser mistakes what it kept for them. Servers of one program and one store agree.
/// </summary>
internal static class RevisionStamp
{
    private const int StampLength = 8;

    private static readonly string? _program =
        typeof(RevisionStamp).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion;

    /// <param name="name">What the store calls the revision.</param>
    public static string NameOf(string name)
    {
        var number = name[..name.IndexOf('-', StringComparison.Ordinal)];
        var stamp = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{name}\n{_program}")));
        return $"{number}-{stamp[..StampLength]}";
    }
}
