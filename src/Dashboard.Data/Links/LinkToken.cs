using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Dashboard.Data.Links;

/// <summary>What opens a short link: 128 bits in letters that addresses take as they are.</summary>
public static class LinkToken
{
    public const int Length = 22;

    private const int Bytes = 16;

    /// <summary>Whether it is written like one; whether it opens anything is another question.</summary>
    public static bool IsWellFormed(string? token) => token is { Length: Length } && Base64Url.IsValid(token);

    internal static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>The same for the same view, and not to be found without the secret.</summary>
    internal static string OfView(byte[] secret, string query) => Base64Url.EncodeToString(Mac(secret, $"view\n{query}").AsSpan(0, Bytes));

    /// <summary>There is nothing to guess in a token, so that a plain hash is enough.</summary>
    internal static byte[] Hash(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));

    internal static byte[] Mac(byte[] secret, string text) => HMACSHA256.HashData(secret, Encoding.UTF8.GetBytes(text));
}
