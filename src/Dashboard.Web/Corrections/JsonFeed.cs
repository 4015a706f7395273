using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Dashboard.Data;

namespace Dashboard.Web.Corrections;

/// <summary>Corrections as JSON Feed 1.1, with the differences also value by value under <c>_correction</c>.</summary>
internal static class JsonFeed
{
    private const string Version = "https://jsonfeed.org/version/1.1";

    /// <summary>It is read as JSON, never as part of a page: names in any script stay legible.</summary>
    private static readonly JsonWriterOptions _options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Write(CorrectionFeed feed)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, _options))
        {
            var query = feed.List.Query;
            json.WriteStartObject();
            json.WriteString("version", Version);
            json.WriteString("title", feed.Title);
            json.WriteString("description", feed.Description);
            json.WriteString("home_page_url", feed.Page);
            json.WriteString("feed_url", feed.Server + CorrectionsAddress.OfJson(query, feed.List.After));
            if (feed.List.Next is { } next)
            {
                json.WriteString("next_url", feed.Server + CorrectionsAddress.OfJson(query, next));
            }

            json.WriteStartArray("items");
            foreach (var change in feed.List.Changes)
            {
                Item(json, feed, change);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return bytes.ToArray();
    }

    private static void Item(Utf8JsonWriter json, CorrectionFeed feed, IncidentChange change)
    {
        json.WriteStartObject();
        json.WriteString("id", FeedAddresses.OfEntry(change));
        json.WriteString("url", feed.AddressOf(change));
        json.WriteString("title", CorrectionFeed.TitleOf(change));
        json.WriteString("content_text", CorrectionFeed.TextOf(change));
        json.WriteString("date_published", change.Revision.Committed.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));
        json.WriteStartObject("_correction");
        json.WriteString("incident", change.Incident.Slug);
        json.WriteString("nature", change.Nature.ToString().ToLowerInvariant());
        json.WriteNumber("revision", change.Revision.Id);
        json.WriteStartArray("differences");
        foreach (var line in ChangeWords.Lines(change))
        {
            json.WriteStartObject();
            json.WriteString("what", line.What);
            json.WriteString("before", line.Before);
            json.WriteString("after", line.After);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
