namespace Dashboard.Data.Documents;

/// <summary>
/// The document of an incident cut into its properties, each as it lies there: for whoever passes them on in another order
/// and needs no incident. What was left out is empty.
/// </summary>
internal readonly ref struct CutDocument
{
    /// <exception cref="InvalidDataException">It is no document of an incident.</exception>
    public CutDocument(ReadOnlySpan<byte> json)
    {
        var document = new DocumentReader(json);
        document.Open();
        Id = document.Cut("id"u8);
        Slug = document.Cut("slug"u8);
        Title = document.Cut("title"u8);
        Kind = document.Cut("kind"u8);
        Evidence = document.Cut("evidence"u8);
        Claims = document.Cut("claims"u8);
        IsLead = document.Has("lead"u8) && document.Flag();
        Time = document.Cut("time"u8);
        TimeEvidence = document.Cut("timeEvidence"u8);
        Places = document.Cut("places"u8);
        Shape = document.Cut("shape"u8);
        Precision = document.Cut("precision"u8);
        ShapeEvidence = document.Cut("shapeEvidence"u8);
        Involved = document.Cut("involved"u8);
        Killed = document.Cut("killed"u8);
        Injured = document.Cut("injured"u8);
        Weapons = document.Cut("weapons"u8);
        Summary = document.Cut("summary"u8);
        TimeNote = document.Cut("timeNote"u8);
        ShapeNote = document.Cut("shapeNote"u8);
        Targets = document.Cut("targets"u8);
        Caveats = document.Cut("caveats"u8);
        Tags = document.Cut("tags"u8);
        UpstreamId = document.Cut("upstreamId"u8);
        if (document.Has("attributes"u8))
        {
            Attributes = document.CutLast();
        }
        else
        {
            document.Close();
        }
    }

    public ReadOnlySpan<byte> Id { get; }

    public ReadOnlySpan<byte> Slug { get; }

    public ReadOnlySpan<byte> Title { get; }

    public ReadOnlySpan<byte> Kind { get; }

    /// <summary>See <see cref="EvidenceJson"/>; so for the others, which are empty where they are the same.</summary>
    public ReadOnlySpan<byte> Evidence { get; }

    /// <summary>See <see cref="ClaimJson"/>.</summary>
    public ReadOnlySpan<byte> Claims { get; }

    public bool IsLead { get; }

    /// <summary>See <see cref="OccurrenceJson"/>.</summary>
    public ReadOnlySpan<byte> Time { get; }

    public ReadOnlySpan<byte> TimeEvidence { get; }

    public ReadOnlySpan<byte> Places { get; }

    /// <summary>See <see cref="GeometryJson"/>.</summary>
    public ReadOnlySpan<byte> Shape { get; }

    public ReadOnlySpan<byte> Precision { get; }

    public ReadOnlySpan<byte> ShapeEvidence { get; }

    /// <summary>See <see cref="InvolvementJson"/>.</summary>
    public ReadOnlySpan<byte> Involved { get; }

    /// <summary>See <see cref="TollJson"/>.</summary>
    public ReadOnlySpan<byte> Killed { get; }

    public ReadOnlySpan<byte> Injured { get; }

    /// <summary>See <see cref="WeaponJson"/>.</summary>
    public ReadOnlySpan<byte> Weapons { get; }

    public ReadOnlySpan<byte> Summary { get; }

    public ReadOnlySpan<byte> TimeNote { get; }

    public ReadOnlySpan<byte> ShapeNote { get; }

    public ReadOnlySpan<byte> Targets { get; }

    public ReadOnlySpan<byte> Caveats { get; }

    public ReadOnlySpan<byte> Tags { get; }

    public ReadOnlySpan<byte> UpstreamId { get; }

    /// <summary>See <see cref="AttributesJson"/>.</summary>
    public ReadOnlySpan<byte> Attributes { get; }
}
