using System.Security.Cryptography;
using System.Text;

namespace Dashboard.Domain.Sharing;

/// <summary>
/// Names that stand for others: the same one for the same name, and nobody who has not the key can find which. A hash alone would not do:
/// names of towns are few, and can be tried.
/// </summary>
/// <param name="key">Of one link: what two links show cannot be put together.</param>
internal sealed class Pseudonyms(byte[] key)
{
    private const int Bytes = 8;

    /// <param name="nature">What it is, in a word that addresses take: <c>incident</c>.</param>
    public string Of(string nature, string name) =>
        $"{nature}-{Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"{nature}\n{name}")).AsSpan(0, Bytes))}";
}
