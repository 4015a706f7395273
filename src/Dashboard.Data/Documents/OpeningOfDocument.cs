using Dashboard.Domain.Time;

namespace Dashboard.Data.Documents;

/// <summary>Reads one thing of an incident's document and goes past all the others.</summary>
internal static class OpeningOfDocument
{
    /// <summary>The roles that some actors have in it.</summary>
    public static IReadOnlyList<ActorRole> Roles(long number, ReadOnlySpan<byte> json, IReadOnlySet<string> actorIds)
    {
        var document = AtPlaces(json);
        document.Skip("places"u8);
        document.Skip("shape"u8);
        document.Skip("precision"u8);
        document.Skip("shapeEvidence"u8);
        return InvolvementJson.ReadRoles(ref document, "involved"u8, number, actorIds);
    }

    /// <summary>The places that it names.</summary>
    public static IReadOnlyList<string> PlaceIds(ReadOnlySpan<byte> json)
    {
        var document = AtPlaces(json);
        return document.Texts("places"u8);
    }

    /// <summary>When it was; null for what is undated.</summary>
    public static Occurrence? Time(ReadOnlySpan<byte> json)
    {
        var document = AtTime(json);
        return document.Has("time"u8) ? OccurrenceJson.Read(ref document) : null;
    }

    private static DocumentReader AtPlaces(ReadOnlySpan<byte> json)
    {
        var document = AtTime(json);
        document.Skip("time"u8);
        document.Skip("timeEvidence"u8);
        return document;
    }

    private static DocumentReader AtTime(ReadOnlySpan<byte> json)
    {
        var document = new DocumentReader(json);
        document.Open();
        document.Skip("id"u8);
        document.Skip("slug"u8);
        document.Skip("title"u8);
        document.Skip("kind"u8);
        document.Skip("evidence"u8);
        document.Skip("claims"u8);
        document.Skip("lead"u8);
        return document;
    }
}
