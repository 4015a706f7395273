using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Dashboard.Data.Links;

/// <summary>Makes what opens short links, and what is kept of it.</summary>
internal static class LinkToken
{
    private const int Bytes = 16;

    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>The same for the same view, and not to be found without the secret.</summary>
    public static string OfView(byte[] secret, string query) => Base64Url.EncodeToString(Mac(secret, $"view\n{query}").AsSpan(0, Bytes));

    /// <summary>There is nothing to guess in a token, so that a plain hash is enough.</summary>
    public static byte[] Hash(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));

    public static byte[] Mac(byte[] secret, string text) => HMACSHA256.HashData(secret, Encoding.UTF8.GetBytes(text));
}
