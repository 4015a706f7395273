using System.Text;
using System.Text.Json;
using Dashboard.Domain;
using Dashboard.Domain.Time;

namespace Dashboard.Data.Import.GeoJson;

/// <summary>Reads GeoJSON of any length and shape, ours and anybody's; one feature is in memory at a time.</summary>
internal static class GeoJsonReader
{
    /// <summary>The deepest nesting of one feature.</summary>
    private const int Deepest = 64;

    private static readonly JsonDocumentOptions _strict = new() { MaxDepth = Deepest, AllowDuplicateProperties = false };

    /// <summary>True for the beginning of a file that cannot be a table: JSON, read or refused as such.</summary>
    public static bool Recognises(ReadOnlySpan<byte> head)
    {
        ReadOnlySpan<byte> text = Utf16(head) is { } encoding ? Encoding.UTF8.GetBytes(encoding.GetString(head)) : head;
        text = text.TrimStart("\u001E\uFEFF \t\r\n"u8);
        return text is [(byte)'{', .. var members] ? members.TrimStart(" \t\r\n"u8) is [] or [(byte)'"' or (byte)'}', ..]
            : text is [(byte)'[', .. var items] && items.TrimStart(" \t\r\n"u8) is [(byte)'{', ..];
    }

    /// <summary>The text in UTF-8, whatever it is in.</summary>
    /// <param name="head">Its beginning.</param>
    public static Stream Utf8(Stream file, ReadOnlySpan<byte> head) =>
        Utf16(head) is { } encoding ? Encoding.CreateTranscodingStream(file, encoding, Encoding.UTF8) : file;

    /// <summary>What the beginning of the file tells.</summary>
    /// <param name="file">UTF-8.</param>
    /// <exception cref="UnreadableFileException">It is empty, no GeoJSON, or broken before its first feature.</exception>
    public static Recognition Recognise(Stream file, string fileName)
    {
        foreach (var piece in new GeoJsonPieces(file, CancellationToken.None).All())
        {
            if (piece.Nature == PieceNature.Header)
            {
                if (HeaderReader.IsOurs(piece.Json) && HeaderReader.Read(piece).Datasets is [var first, ..] datasets)
                {
                    return Recognised(Codebook.DashboardGeoJson, datasets.Count == 1 ? "Dashboard export" : $"Dashboard export, {datasets.Count} datasets", first.Description);
                }
            }
            else
            {
                RefuseOther(piece);
                break;
            }
        }

        return Recognised(Codebook.GeoJson, "GeoJSON", Described(fileName));
    }

    /// <summary>All that the file holds, in its order.</summary>
    /// <param name="file">UTF-8.</param>
    /// <exception cref="UnreadableFileException">It breaks the rules of JSON, or is in another reference system.</exception>
    public static IEnumerable<FileContent> Read(Stream file, Recognition recognition, CancellationToken stop)
    {
        var plain = new PlainFeatures(recognition);
        ExportedFeature? exported = null;
        var isEmpty = true;
        foreach (var piece in new GeoJsonPieces(file, stop).All())
        {
            if (piece.Nature == PieceNature.Feature)
            {
                isEmpty = false;
                foreach (var content in exported is null ? Plain(piece, plain) : [Exported(piece, exported)])
                {
                    yield return content;
                }
            }
            else if (HeaderReader.IsOurs(piece.Json))
            {
                var header = HeaderReader.Read(piece);
                exported = new ExportedFeature(new ExportedActors(header));
                foreach (var dataset in header.Datasets)
                {
                    yield return new FileContent.Whole(dataset.WithoutIncidents(), piece.Line);
                }
            }
        }

        if (isEmpty && exported is null)
        {
            throw new UnreadableFileException(FileFault.Empty, "there are no features in the file");
        }

        foreach (var content in plain.Finish())
        {
            yield return content;
        }
    }

