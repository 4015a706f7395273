using System.Text.Json.Serialization;

namespace Dashboard.Web.Endpoints;

/// <summary>
/// What map and timeline draw of one question, or of a part of it, whatever the window: the browser keeps the time. Times
/// are Unix milliseconds in UTC, coordinates degrees, lengths metres; null is unknown, or does not apply.
/// </summary>
public sealed record Marks
{
    public required long Revision { get; init; }

    public required Span? Coverage { get; init; }

    /// <summary>Of each dataset whose coverage is known.</summary>
    public required IReadOnlyList<MarkCoverage> Coverages { get; init; }

    public required Span? Extent { get; init; }

    /// <summary>How many there are: incidents, and leads where they are asked for.</summary>
    public required int Count { get; init; }

    public required int Undated { get; init; }

    public required int NotPlaced { get; init; }

    /// <summary>Minutes that clocks were ahead of UTC at most of the incidents; null when none has a date. Many places share no one local clock.</summary>
    public required int? LocalOffset { get; init; }

    /// <summary>By start, the undated last; none where they are too many to be sent one by one.</summary>
    public required IReadOnlyList<Mark> Incidents { get; init; }
}

/// <summary>A stretch of time, its end exclusive.</summary>
public sealed record Span(long From, long To);

/// <summary>When a dataset was collected, its end exclusive; null is open.</summary>
public sealed record MarkCoverage(string Dataset, long? From, long? To);

/// <summary>One incident, or one lead.</summary>
public sealed record Mark
{
    public required string Slug { get; init; }

    /// <summary>The slug of its dataset.</summary>
    public required string Dataset { get; init; }

    /// <summary>True for a machine-coded row that awaits a person.</summary>
    public required bool Lead { get; init; }

    /// <summary>True where the view is looked at through a lens that does not mention it; left out where it is not.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Unmentioned { get; init; }

    public required string Title { get; init; }

    public required string Kind { get; init; }

    /// <summary>The names of its places.</summary>
    public required string Place { get; init; }

    public required MarkTimes When { get; init; }

    public required long? Start { get; init; }

    /// <summary>The stated end of a period; null for a moment, and while it goes on.</summary>
    public required long? End { get; init; }

    /// <summary>Where the stated time ends, exclusive, for the rule of the window; null while it goes on.</summary>
    public required long? SpanEnd { get; init; }

    public required bool Ongoing { get; init; }

    public required string? Precision { get; init; }

    /// <summary>Plus-minus milliseconds.</summary>
    public required long? Uncertainty { get; init; }

    /// <summary>False for what is known too coarsely to be drawn; it has no locations then.</summary>
    public required bool Placed { get; init; }

    public required IReadOnlyList<MarkLocation> Locations { get; init; }

    /// <summary>Latitude and longitude of each point.</summary>
    public required IReadOnlyList<double[]>? Line { get; init; }

    public required double? HalfWidth { get; init; }

    public required IReadOnlyList<double[]>? Area { get; init; }

    /// <summary>A route, in order.</summary>
    public required IReadOnlyList<MarkStop>? Stops { get; init; }
}

/// <summary>The time in words, by each clock.</summary>
public sealed record MarkTimes(string Utc, string Local, [property: JsonPropertyName("us-eastern")] string UsEastern);

/// <summary>A point that is true within its radius.</summary>
public sealed record MarkLocation(double Lat, double Lon, double Radius, string Name);

/// <summary>A stop of a route, its date in words.</summary>
public sealed record MarkStop(double Lat, double Lon, string Name, string Date, string What);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Marks))]
internal sealed partial class MarksJson : JsonSerializerContext;
