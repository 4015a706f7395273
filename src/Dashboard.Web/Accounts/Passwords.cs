using System.Security.Cryptography;
using Dashboard.Domain;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Dashboard.Web.Accounts;

/// <summary>Passwords as they are kept: PBKDF2 with HMAC-SHA512, the salt and the work factor in the hash.</summary>
internal sealed class Passwords
{
    public const int Shortest = 12;

    private const int Longest = 256;

    /// <summary>What OWASP's Password Storage Cheat Sheet asks of PBKDF2 with HMAC-SHA512.</summary>
    private const int WorkFactor = 210_000;

    /// <summary>Without those that are mistaken for others: a person copies it from a screen.</summary>
    private const string Letters = "abcdefghjkmnpqrstuvwxyz23456789";

    private readonly PasswordHasher<string> _hasher = new(Options.Create(new PasswordHasherOptions { IterationCount = WorkFactor }));
    private readonly Lazy<string> _nobodys;

    public Passwords() => _nobodys = new Lazy<string>(() => _hasher.HashPassword("", New()));

    /// <summary>A password that nobody can guess, 95 bits in four groups, to be handed over and changed.</summary>
    public static string New() => string.Join('-', Enumerable.Range(0, 4).Select(_ => RandomNumberGenerator.GetString(Letters, 5)));

    /// <exception cref="RefusedException">It is too easy to guess, or too long.</exception>
    public string Hash(string name, string password)
    {
        if (password.Length is < Shortest or > Longest)
        {
            throw new RefusedException($"A password has at least {Shortest} characters, and at most {Longest}. Several words are easy to keep in mind.");
        }

        if (string.Equals(name, password, StringComparison.OrdinalIgnoreCase))
        {
            throw new RefusedException("The password is the name. Take one that others do not know.");
        }

        return _hasher.HashPassword("", password);
    }

    /// <summary>Whether it is the password; and whether its hash was made with less work than one is now.</summary>
    /// <param name="hash">As it is kept; null where nobody has the name, which takes as long as a wrong password does.</param>
    public (bool IsRight, bool IsOld) Check(string? hash, string password)
    {
        var result = password.Length > Longest ? PasswordVerificationResult.Failed : _hasher.VerifyHashedPassword("", hash ?? _nobodys.Value, password);
        return (hash is not null && result != PasswordVerificationResult.Failed, result == PasswordVerificationResult.SuccessRehashNeeded);
    }
}
