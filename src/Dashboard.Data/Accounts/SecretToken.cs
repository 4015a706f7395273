using System.Security.Cryptography;
using System.Text;

namespace Dashboard.Data.Accounts;

/// <summary>Something that opens a door to whoever has it. Only its hash is kept.</summary>
internal static class SecretToken
{
    private const int Bytes = 24;

    /// <summary>192 bits of chance, in letters that addresses and cookies take as they are.</summary>
    public static string New() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>There is nothing to guess in a token, so that a plain hash is enough.</summary>
    public static byte[] Hash(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));
}
