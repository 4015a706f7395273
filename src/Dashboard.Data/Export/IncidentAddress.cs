using System.Buffers;
using System.Text;
using Dashboard.Data.Documents;

namespace Dashboard.Data.Export;

/// <summary>The page of an incident, as an export names it.</summary>
internal static class IncidentAddress
{
    private static readonly SearchValues<byte> _plain = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.~"u8);

    /// <summary>Appends it; it has nothing that JSON or a table would escape.</summary>
    /// <param name="slug">As it lies in a document, with its quotes.</param>
    public static void AddTo(OutputBytes to, ReadOnlySpan<byte> slug)
    {
        to.Add("/incidents/"u8);
        var isPlain = !slug[1..^1].ContainsAnyExcept(_plain);
        to.Add(isPlain ? slug[1..^1] : Encoding.ASCII.GetBytes(Uri.EscapeDataString(JsonBytes.Text(slug))));
    }
}
