using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Dashboard.Web.Endpoints;

namespace Dashboard.Web.Briefings;

/// <summary>What the page of a presenter sends: small JSON. A form of another site cannot send that unasked.</summary>
internal static class BriefingMessage
{
    /// <returns>What was said, or what to answer to something else.</returns>
    public static async Task<(T? Said, IResult? Problem)> ReadAsync<T>(HttpRequest request, JsonTypeInfo<T> type, int mostBytes) where T : class
    {
        if (!request.HasJsonContentType())
        {
            return (null, Results.StatusCode(StatusCodes.Status415UnsupportedMediaType));
        }

        var buffer = new byte[mostBytes + 1];
        var length = await request.Body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, request.HttpContext.RequestAborted);
        if (length > mostBytes)
        {
            return (null, new SaidResult(StatusCodes.Status413PayloadTooLarge, "Too large", $"A message of this kind has at most {mostBytes} bytes."));
        }

        try
        {
            return JsonSerializer.Deserialize(buffer.AsSpan(0, length), type) is { } said ? (said, null) : (null, NotUnderstood());
        }
        catch (JsonException)
        {
            return (null, NotUnderstood());
        }
    }

    private static SaidResult NotUnderstood() => new(StatusCodes.Status400BadRequest, "Not understood", "A message of a briefing is a JSON object.");
}
