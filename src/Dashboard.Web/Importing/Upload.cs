using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Dashboard.Web.Importing;

/// <summary>A file that a request brings: as its whole body, or as the file of a form. It is read as it comes.</summary>
/// <param name="Length">Null where the sender does not say.</param>
internal sealed record Upload(string FileName, Stream Content, long? Length, string? Dataset)
{
    private const int MostFields = 16;

    /// <returns>Null when the request names no file.</returns>
    /// <exception cref="InvalidDataException">The form breaks its own rules.</exception>
    /// <exception cref="IOException">It breaks off.</exception>
    public static Task<Upload?> OfAsync(HttpRequest request, CancellationToken stop)
    {
        var dataset = request.Query["dataset"].ToString() is { Length: > 0 } slug ? slug : null;
        return BoundaryOf(request) is { } boundary
            ? OfFormAsync(new MultipartReader(boundary, request.Body), request.ContentLength, dataset, stop)
            : Task.FromResult(NameOf(request.Query["name"].ToString()) is { } name ? new Upload(name, request.Body, request.ContentLength, dataset) : null);
    }

    /// <summary>True for what a page without scripts sends: the answer is for a person. (A program that says nothing of its type may well seem to send another sort of form.)</summary>
    public static bool IsForm(HttpRequest request) => BoundaryOf(request) is not null;

    private static async Task<Upload?> OfFormAsync(MultipartReader form, long? length, string? dataset, CancellationToken stop)
    {
        for (var fields = 0; fields < MostFields && await form.ReadNextSectionAsync(stop) is { } section; fields++)
        {
            if (section.AsFileSection() is { } file)
            {
                // The length is the form's, a little more than the file's: near enough to show how far it is.
                return NameOf(file.FileName) is { } name ? new Upload(name, section.Body, length, dataset) : null;
            }

            if (section.AsFormDataSection() is { Name: "dataset" } field && await field.GetValueAsync(stop) is { Length: > 0 } value)
            {
                dataset = value;
            }
        }

        return null;
    }

    private static string? BoundaryOf(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type) && type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
            ? HeaderUtilities.RemoveQuotes(type.Boundary).Value
            : null;

    /// <summary>The last part of what may be a path; null for none.</summary>
    private static string? NameOf(string name)
    {
        var last = name[(name.LastIndexOfAny(['/', '\\']) + 1)..].Trim();
        return last.Length == 0 ? null : last[..Math.Min(last.Length, 255)];
    }
}
