using System.Text.Json;
using Dashboard.Domain.Actors;
using Dashboard.Domain.Places;
using Dashboard.Domain.Sources;

namespace Dashboard.Data.Export;

/// <summary>A part of a dataset, ready to be written again and again.</summary>
/// <param name="index">Its place among the parts of its nature.</param>
internal abstract class ExportedPart(string id, int index)
{
    public int Index => index;

    /// <summary>Its id as documents have it, between the quotes.</summary>
    public byte[] EncodedId { get; } = JsonText.Encoded(id);

    protected static byte[] Written<T>(T part) => JsonSerializer.SerializeToUtf8Bytes(part, FeatureJson.Options);
}

internal sealed class ExportedActor(Actor actor, int index) : ExportedPart(actor.Id, index)
{
    public Actor Actor => actor;

    /// <summary>Its name as JSON.</summary>
    public byte[] Name => field ??= JsonText.Of(actor.Name);
}

/// <param name="sources">What it rests on.</param>
internal sealed class ExportedPlace(Place place, int index, IReadOnlyList<ExportedSource> sources) : ExportedPart(place.Id, index)
{
    public Place Place => place;

    public IReadOnlyList<ExportedSource> Sources => sources;

    /// <summary>All of it.</summary>
    public byte[] Json => field ??= Written(place);
}

internal sealed class ExportedSource(Source source, int index) : ExportedPart(source.Id, index)
{
    public Source Source => source;

    /// <summary>All of it.</summary>
    public byte[] Json => field ??= Written(source);
}