    /// <summary>The encoding of a text in UTF-16, by its mark or by the zero beside its first brace; otherwise null.</summary>
    private static Encoding? Utf16(ReadOnlySpan<byte> head) => head switch
    {
        [0xFF, 0xFE, ..] or [(byte)'{', 0, ..] => Encoding.Unicode,
        [0xFE, 0xFF, ..] or [0, (byte)'{', ..] => Encoding.BigEndianUnicode,
        _ => null,
    };

    private static IEnumerable<FileContent> Plain(GeoJsonPiece piece, PlainFeatures plain)
    {
        var (feature, refusal) = Parsed(piece, PlainFeature.Read);
        return feature is null ? [new FileContent.Refused(refusal!)] : plain.Add(feature);
    }

    private static FileContent Exported(GeoJsonPiece piece, ExportedFeature exported)
    {
        var (incident, refusal) = Parsed(piece, exported.Read);
        return incident is null ? new FileContent.Refused(refusal!) : new FileContent.Row(incident);
    }

    private static (T? Read, Refusal? Refusal) Parsed<T>(GeoJsonPiece piece, Func<JsonElement, long, T> read)
        where T : class
    {
        try
        {
            using var json = JsonDocument.Parse(piece.Json, _strict);
            return (read(json.RootElement, piece.Line), null);
        }
        catch (FeatureRefusedException refused)
        {
            return (null, refused.At(piece.Line));
        }
        catch (RefusedException refused)
        {
            return (null, new Refusal(piece.Line, "", "", refused.Message));
        }
        catch (JsonException)
        {
            // Its end was found, so its syntax is right: what is left is what we ask beyond that.
            return (null, new Refusal(piece.Line, "", "", IsTooDeep(piece.Json.Span)
                ? $"the feature is nested deeper than {Deepest}"
                : "the feature says something twice: a name stands twice in one object"));
        }
        catch (InvalidOperationException)
        {
            return (null, new Refusal(piece.Line, "", "", "a name in the feature has half a character (a lone surrogate, or bytes that are not UTF-8)"));
        }
    }

    private static bool IsTooDeep(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = int.MaxValue });
        while (reader.Read())
        {
            if (reader.CurrentDepth >= Deepest && reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A first object that is neither a feature nor a geometry is no GeoJSON at all.</summary>
    private static void RefuseOther(GeoJsonPiece piece)
    {
        var reader = new Utf8JsonReader(piece.Json.Span, new JsonReaderOptions { MaxDepth = int.MaxValue });
        var isType = false;
        while (reader.Read())
        {
            if (isType)
            {
                if (reader.TokenType == JsonTokenType.String && (reader.ValueTextEquals("Feature"u8) || GeoJsonGeometry.IsType(Encoding.UTF8.GetString(reader.ValueSpan))))
                {
                    return;
                }

                break;
            }

            isType = reader.CurrentDepth == 1 && reader.TokenType == JsonTokenType.PropertyName && reader.ValueTextEquals("type"u8);
        }

        throw new UnreadableFileException(FileFault.WrongType, $"line {piece.Line}: this is JSON, but no GeoJSON: a type like FeatureCollection or Feature is missing");
    }

    private static Recognition Recognised(Codebook codebook, string layout, DatasetDescription dataset) =>
        new() { Codebook = codebook, Layout = layout, Table = null, Dataset = dataset, Mapping = null };

    private static DatasetDescription Described(string fileName)
    {
        var title = Path.GetFileName(fileName);
        while (Path.GetExtension(title).ToUpperInvariant() is ".GEOJSON" or ".JSON" or ".GEOJSONL" or ".GEOJSONS" or ".NDJSON" or ".JSONL" or ".GZ" or ".ZIP")
        {
            title = Path.GetFileNameWithoutExtension(title);
        }

        title = string.IsNullOrWhiteSpace(title) ? "GeoJSON" : title;
        return new DatasetDescription(Slug.Of(title), title, "", "", "", TimeWindow.All) { Codebook = "GeoJSON" };
    }
}
