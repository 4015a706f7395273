using System.Buffers.Text;
using System.Security.Cryptography;

namespace Dashboard.Web.Briefings;

/// <summary>128 bits of chance, in letters that an address takes as they are.</summary>
internal static class BriefingSecret
{
    private const int Bytes = 16;

    /// <summary>Of every secret, in letters.</summary>
    public const int Length = 22;

    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));
}
