using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Dashboard.Domain;

namespace Dashboard.Web.Explore;

/// <summary>
/// What a revision is called in addresses whose answers are kept for good: its number, and a stamp of what is in it and of
/// the program that tells it. Another store that is as old, or a newer program, has other addresses, so that no browser
/// mistakes what it kept for them. Servers of one program and one store agree.
/// </summary>
internal static class RevisionStamp
{
    public static string NameOf(long revision, IReadOnlyList<Dataset> datasets)
    {
        using var stamp = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Add(typeof(RevisionStamp).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion);
        foreach (var dataset in datasets)
        {
            // A record says all that it holds.
            Add(dataset.Description);
            AddEach(dataset.Places);
            AddEach(dataset.Actors);
            AddEach(dataset.Incidents);
            AddEach(dataset.Claims);
        }

        return string.Create(CultureInfo.InvariantCulture, $"{revision}-{Convert.ToHexStringLower(stamp.GetHashAndReset())[..8]}");

        void Add(object? value) => stamp.AppendData(Encoding.UTF8.GetBytes($"{value}\n"));

        void AddEach(IEnumerable<object> values)
        {
            foreach (var value in values)
            {
                Add(value);
            }
        }
    }
}
