using System.Text.Json.Serialization;

namespace Dashboard.Web.Briefings;

/// <summary>What the page of a presenter says: of the start its name, of every step what is seen there.</summary>
/// <param name="Name">Of the presenter, as followers read it; it counts at the start.</param>
/// <param name="Query">The address of the view.</param>
/// <param name="Pointer">Latitude and longitude.</param>
/// <param name="Size">Width and height of the map, in pixels.</param>
/// <param name="IsPaused">What was shown last stays: the rest of the message counts for nothing.</param>
public sealed record PresenterSaid(string? Name, string? Query, double[]? Pointer, int[]? Size, bool IsPaused);

/// <summary>What a presenter gets at the start.</summary>
/// <param name="Token">Of the briefing's address.</param>
/// <param name="Key">With it the presenter's page, and no other, says what is shown.</param>
/// <param name="Presenter">The name that followers read.</param>
public sealed record BriefingBegun(string Token, string Key, string Presenter);

/// <summary>What a presenter hears after every step.</summary>
/// <param name="Followers">How many there are; nobody is told who.</param>
/// <param name="IsOutside">Whether it is not shown to them, as it is not seen through the link that is presented.</param>
public sealed record PresenterHears(int Followers, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool IsOutside = false);

/// <summary>What followers hear: all of the present state, every time.</summary>
/// <param name="Query">The canonical address of the view.</param>
/// <param name="From">Where the window begins, in Unix milliseconds UTC; null where it is open.</param>
/// <param name="To">Where it ends, exclusive.</param>
/// <param name="Map">Latitude, longitude and zoom; null where the map shows all.</param>
internal sealed record FollowersHear(
    string Presenter,
    BriefingStanding Standing,
    string Query,
    long? From,
    long? To,
    double[]? Map,
    string? Selected,
    string Mode,
    string Colour,
    string Relations,
    double[]? Pointer,
    int[]? Size);

/// <summary>Views that a presenter kept, to be a story.</summary>
public sealed record KeptViews(string? Title, IReadOnlyList<KeptView?>? Views);

/// <param name="Query">The address of the view.</param>
public sealed record KeptView(string? Heading, string? Query);

/// <param name="Address">Where the story is written on.</param>
public sealed record ToldBriefing(string Address);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(PresenterSaid))]
[JsonSerializable(typeof(BriefingBegun))]
[JsonSerializable(typeof(PresenterHears))]
[JsonSerializable(typeof(FollowersHear))]
[JsonSerializable(typeof(KeptViews))]
[JsonSerializable(typeof(ToldBriefing))]
internal sealed partial class BriefingJson : JsonSerializerContext;
