using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;

namespace Dashboard.Web.Explore;

/// <summary>
/// What a revision is called in addresses whose answers are kept for good: its number, and a stamp of the store and of the
/// program that tells it. Another store that is as old, or a newer program, has other addresses, so that no browser
/// mistakes what it kept for them. Servers of one program and one store agree.
/// </summary>
internal static class RevisionStamp
{
    private static readonly string? _program = typeof(RevisionStamp).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion;

    /// <summary>The number in a name; null where it has none.</summary>
    public static long? NumberIn(string name) =>
        name.IndexOf('-', StringComparison.Ordinal) is > 0 and var end && long.TryParse(name.AsSpan(0, end), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <param name="nameInStore">What the store calls it: the number, a hyphen, and a stamp of its own.</param>
    public static string NameOf(string nameInStore)
    {
        var number = nameInStore[..nameInStore.IndexOf('-', StringComparison.Ordinal)];
        var stamp = SHA256.HashData(Encoding.UTF8.GetBytes($"{nameInStore}\n{_program}"));
        return $"{number}-{Convert.ToHexStringLower(stamp)[..8]}";
    }
}
